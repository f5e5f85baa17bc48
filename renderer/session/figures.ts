import type { CellValue } from '../../shared/workbook/document.ts';
import { displayed, displayedDifference } from './displayed.ts';
import type { DocumentMirror } from './document-mirror.ts';

/** A named figure as the headline strip and the slides show it. */
export interface Figure {
  readonly name: string;
  readonly label: string;
  readonly caption: string;
  readonly unit: string;
  readonly value: CellValue;
  /** The value by its number format. */
  readonly text: string;
  /** The signed difference since the document was saved; null when it is as saved. */
  readonly difference: string | null;
}

/** What the first cell of a defined name shows, by its number format; empty when there is no such name. */
export function displayOf(document: DocumentMirror, name: string): string {
  return displayed(document.namedValue(name), formatOf(document, name));
}

/**
 * A defined name as a figure; undefined when the workbook has no such name. A name of several
 * cells is a range from its first to its last, and its difference that of whichever moved first.
 */
export function figureOf(document: DocumentMirror, name: string): Figure | undefined {
  const found = document.name(name);
  if (!found) return undefined;
  const { top, left, bottom, right } = found.range;
  const sheet = document.sheet(found.sheet);
  const format = formatOf(document, name);
  const ends = [sheet.value(top, left), sheet.value(bottom, right)] as const;
  const [first, last] = [displayed(ends[0], format), displayed(ends[1], format)];
  const moved = (value: CellValue, row: number, column: number) =>
    displayedDifference(value, sheet.savedValue(row, column), format);
  return {
    name: found.name,
    label: found.label ?? found.name,
    caption: found.stripCaption ?? '',
    unit: found.unit ?? '',
    value: ends[0],
    text: first === last ? first : `${first.replace(/ %$/, '')} to ${last}`,
    difference: moved(ends[0], top, left) ?? moved(ends[1], bottom, right),
  };
}

/** The number format of a defined name's first cell. */
function formatOf(document: DocumentMirror, name: string): string | undefined {
  const found = document.name(name);
  if (!found) return undefined;
  const { sheet, range } = found;
  return document.styleOf(document.cell({ sheet, row: range.top, column: range.left }))?.format;
}
