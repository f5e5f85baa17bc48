import { cellReference } from '../address.ts';
import { firstCell } from '../range-parts.ts';
import type { ConditionalFormat, ConditionalRule } from './conditional-format.ts';

type Comparison = Extract<ConditionalRule, { kind: 'cellValue' }>['comparison'];
type DatePeriod = Extract<ConditionalRule, { kind: 'date' }>['period'];

const signs: Readonly<Record<Exclude<Comparison, 'between' | 'notBetween'>, string>> = {
  equal: '=',
  notEqual: '<>',
  greaterThan: '>',
  lessThan: '<',
  greaterThanOrEqual: '>=',
  lessThanOrEqual: '<=',
};

/** Formulas by which Excel tells the dates of a period; weeks begin on Sunday. */
const dateFormulas: Readonly<Record<DatePeriod, (cell: string) => string>> = {
  yesterday: (cell) => `FLOOR(${cell},1)=TODAY()-1`,
  today: (cell) => `FLOOR(${cell},1)=TODAY()`,
  tomorrow: (cell) => `FLOOR(${cell},1)=TODAY()+1`,
  last7Days: (cell) => `AND(TODAY()-FLOOR(${cell},1)<=6,FLOOR(${cell},1)<=TODAY())`,
  lastWeek: (cell) =>
    `AND(TODAY()-ROUNDDOWN(${cell},0)>=(WEEKDAY(TODAY())),TODAY()-ROUNDDOWN(${cell},0)<(WEEKDAY(TODAY())+7))`,
  thisWeek: (cell) =>
    `AND(TODAY()-ROUNDDOWN(${cell},0)<=WEEKDAY(TODAY())-1,ROUNDDOWN(${cell},0)-TODAY()<=7-WEEKDAY(TODAY()))`,
  nextWeek: (cell) =>
    `AND(ROUNDDOWN(${cell},0)-TODAY()>(7-WEEKDAY(TODAY())),ROUNDDOWN(${cell},0)-TODAY()<(15-WEEKDAY(TODAY())))`,
  lastMonth: (cell) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0-1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0-1)))`,
  thisMonth: (cell) => `AND(MONTH(${cell})=MONTH(TODAY()),YEAR(${cell})=YEAR(TODAY()))`,
  nextMonth: (cell) => `AND(MONTH(${cell})=MONTH(EDATE(TODAY(),0+1)),YEAR(${cell})=YEAR(EDATE(TODAY(),0+1)))`,
};

/** The formula, without its equals sign, that Excel keeps with a rule about texts, states or dates; null for other rules. */
export function keptFormula(rule: ConditionalRule, cell: string): string | null {
  switch (rule.kind) {
    case 'text': {
      const text = rule.operand.slice(1);
      switch (rule.match) {
        case 'contains':
          return `NOT(ISERROR(SEARCH(${text},${cell})))`;
        case 'notContains':
          return `ISERROR(SEARCH(${text},${cell}))`;
        case 'beginsWith':
          return `LEFT(${cell},LEN(${text}))=${text}`;
        case 'endsWith':
          return `RIGHT(${cell},LEN(${text}))=${text}`;
        default:
          return rule.match satisfies never;
      }
    }
    case 'state':
      switch (rule.state) {
        case 'blanks':
          return `LEN(TRIM(${cell}))=0`;
        case 'noBlanks':
          return `LEN(TRIM(${cell}))>0`;
        case 'errors':
          return `ISERROR(${cell})`;
        case 'noErrors':
          return `NOT(ISERROR(${cell}))`;
        default:
          return rule.state satisfies never;
      }
    case 'date':
      return dateFormulas[rule.period](cell);
    default:
      return null;
  }
}

/**
 * The formula, for the first cell of a format, that is true where a cell meets its rule; null for rules
 * that compare a cell with the others of its range.
 */
export function ruleFormula({ rule, ranges }: ConditionalFormat): string | null {
  const { row, column } = firstCell(ranges);
  const cell = cellReference(row, column);
  if (rule.kind === 'formula') return rule.formula;
  if (rule.kind === 'cellValue') return `=${comparisonFormula(rule, cell)}`;
  const kept = keptFormula(rule, cell);
  return kept === null ? null : `=${kept}`;
}

/** The ends of `between` stand in either order. */
function comparisonFormula(
  { comparison, operand, second = operand }: Extract<ConditionalRule, { kind: 'cellValue' }>,
  cell: string,
): string {
  const [one, other] = [`(${operand.slice(1)})`, `(${second.slice(1)})`];
  const between = `OR(AND(${cell}>=${one},${cell}<=${other}),AND(${cell}>=${other},${cell}<=${one}))`;
  if (comparison === 'between') return between;
  if (comparison === 'notBetween') return `NOT(${between})`;
  return `${cell}${signs[comparison]}${one}`;
}
