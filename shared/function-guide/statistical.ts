import type { FunctionEntries } from './function-entry.ts';

export const statisticalFunctions: FunctionEntries = {};
