import { standardFormats } from './standard-formats.ts';
import { isDateFormat, isGeneral, isPercentFormat, isTextFormat } from './number-format.ts';
import { calledFunction, formulaTree, type Call, type FormulaTree, type Operation } from './formula-tree.ts';

/**
 * What results of functions are. Excel shows those of EDATE and its like as serial numbers, which
 * nobody wants to read.
 */
const formatsOfFunctions: Readonly<Record<string, string>> = {
  ...sameFor(standardFormats.date, 'TODAY DATE EDATE EOMONTH WORKDAY WORKDAY.INTL DATEVALUE'),
  ...sameFor(standardFormats.dateAndTime, 'NOW'),
  ...sameFor(standardFormats.time, 'TIME TIMEVALUE'),
  ...sameFor(standardFormats.currency, 'PMT IPMT PPMT FV PV NPV DB DDB SLN SYD VDB'),
  ...sameFor(standardFormats.percent, 'IRR MIRR RATE'),
};

/**
 * Functions whose result is one of their arguments, or what several come to; with the place of the first
 * of these. Not those that pick a cell out of many, whose first says nothing of the others.
 */
const passing: Readonly<Record<string, number>> = {
  ...sameFor(
    0,
    'SUM AVERAGE MIN MAX MEDIAN LARGE SMALL ABS INT TRUNC ROUND ROUNDUP ROUNDDOWN MROUND CEILING FLOOR IFERROR IFNA',
  ),
  ...sameFor(1, 'IF IFS SUBTOTAL'),
  ...sameFor(2, 'SUMIF AVERAGEIF AGGREGATE'),
};

/** A part of a formula: the format of what it gives, if any, and whether it is a number as it is written. */
interface Part {
  readonly format?: string | undefined;
  readonly isConstant?: boolean;
}

/**
 * The number format that a formula, typed into a General cell, gives this cell; undefined where it
 * stays General. As in Excel the first formatted cell that it refers to counts, and functions of
 * dates, money and rates have formats of their own. Where Excel documents nothing, a result is never
 * shown as what it is not: days between dates and ratios of the same kind stay General, and so does a
 * percentage of a General cell.
 * `formatOf` gives the format of the first cell of a reference or name, as the formula writes it.
 */
export function formulaFormat(
  formula: string,
  formatOf: (reference: string) => string | undefined,
): string | undefined {
  const tree = formulaTree(formula);
  return tree ? partOf(tree, formatOf).format : undefined;
}

type FormatOf = (reference: string) => string | undefined;

function partOf(tree: FormulaTree, formatOf: FormatOf): Part {
  switch (tree.type) {
    case 'cells':
    case 'name':
      return { format: passedOn(formatOf(tree.text)) };
    case 'number':
      return { isConstant: true };
    case 'call':
      return { format: formatOfCall(tree, formatOf) };
    case 'operation':
      return partOfOperation(tree, formatOf);
    default:
      return {};
  }
}

function formatOfCall(call: Call, formatOf: FormatOf): string | undefined {
  const name = calledFunction(call);
  const own = formatsOfFunctions[name];
  const first = passing[name];
  // The month after a date that is shown as `mmm-yy` is shown so as well.
  if (own !== undefined && isDateFormat(own)) {
    const begun = call.parts[0] ? partOf(call.parts[0], formatOf).format : undefined;
    return begun !== undefined && isDateFormat(begun) ? begun : own;
  }
  if (own !== undefined || first === undefined) return own;
  // Without a range to sum, SUMIF sums the one that it looks at.
  const parts = call.parts.length > first ? call.parts.slice(first) : call.parts.slice(0, 1);
  return firstFormat(parts.map((part) => (part ? partOf(part, formatOf) : {})));
}

function partOfOperation({ sign, signs, parts: trees }: Operation, formatOf: FormatOf): Part {
  const parts = trees.map((tree) => partOf(tree, formatOf));
  const [first = {}] = parts;
  if (trees.length === 1) return sign === '%' ? { isConstant: first.isConstant === true } : first;
  switch (sign) {
    case '+':
    case '-':
      return { format: formatOfSum(parts, signs) };
    case '*':
    case '/':
      return { format: formatOfProduct(parts, signs) };
    case ':':
    case ' ':
    case ',':
      return first;
    default:
      return {};
  }
}

/** A day less a day is a number of days. */
function formatOfSum(parts: readonly Part[], signs: readonly string[]): string | undefined {
  const isDay = ({ format }: Part) => format !== undefined && isDateFormat(format);
  const taken = parts.slice(1).some((part, place) => signs[place] === '-' && isDay(part));
  return taken ? undefined : firstFormat(parts);
}

/** Money times a share is money; money for money, a share of something and anything of a day have no format. */
function formatOfProduct(parts: readonly Part[], signs: readonly string[]): string | undefined {
  const formatted = parts.filter(({ format }) => format !== undefined && !isPercentFormat(format));
  if (formatted.some(({ format }) => isDateFormat(format ?? ''))) return undefined;
  if (formatted.length === 0) {
    const [first, ...others] = parts.filter(({ isConstant }) => isConstant !== true);
    return others.length === 0 && first === parts[0] ? first?.format : undefined;
  }
  const isDivided = formatted.some((part) => signs[parts.indexOf(part) - 1] === '/');
  return isDivided ? undefined : formatted[0]?.format;
}

function firstFormat(parts: readonly Part[]): string | undefined {
  return parts.find(({ format }) => format !== undefined)?.format;
}

/** A formula in a text cell would be a text. */
function passedOn(format: string | undefined): string | undefined {
  return format === undefined || isGeneral(format) || isTextFormat(format) ? undefined : format;
}

function sameFor<Value>(value: Value, names: string): Record<string, Value> {
  return Object.fromEntries(names.split(' ').map((name) => [name, value]));
}
