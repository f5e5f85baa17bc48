import { arithmeticFunctions } from './arithmetic.ts';
import { chainFunctions } from './chains.ts';
import { conditionalFunctions } from './conditional.ts';
import { dateFunctions } from './dates.ts';
import type { NamedPlugin } from './hyperformula-internals.ts';
import { informationFunctions } from './information.ts';
import { logicFunctions } from './logic.ts';
import { lookupFunctions } from './lookup.ts';
import { matrixFunctions } from './matrices.ts';
import { paymentFunctions } from './payments.ts';
import { placeFunctions } from './places.ts';
import { rateOfReturnFunctions } from './rates-of-return.ts';
import { roundingFunctions } from './rounding.ts';
import { statisticsFunctions } from './statistics.ts';
import { textFunctions } from './text.ts';

/** Function plugins that replace or add to the engine's own, so that every function gives Excel's result. */
export const excelFunctionPlugins: readonly NamedPlugin[] = [
  arithmeticFunctions,
  chainFunctions,
  conditionalFunctions,
  dateFunctions,
  informationFunctions,
  logicFunctions,
  lookupFunctions,
  matrixFunctions,
  paymentFunctions,
  placeFunctions,
  rateOfReturnFunctions,
  roundingFunctions,
  statisticsFunctions,
  textFunctions,
];
