import type { Problem } from '../result.ts';
import { addressText, cellReference, contains, quoteSheet, type Address } from './address.ts';
import type { SetCells } from './command.ts';
import {
  isFormula,
  plainText,
  type CellContent,
  type CellStyle,
  type CellValue,
  type DefinedName,
} from './document.ts';
import { isChoice, offeredChoices, type Choice } from './limits.ts';
import { formatValue } from './number-format.ts';

type CellWrite = SetCells['cells'][number];

/** What is read of a workbook to tell whether its cells may hold what is written into them. */
export interface ChoiceSource {
  /** The style that a cell has before anything is written; with it another may come, and the list still counts. */
  readonly styleAt: (address: Address) => CellStyle | undefined;
  /** The cells that list the choices of a name; undefined when there is no such name. */
  readonly listOf: (name: string) => DefinedName | undefined;
  /** Values of a defined name's cells, row by row. */
  readonly valuesOf: (list: DefinedName) => readonly (readonly CellValue[])[];
}

/** A list with more choices than this is told by its place, not choice by choice. */
const mostChoicesNamed = 12;

/**
 * Why contents are not written: one of them is none of the choices of its cell. Null when every cell
 * may hold what it is to hold. Emptying a cell is always allowed, and so are a formula, whose value
 * is known only later, and everything where there is no choice at all.
 */
export function choiceRefusal(cells: readonly CellWrite[], source: ChoiceSource): Problem | null {
  const lists = new Map<string, OfferedChoices | null>();
  const listOf = (name: string): OfferedChoices | null => {
    const known = lists.get(name);
    if (known !== undefined) return known;
    const list = source.listOf(name);
    const choices = list ? choicesAfter(list, cells, source) : [];
    const found = list && choices.length > 0 ? { list, choices } : null;
    lists.set(name, found);
    return found;
  };
  let first: { readonly cell: CellWrite; readonly style: CellStyle; readonly from: OfferedChoices } | null =
    null;
  let count = 0;
  for (const cell of cells) {
    if (isFormula(cell.content)) continue;
    const style = source.styleAt(cell);
    const from = style?.choicesName === undefined ? null : listOf(style.choicesName);
    if (!style || !from || isChoice(valueOf(cell.content), from.choices)) continue;
    first ??= { cell, style, from };
    count++;
  }
  return first && problemOf(first.cell, first.style, first.from, count);
}

/** The cells of a list and what they say; never without a choice. */
interface OfferedChoices {
  readonly list: DefinedName;
  readonly choices: readonly Choice[];
}

/**
 * The choices as they are once the contents are written; none where one of them becomes a formula,
 * whose value is not known yet.
 */
function choicesAfter(
  list: DefinedName,
  cells: readonly CellWrite[],
  source: ChoiceSource,
): readonly Choice[] {
  const { sheet, range } = list;
  const written = cells.filter((cell) => cell.sheet === sheet && contains(range, cell.row, cell.column));
  if (written.some(({ content }) => isFormula(content))) return [];
  const values = source.valuesOf(list).map((row) => [...row]);
  for (const { row, column, content } of written) {
    const line = values[row - range.top];
    if (line) line[column - range.left] = valueOf(content);
  }
  return offeredChoices(values.flat());
}

/** The value of a content that is no formula. */
function valueOf(content: CellContent | null): CellValue {
  return typeof content === 'string' ? plainText(content) : content;
}

function problemOf(
  cell: CellWrite,
  style: CellStyle,
  { list, choices }: OfferedChoices,
  count: number,
): Problem {
  const subject = addressText(cell);
  const words = (value: CellValue) => formatValue(value, style.format).text;
  const written = words(valueOf(cell.content));
  const { top, left, bottom, right } = list.range;
  const place = `${quoteSheet(list.sheet)}!${cellReference(top, left)}:${cellReference(bottom, right)}`;
  return {
    code: 'not-a-choice',
    message:
      count === 1
        ? `“${written}” is none of the choices of ${subject}.`
        : `${count} cells cannot take what was to be written into them, because it is none of their choices. The first is ${subject}, with “${written}”.`,
    subject,
    remedy:
      choices.length > mostChoicesNamed
        ? `Its ${choices.length} choices stand in ${place}.`
        : `Its choices are ${choices.map(words).join(', ')}.`,
  };
}
