import { arithmetic } from './arithmetic.ts';
import { arrays } from './arrays.ts';
import { bonds } from './bonds.ts';
import { conditional } from './conditional.ts';
import { database } from './database.ts';
import { dates } from './dates.ts';
import { depreciation } from './depreciation.ts';
import { distributions } from './distributions.ts';
import { engineering } from './engineering.ts';
import type { CaseFamily } from './excel-case.ts';
import { finance } from './finance.ts';
import { logic } from './logic.ts';
import { lookup } from './lookup.ts';
import { matrices } from './matrices.ts';
import { numberFormats } from './number-formats.ts';
import { operators } from './operators.ts';
import { publishedRates } from './published-rates.ts';
import { regression } from './regression.ts';
import { references } from './references.ts';
import { sheets } from './sheets.ts';
import { statistics } from './statistics.ts';
import { texts } from './texts.ts';
import { trigonometry } from './trigonometry.ts';

/** All formulas with known values, by family. */
export const caseFamilies: Readonly<Record<string, CaseFamily>> = {
  'operators and constants': operators,
  'rounding and arithmetic': arithmetic,
  'lookup and choice': lookup,
  arrays,
  'cells that meet a condition': conditional,
  'logic and information': logic,
  'records of a list': database,
  'dates and times': dates,
  'number formats': numberFormats,
  texts,
  'statistics and matrices': statistics,
  'payments, rates and flows': finance,
  'bonds and other securities': bonds,
  'the search for a rate': publishedRates,
  depreciation,
  distributions,
  regression,
  'angles, powers and logarithms': trigonometry,
  'matrices and sequences': matrices,
  engineering,
  'references that are worked out': references,
  'sheets of a workbook': sheets,
};
