import type { Address } from '../workbook/address.ts';
import {
  isCellError,
  textContent,
  type CellContent,
  type CellValue,
  type DefinedName,
  type Heading,
  type WhatIfTable,
} from '../workbook/document.ts';
import type { Changes } from '../workbook/changes.ts';
import type { Workbook } from '../workbook/workbook.ts';

type Edit = Changes['contents'][number];

/** One recalculation: what is set for it, and the result cells that read a figure of it. */
interface Question {
  readonly edits: readonly Edit[];
  readonly cells: readonly { readonly at: Address; readonly figure: Address }[];
}

/** Results that were found while the workbook was as it is now, by their question. */
export type KnownResults = Map<string, readonly Edit[]>;

/** What stands in a result cell whose headings do not say what to recalculate. */
const faults = {
  noName: 'no such name',
  noCell: 'name of several cells',
  twice: 'set twice',
} as const;

/**
 * Works out the results of all what-if tables and writes them, with one recalculation for all result
 * cells that set the same cells to the same values. Gives null after each recalculation and, when
 * results were written, what changed; the caller may stop anywhere by ending the generator, which
 * leaves the workbook as it was but for what was written.
 *
 * Until it has ended or is ended, nothing else may be asked of the workbook. Begun again with the
 * same `known` while the workbook is the same, it goes on where it was ended.
 *
 * Headings may depend on the results of other tables. A figure that depends on results is read as
 * the results are at the moment.
 */
export function* refreshWhatIfTables(
  workbook: Workbook,
  known: KnownResults = new Map(),
): Generator<Changes | null, void, void> {
  // Where the headings of one table depend on another's results, the next round follows them.
  const rounds = workbook.document.whatIfTables?.length ?? 0;
  for (let round = 0; round < rounds; round++) {
    const { questions, words } = plan(workbook);
    const open = questions.filter((question) => !known.has(keyOf(question)));
    const cases = open.map((question) => ({
      edits: question.edits,
      read: () =>
        known.set(
          keyOf(question),
          question.cells.map(({ at, figure }) => ({ ...at, content: contentOf(workbook.value(figure)) })),
        ),
    }));
    for (const _ of workbook.whatIfs(cases)) yield null;
    const changes = workbook.writeResults([
      ...words,
      ...questions.flatMap((question) => known.get(keyOf(question)) ?? []),
    ]);
    if (changes.results.length === 0) return;
    yield changes;
  }
}

/** Works out and writes the results of all what-if tables at once. Takes a recalculation for each setting they ask for. */
export function fillWhatIfTables(workbook: Workbook): void {
  const work = refreshWhatIfTables(workbook);
  while (work.next().done !== true);
}

function keyOf({ edits, cells }: Question): string {
  return JSON.stringify([edits, cells]);
}

/** What the tables ask, in the words and values of their headings now; and the words for cells that ask nothing. */
function plan(workbook: Workbook): { readonly questions: Question[]; readonly words: Edit[] } {
  const questions = new Map<string, { edits: readonly Edit[]; cells: { at: Address; figure: Address }[] }>();
  const words: Edit[] = [];
  for (const table of workbook.document.whatIfTables ?? []) {
    for (const at of cellsOf(table)) {
      const read = (heading: Heading) => workbook.value(headingCell(heading, at));
      const figure = namedCell(workbook, read(table.figure));
      const edits = editsOf(workbook, table, read);
      if (typeof figure === 'string') {
        words.push({ ...at, content: figure });
        continue;
      }
      if (typeof edits === 'string') {
        words.push({ ...at, content: edits });
        continue;
      }
      const key = JSON.stringify(edits);
      const question = questions.get(key) ?? { edits, cells: [] };
      questions.set(key, question);
      question.cells.push({ at, figure });
    }
  }
  return { questions: [...questions.values()], words };
}

function* cellsOf({ sheet, results }: WhatIfTable): Generator<Address> {
  for (let row = results.top; row <= results.bottom; row++) {
    for (let column = results.left; column <= results.right; column++) yield { sheet, row, column };
  }
}

function headingCell(heading: Heading, result: Address): Address {
  if ('cell' in heading) return { ...result, ...heading.cell };
  return { ...result, ...heading };
}

/** The cells that are set for one result and their contents, or why they cannot be. */
function editsOf(
  workbook: Workbook,
  { set }: WhatIfTable,
  read: (heading: Heading) => CellValue,
): Edit[] | string {
  const edits: Edit[] = [];
  for (const { name, value } of set) {
    const cell = namedCell(workbook, typeof name === 'string' ? name : read(name));
    if (typeof cell === 'string') return cell;
    const wanted = read(value);
    if (isCellError(wanted)) return wanted.error;
    const isSet = ({ sheet, row, column }: Edit) =>
      sheet === cell.sheet && row === cell.row && column === cell.column;
    if (edits.some(isSet)) return faults.twice;
    edits.push({ ...cell, content: contentOf(wanted) });
  }
  return edits;
}

/** The one cell that a heading names, or why there is none. */
function namedCell(workbook: Workbook, name: CellValue): Address | string {
  if (isCellError(name)) return name.error;
  const found = typeof name === 'string' ? workbook.name(name) : undefined;
  if (!found) return faults.noName;
  return isOneCell(found)
    ? { sheet: found.sheet, row: found.range.top, column: found.range.left }
    : faults.noCell;
}

function isOneCell({ range }: DefinedName): boolean {
  return range.top === range.bottom && range.left === range.right;
}

/** The content that shows this value: an error as its code, a number that no file can hold as Excel's error for it. */
function contentOf(value: CellValue): CellContent | null {
  if (isCellError(value)) return value.error;
  if (typeof value === 'string') return textContent(value);
  if (typeof value !== 'number') return value;
  if (!Number.isFinite(value)) return '#NUM!';
  // No file tells minus zero from zero.
  return value === 0 ? 0 : value;
}
