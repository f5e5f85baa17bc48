import type { Address, Range } from '../address.ts';
import type { DefinedName } from '../document.ts';
import { formulaTokens, isLocalName } from '../formula-tokens.ts';
import { parsedReference, sheetOfPrefix, type End } from '../structure/follow-formula.ts';

/** Lines that a formula reads as it stands in the first cell; `step` is 1 where they move along with the cell. */
interface ReadLines {
  readonly first: number;
  readonly last: number;
  /** Null where only one end moves, so that every cell may read any line. */
  readonly step: 0 | 1 | null;
}

interface Read {
  readonly sheet: string;
  /** Null for all lines of the sheet. */
  readonly rows: ReadLines | null;
  readonly columns: ReadLines | null;
}

/** What a formula reads that is filled over a range. */
export interface FormulaReads {
  readonly areas: readonly Read[];
  /** What it reads is only known when it is calculated, or its value changes by itself. */
  readonly isOpen: boolean;
}

/** Functions whose value may change though no cell that the formula names has. The day does so too seldom to count. */
const open = new Set('INDIRECT OFFSET NOW RAND RANDBETWEEN RANDARRAY CELL INFO'.split(' '));

/** What a formula on a sheet reads; names stand for their cells. */
export function formulaReads(formula: string, sheet: string, names: readonly DefinedName[]): FormulaReads {
  const tokens = formulaTokens(formula);
  const areas: Read[] = [];
  let isOpen = false;
  for (const [index, { kind, text }] of tokens.entries()) {
    if (kind === 'function' && open.has(text.toUpperCase())) isOpen = true;
    // The cells between two references that are worked out, and those over which a result spills.
    else if (kind === 'sign' && /^[:#@]$/.test(text)) isOpen = true;
    else if (kind === 'cells') {
      const found = parsedReference(text);
      if (found) {
        areas.push({
          sheet: found.prefix === '' ? sheet : sheetOfPrefix(found.prefix),
          rows: readLines(found.rows),
          columns: readLines(found.columns),
        });
      }
    } else if (kind === 'name' && !isLocalName(tokens, text)) {
      const called = text.slice(text.lastIndexOf('!') + 1).toLowerCase();
      const name = names.find((one) => one.name.toLowerCase() === called);
      if (name) {
        const { top, left, bottom, right } = name.range;
        areas.push({
          sheet: name.sheet,
          rows: { first: top, last: bottom, step: 0 },
          columns: { first: left, last: right, step: 0 },
        });
      } else if (tokens[index + 1]?.text !== '(') isOpen = true;
    }
  }
  return { areas, isOpen };
}

function readLines(ends: readonly [End, End] | undefined): ReadLines | null {
  if (!ends) return null;
  const [one, other] = ends;
  const lines = { first: Math.min(one.line, other.line), last: Math.max(one.line, other.line) };
  const isFixed = [one, other].map(({ fixed }) => fixed !== '');
  return { ...lines, step: isFixed[0] === isFixed[1] ? (isFixed[0] ? 0 : 1) : null };
}

const everyLine = { first: 0, last: Infinity } as const;

/** The lines on which a formula reads this line, when it is written for the line `from`; null for none. */
function readingLines(
  lines: ReadLines | null,
  line: number,
  from: number,
): { readonly first: number; readonly last: number } | null {
  if (!lines || lines.step === null) return everyLine;
  if (lines.step === 0) return line >= lines.first && line <= lines.last ? everyLine : null;
  return { first: line - lines.last + from, last: line - lines.first + from };
}

/** The cells, by rectangles, in which the formula reads a cell; `from` is the cell for which it is written. */
export function readingCells(
  { areas }: FormulaReads,
  changed: Address,
  from: { readonly row: number; readonly column: number },
): Range[] {
  return areas.flatMap(({ sheet, rows, columns }) => {
    if (sheet.toLowerCase() !== changed.sheet.toLowerCase()) return [];
    const down = readingLines(rows, changed.row, from.row);
    const along = readingLines(columns, changed.column, from.column);
    return down && along
      ? [{ top: down.first, left: along.first, bottom: down.last, right: along.last }]
      : [];
  });
}
