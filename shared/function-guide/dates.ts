import type { FunctionEntries } from './function-entry.ts';

export const dateFunctions: FunctionEntries = {};
