import type { FunctionEntries } from './function-entry.ts';

export const informationFunctions: FunctionEntries = {};
