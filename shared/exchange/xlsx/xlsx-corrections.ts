import { errorCodes, type Sheet } from '../../workbook/document.ts';
import { withFilterCriteria, withHiddenFilterNames } from './write-filter.ts';
import { withLines } from './write-lines.ts';
import { withValidations } from './write-validations.ts';
import { withConditionalRules } from './conditional-rules.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory } from './zip.ts';

/*
 * What the file library cannot write is put right in the parts that it has written.
 */

/**
 * Stands before an error that is the cached value of a formula: the library writes it as text, and
 * no text begins with this sign, which no font shows.
 */
export const errorMark = '\uE0E0';

const markedError = new RegExp(
  ` t="str"(><f[^>]*>[^<]*</f><v>)${errorMark}(${errorCodes.join('|').replaceAll('?', '\\?')})</v>`,
  'g',
);

/** A sheet, and what the file library cannot write of it: the heights in points of those of its rows that are as high as their cells need, and more. */
export interface SheetLines {
  readonly sheet: Sheet;
  readonly heights: ReadonlyMap<number, number>;
  /** The element of its data validations; empty for none. */
  readonly validations: string;
}

/**
 * The file that the library wrote, with what is known of the lines and filters of its sheets and the
 * data validations of their cells, with marked texts as errors, and comments that keep their spaces
 * and have boxes as tall as their text. Throws when the bytes are no archive.
 */
export async function correctedXlsx(file: Uint8Array, sheets: readonly SheetLines[]): Promise<Uint8Array> {
  const entries = zipDirectory(file);
  if (!entries) throw new Error('The file library wrote no zip archive');
  const parts = await unzip(file, entries, Infinity);
  if (!parts.ok) throw new Error(`The file library wrote a damaged archive: ${parts.problem.message}`);
  const result = new Map<string, Uint8Array>();
  for (const [name, bytes] of parts.value) {
    const [, number] = /^xl\/worksheets\/sheet([0-9]+)\.xml$/.exec(name) ?? [];
    const lines = number === undefined ? undefined : sheets[Number(number) - 1];
    if (lines) {
      const xml = withConditionalRules(textOf(bytes).replaceAll(markedError, ' t="e"$1$2</v>'));
      const lined = withFilterCriteria(withLines(xml, lines.sheet, lines.heights), lines.sheet.filter);
      result.set(name, bytesOf(withValidations(lined, lines.validations)));
    } else if (name === 'xl/workbook.xml') result.set(name, bytesOf(withHiddenFilterNames(textOf(bytes))));
    else if (/^xl\/comments[0-9]+\.xml$/.test(name))
      result.set(name, bytesOf(textOf(bytes).replaceAll('<t>', '<t xml:space="preserve">')));
    else if (name.endsWith('.vml')) {
      const comments = parts.value.get(
        name.replace(/^xl\/drawings\/vmlDrawing([0-9]+)\.vml$/, 'xl/comments$1.xml'),
      );
      result.set(
        name,
        bytesOf(comments ? withRoomyBoxes(textOf(bytes), commentLengths(textOf(comments))) : textOf(bytes)),
      );
    } else result.set(name, bytes);
  }
  return zip(result, true);
}

/** Lines that each comment takes in a box of about forty characters, in the order of the part. */
function commentLengths(comments: string): number[] {
  return [...comments.matchAll(/<t>([^<]*)<\/t>/g)].map(([, text = '']) =>
    text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(line.length / 40)), 0),
  );
}

/** Boxes as tall as their text: the library draws all of them four rows tall. */
function withRoomyBoxes(drawing: string, lines: readonly number[]): string {
  let box = 0;
  return drawing.replaceAll(
    /width:108pt;height:59\.25pt|<x:Anchor>([0-9]+),15,([0-9]+),2,[0-9]+,31,[0-9]+,4<\/x:Anchor>/g,
    (_box, column: string | undefined, row: string | undefined) => {
      const height = Math.max(4, (lines[box] ?? 4) + 1);
      if (column === undefined || row === undefined) return `width:216pt;height:${height * 15}pt`;
      box++;
      return `<x:Anchor>${column},15,${row},2,${Number(column) + 3},31,${Number(row) + height},4</x:Anchor>`;
    },
  );
}
