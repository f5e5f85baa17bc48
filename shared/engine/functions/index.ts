import { addressFunctions } from './addresses.ts';
import { aggregateFunctions } from './aggregates.ts';
import { arithmeticFunctions } from './arithmetic.ts';
import { arrayOrderFunctions } from './array-order.ts';
import { arrayShapeFunctions } from './array-shapes.ts';
import { bitFunctions } from './bits.ts';
import { bondFunctions } from './bonds.ts';
import { chainFunctions } from './chains.ts';
import { characterFunctions } from './characters.ts';
import { combinatoricsFunctions } from './combinatorics.ts';
import { complexFunctions } from './complex.ts';
import { conditionalFunctions } from './conditional.ts';
import { continuousDistributionFunctions } from './continuous-distributions.ts';
import { couponFunctions } from './coupons.ts';
import { databaseFunctions } from './database.ts';
import { dateFunctions } from './dates.ts';
import { depreciationFunctions } from './depreciation.ts';
import { discountSecurityFunctions } from './discount-securities.ts';
import { discreteDistributionFunctions } from './discrete-distributions.ts';
import { engineeringFunctions } from './engineering.ts';
import { extendedLookupFunctions } from './extended-lookup.ts';
import { frenchDepreciationFunctions } from './french-depreciation.ts';
import { frequencyFunctions } from './frequencies.ts';
import type { NamedPlugin } from '../internals/plugins.ts';
import { informationFunctions } from './information.ts';
import { interestRateFunctions } from './interest-rates.ts';
import { loanRateFunctions } from './loan-rate.ts';
import { logarithmFunctions } from './logarithms.ts';
import { localValueFunctions } from './local-values.ts';
import { logicFunctions } from './logic.ts';
import { lookupFunctions } from './lookup.ts';
import { matrixFunctions } from './matrices.ts';
import { momentFunctions } from './moments.ts';
import { oddCouponFunctions } from './odd-coupons.ts';
import { pairedNumberFunctions } from './paired-numbers.ts';
import { paymentFunctions } from './payments.ts';
import { percentileFunctions } from './percentiles.ts';
import { permutationFunctions } from './permutations.ts';
import { placeFunctions } from './places.ts';
import { radixFunctions } from './radix.ts';
import { rankFunctions } from './ranks.ts';
import { rateOfReturnFunctions } from './rates-of-return.ts';
import { referenceFunctions } from './references.ts';
import { regressionFunctions } from './regression.ts';
import { romanFunctions } from './roman.ts';
import { roundingFunctions } from './rounding.ts';
import { sequenceFunctions } from './sequences.ts';
import { significanceTestFunctions } from './significance-tests.ts';
import { delimitedTextFunctions } from './text-delimiters.ts';
import { textPartFunctions } from './text-parts.ts';
import { textFunctions } from './text.ts';
import { timeFunctions } from './times.ts';
import { trigonometryFunctions } from './trigonometry.ts';
import { weekFunctions } from './weeks.ts';
import { workdayFunctions } from './workdays.ts';

/** Function plugins that replace or add to the engine's own, so that every function gives Excel's result. */
export const excelFunctionPlugins: readonly NamedPlugin[] = [
  addressFunctions,
  aggregateFunctions,
  arithmeticFunctions,
  arrayOrderFunctions,
  arrayShapeFunctions,
  bitFunctions,
  bondFunctions,
  chainFunctions,
  characterFunctions,
  combinatoricsFunctions,
  complexFunctions,
  conditionalFunctions,
  continuousDistributionFunctions,
  couponFunctions,
  databaseFunctions,
  dateFunctions,
  delimitedTextFunctions,
  depreciationFunctions,
  discountSecurityFunctions,
  discreteDistributionFunctions,
  engineeringFunctions,
  extendedLookupFunctions,
  frenchDepreciationFunctions,
  frequencyFunctions,
  informationFunctions,
  interestRateFunctions,
  loanRateFunctions,
  logarithmFunctions,
  localValueFunctions,
  logicFunctions,
  lookupFunctions,
  matrixFunctions,
  momentFunctions,
  oddCouponFunctions,
  pairedNumberFunctions,
  paymentFunctions,
  percentileFunctions,
  permutationFunctions,
  placeFunctions,
  radixFunctions,
  rankFunctions,
  rateOfReturnFunctions,
  referenceFunctions,
  regressionFunctions,
  romanFunctions,
  roundingFunctions,
  sequenceFunctions,
  significanceTestFunctions,
  textFunctions,
  textPartFunctions,
  timeFunctions,
  trigonometryFunctions,
  weekFunctions,
  workdayFunctions,
];
