import { arithmetic } from './arithmetic.ts';
import { conditional } from './conditional.ts';
import { dates } from './dates.ts';
import type { CaseFamily } from './excel-case.ts';
import { logic } from './logic.ts';
import { lookup } from './lookup.ts';
import { operators } from './operators.ts';
import { statistics } from './statistics.ts';
import { texts } from './texts.ts';

/** All formulas with known values, by family. */
export const caseFamilies: Readonly<Record<string, CaseFamily>> = {
  'operators and constants': operators,
  'rounding and arithmetic': arithmetic,
  'lookup and choice': lookup,
  'cells that meet a condition': conditional,
  'logic and information': logic,
  'dates and times': dates,
  texts,
  'statistics, matrices and finance': statistics,
};
