import {
  maximumColumns,
  maximumRows,
  parseReference,
  parseWholeLines,
  quoteSheet,
  type Area,
  type Range,
} from '../../shared/workbook/address.ts';
import { sharedRange } from '../../shared/workbook/range-parts.ts';
import type { DocumentMirror } from '../session/document-mirror.ts';
import type { Selection } from '../sheet-view.ts';

/** Cells of one sheet: the range with the active cell, and others beside it. */
export interface TypedPlace extends Area {
  readonly others: readonly Range[];
}

/** What of a document is asked to find a place in it. */
type Places = Pick<DocumentMirror, 'areasNamed' | 'namedFormula' | 'sheetNames' | 'isShown'>;

/**
 * The cells that a person names: references and names with commas between them, R and C for the row and the column, or with a space where what both share is
 * meant, as in Excel. A text says why there are none; null is for a single word that is neither.
 */
export function typedPlace(
  text: string,
  { sheet, row, column }: Selection,
  places: Places,
): TypedPlace | string | null {
  const at = { sheet, row, column };
  const words = split(text, ',');
  const areas: Area[] = [];
  for (const word of words) {
    const found = areasOf(word, at, places);
    if (found === null && words.length === 1) return null;
    if (found === null) return `“${word}” is no cell, range or name.`;
    if (typeof found === 'string') return found;
    areas.push(...found);
  }
  const [first, ...others] = areas;
  if (!first) return null;
  const elsewhere = others.find((area) => area.sheet !== first.sheet);
  if (elsewhere)
    return `These are ranges of ${quoteSheet(first.sheet)} and ${quoteSheet(elsewhere.sheet)}. Name ranges of one sheet, each with its sheet: ${quoteSheet(first.sheet)}!A1,${quoteSheet(first.sheet)}!C3.`;
  if (!places.isShown(first.sheet)) return `The sheet ${quoteSheet(first.sheet)} is hidden. Unhide it first.`;
  return { ...first, others: others.map(({ range }) => range) };
}

function areasOf(
  text: string,
  at: { readonly sheet: string; readonly row: number; readonly column: number },
  places: Places,
): readonly Area[] | string | null {
  const whole = areasOfWord(text, at, places);
  if (whole !== null) return whole;
  const words = split(text, ' ').filter((word) => word !== '');
  if (words.length < 2) return null;
  const ranges: Area[] = [];
  for (const word of words) {
    const found = areasOfWord(word, at, places);
    if (found === null || typeof found === 'string') return found;
    const [area, ...more] = found;
    if (!area || more.length > 0)
      return `“${word}” stands for several ranges, which share no cells by a space.`;
    ranges.push(area);
  }
  const shared = ranges.reduce<Area | null>((left, area) => {
    const range = left?.sheet === area.sheet ? sharedRange(left.range, area.range) : null;
    return range && { sheet: area.sheet, range };
  }, ranges[0] ?? null);
  return shared
    ? [shared]
    : `${words.join(' and ')} share no cell, which is what a space between them asks for. Type a comma to choose both.`;
}

function areasOfWord(
  word: string,
  at: { readonly sheet: string; readonly row: number; readonly column: number },
  places: Places,
): readonly Area[] | string | null {
  const named = places.areasNamed(word, at);
  if (named) return named;
  if (/^r$/i.test(word)) return [{ sheet: at.sheet, range: { ...allCells, top: at.row, bottom: at.row } }];
  if (/^c$/i.test(word))
    return [{ sheet: at.sheet, range: { ...allCells, left: at.column, right: at.column } }];
  const formula = places.namedFormula(word, at.sheet);
  if (formula) return `${formula.name} stands for ${formula.formula}, which is no range of cells.`;
  const reference = parseReference(word) ?? parseWholeLines(word);
  if (!reference) return null;
  const wanted = (reference.sheet ?? at.sheet).toLowerCase();
  const sheet = places.sheetNames.find((name) => name.toLowerCase() === wanted);
  return sheet === undefined
    ? `There is no sheet “${reference.sheet}”.`
    : [{ sheet, range: reference.range }];
}

const allCells: Range = { top: 0, left: 0, bottom: maximumRows - 1, right: maximumColumns - 1 };

/** The parts of a text between signs, which count for nothing inside the quotes of a sheet's name. */
function split(text: string, sign: string): string[] {
  const parts = [''];
  let isQuoted = false;
  for (const letter of text.trim()) {
    if (letter === "'") isQuoted = !isQuoted;
    if (letter === sign && !isQuoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim());
}
