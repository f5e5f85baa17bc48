import { excelFunctions, number, optional, noError } from '../excel-function.ts';
import { plainValue, toNumber, wrongValue } from '../excel-values.ts';
import type { EngineScalar, EngineValue } from '../../internals/interpreter.ts';

const letters = [
  ['M', 1000],
  ['D', 500],
  ['C', 100],
  ['L', 50],
  ['X', 10],
  ['V', 5],
  ['I', 1],
] as const;

const largest = 3999;
const shortestForm = 4;

const letterAt = (index: number): string => letters[index]?.[0] ?? '';
const worthAt = (index: number): number => letters[index]?.[1] ?? 0;

/**
 * A number in Roman letters. The higher the form, the smaller the letter that may be subtracted from
 * a large one: 499 is CDXCIX in the classic form 0 and ID in form 4.
 */
function inForm(value: number, form: number): string {
  let rest = value;
  let result = '';
  for (let decade = 0; decade < letters.length; decade += 2) {
    const digit = Math.floor(rest / worthAt(decade));
    if (digit % 5 !== 4) {
      result += (digit > 4 ? letterAt(decade - 1) : '') + letterAt(decade).repeat(digit % 5);
      rest %= worthAt(decade);
      continue;
    }
    const larger = digit === 4 ? decade - 1 : decade - 2;
    let smaller = decade;
    while (smaller - decade < form && worthAt(smaller + 1) > 0) {
      if (worthAt(larger) - worthAt(smaller + 1) > rest) break;
      smaller++;
    }
    result += letterAt(smaller) + letterAt(larger);
    rest -= worthAt(larger) - worthAt(smaller);
  }
  return result;
}

function roman(value: number, given?: EngineScalar): EngineValue {
  const plain = given === undefined ? 0 : plainValue(given);
  // TRUE asks for the classic form, FALSE for the shortest.
  const form = typeof plain === 'boolean' ? (plain ? 0 : shortestForm) : toNumber(plain);
  if (typeof form !== 'number') return form;
  if (value < 0 || value >= largest + 1) return wrongValue(`number must be from 0 to ${largest}`);
  if (form < 0 || form >= shortestForm + 1) return wrongValue('form must be from 0 to 4');
  return inForm(Math.trunc(value), Math.trunc(form));
}

/** Numbers in Roman letters. */
export const romanFunctions = excelFunctions({
  ROMAN: { parameters: [number, optional(noError)], calculate: roman },
});
