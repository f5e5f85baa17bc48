import { addressFunctions } from './lookup/addresses.ts';
import { aggregateFunctions } from './math/aggregates.ts';
import { arithmeticFunctions } from './math/arithmetic.ts';
import { arrayOrderFunctions } from './lookup/array-order.ts';
import { arrayShapeFunctions } from './lookup/array-shapes.ts';
import { bitFunctions } from './engineering/bits.ts';
import { bondFunctions } from './financial/bonds.ts';
import { chainFunctions } from './chains.ts';
import { characterFunctions } from './text/characters.ts';
import { combinatoricsFunctions } from './math/combinatorics.ts';
import { complexFunctions } from './engineering/complex.ts';
import { conditionalFunctions } from './math/conditional.ts';
import { continuousDistributionFunctions } from './statistical/continuous-distributions.ts';
import { couponFunctions } from './financial/coupons.ts';
import { databaseFunctions } from './database/database.ts';
import { dateFunctions } from './dates/dates.ts';
import { depreciationFunctions } from './financial/depreciation.ts';
import { discountSecurityFunctions } from './financial/discount-securities.ts';
import { discreteDistributionFunctions } from './statistical/discrete-distributions.ts';
import { engineeringFunctions } from './engineering/engineering.ts';
import { extendedLookupFunctions } from './lookup/extended-lookup.ts';
import { frenchDepreciationFunctions } from './financial/french-depreciation.ts';
import { frequencyFunctions } from './statistical/frequencies.ts';
import type { NamedPlugin } from '../internals/plugins.ts';
import { informationFunctions } from './information/information.ts';
import { interestRateFunctions } from './financial/interest-rates.ts';
import { loanRateFunctions } from './financial/loan-rate.ts';
import { logarithmFunctions } from './math/logarithms.ts';
import { localValueFunctions } from './logical/local-values.ts';
import { logicFunctions } from './logical/logic.ts';
import { lookupFunctions } from './lookup/lookup.ts';
import { matrixFunctions } from './math/matrices.ts';
import { momentFunctions } from './statistical/moments.ts';
import { oddCouponFunctions } from './financial/odd-coupons.ts';
import { pairedNumberFunctions } from './statistical/paired-numbers.ts';
import { paymentFunctions } from './financial/payments.ts';
import { percentileFunctions } from './statistical/percentiles.ts';
import { permutationFunctions } from './statistical/permutations.ts';
import { placeFunctions } from './lookup/places.ts';
import { radixFunctions } from './math/radix.ts';
import { rankFunctions } from './statistical/ranks.ts';
import { rateOfReturnFunctions } from './financial/rates-of-return.ts';
import { referenceFunctions } from './lookup/references.ts';
import { regressionFunctions } from './statistical/regression.ts';
import { romanFunctions } from './math/roman.ts';
import { roundingFunctions } from './math/rounding.ts';
import { sequenceFunctions } from './math/sequences.ts';
import { significanceTestFunctions } from './statistical/significance-tests.ts';
import { delimitedTextFunctions } from './text/text-delimiters.ts';
import { textPartFunctions } from './text/text-parts.ts';
import { textFunctions } from './text/text.ts';
import { timeFunctions } from './dates/times.ts';
import { trigonometryFunctions } from './math/trigonometry.ts';
import { weekFunctions } from './dates/weeks.ts';
import { workdayFunctions } from './dates/workdays.ts';

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
