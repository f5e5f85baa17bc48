import { wildcardPattern } from '../../engine/functions/wildcards.ts';
import type { CellValue } from '../document.ts';
import { periodTest, todaySerial } from './date-periods.ts';
import type { FilterCondition, FilterCriterion } from './sheet-filter.ts';

/** What a filter sees of a cell. */
export interface FilteredCell {
  readonly value: CellValue;
  /** The value by its number format. */
  readonly text: string;
}

type Test = (cell: FilteredCell) => boolean;

function isBlank({ value }: FilteredCell): boolean {
  return value === null || value === '';
}

function not(test: Test): Test {
  return (cell) => !test(cell);
}

/** Whether a cell is this number or shows this text; wildcards are for texts only. */
function equals(wanted: string | number): Test {
  if (wanted === '') return isBlank;
  if (typeof wanted === 'number') {
    const shown = String(wanted);
    return ({ value, text }) => value === wanted || (typeof value === 'string' && text === shown);
  }
  if (!/[*?~]/.test(wanted)) {
    const shown = wanted.toLowerCase();
    return ({ text }) => text.toLowerCase() === shown;
  }
  const pattern = wildcardPattern(wanted);
  return ({ value }) => typeof value === 'string' && pattern.test(value);
}

const order = new Intl.Collator('en-US', { sensitivity: 'accent' });

/** How a cell compares with a number or a text; undefined for a cell of another kind. */
function comparison(cell: CellValue, wanted: string | number): number | undefined {
  if (typeof wanted === 'number') return typeof cell === 'number' ? cell - wanted : undefined;
  return typeof cell === 'string' ? order.compare(cell, wanted) : undefined;
}

function conditionTest({ operator, value: wanted }: FilterCondition): Test {
  const compared = (holds: (difference: number) => boolean): Test => {
    return ({ value }) => {
      const difference = comparison(value, wanted);
      return difference !== undefined && holds(difference);
    };
  };
  switch (operator) {
    case 'equal':
      return equals(wanted);
    case 'notEqual':
      return not(equals(wanted));
    case 'greaterThan':
      return compared((difference) => difference > 0);
    case 'greaterThanOrEqual':
      return compared((difference) => difference >= 0);
    case 'lessThan':
      return compared((difference) => difference < 0);
    case 'lessThanOrEqual':
      return compared((difference) => difference <= 0);
    default:
      return operator satisfies never;
  }
}

function numbersOf(cells: readonly FilteredCell[]): number[] {
  return cells.flatMap(({ value }) => (typeof value === 'number' ? [value] : []));
}

function numberTest(holds: (value: number) => boolean): Test {
  return ({ value }) => typeof value === 'number' && holds(value);
}

/** Tells of each cell of a column whether a criterion lets its row be seen; `cells` are all of the column. */
export function filterTest(criterion: FilterCriterion, cells: readonly FilteredCell[]): Test {
  switch (criterion.kind) {
    case 'values': {
      const texts = new Set(criterion.texts.map((text) => text.toLowerCase()));
      return (cell) => (isBlank(cell) ? criterion.blanks : texts.has(cell.text.toLowerCase()));
    }
    case 'conditions': {
      const tests = criterion.conditions.map(conditionTest);
      return criterion.join === 'and'
        ? (cell) => tests.every((test) => test(cell))
        : (cell) => tests.some((test) => test(cell));
    }
    case 'top': {
      const sign = criterion.from === 'largest' ? 1 : -1;
      const numbers = numbersOf(cells).toSorted((one, other) => sign * (other - one));
      const count = criterion.isPercent
        ? Math.max(1, Math.floor((numbers.length * criterion.count) / 100))
        : criterion.count;
      const last = numbers[Math.min(count, numbers.length) - 1];
      return numberTest((value) => last !== undefined && sign * (value - last) >= 0);
    }
    case 'average': {
      const numbers = numbersOf(cells);
      const average = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
      return numberTest((value) => (criterion.side === 'above' ? value > average : value < average));
    }
    case 'period':
      return numberTest(periodTest(criterion.period, todaySerial()));
    default:
      return criterion satisfies never;
  }
}
