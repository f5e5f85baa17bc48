import { addressText, type Address } from '../workbook/address.ts';
import { isCellError, type ErrorCode } from '../workbook/document.ts';
import { areaOf } from '../workbook/areas.ts';
import type { Finding } from './finding.ts';
import { grouped } from '../workbook/grouped.ts';
import type { Survey } from './survey.ts';

/** More errors than these are told without their reason, which takes time to work out. */
const mostExplained = 200;

interface ErrorCell extends Address {
  readonly error: ErrorCode;
}

/** A finding for each cell in which an error begins, with the number of cells that show it because of this one. */
export function findErrors({ workbook, sheets }: Survey): Finding[] {
  const cells = errorCells(sheets).filter(({ error }) => error !== '#CYCLE!');
  const byKey = new Map(cells.map((cell) => [addressText(cell), cell]));
  const bySheet = grouped(cells, ({ sheet }) => sheet);
  const origins = new Map<ErrorCell, ErrorCell>();

  /** An error of the same kind among the cells that a cell reads. */
  const readError = (cell: ErrorCell): ErrorCell | undefined => {
    const formulaCell = addressText(cell);
    for (const { sheet, range } of workbook.precedents(cell)) {
      const { top, left, bottom, right } = range;
      const found =
        top === bottom && left === right
          ? byKey.get(addressText({ sheet, row: top, column: left }))
          : bySheet
              .get(sheet)
              ?.find(
                ({ row, column, error }) =>
                  error === cell.error && row >= top && row <= bottom && column >= left && column <= right,
              );
      if (found?.error === cell.error && addressText(found) !== formulaCell) return found;
    }
    return undefined;
  };
  /** Where the error of a cell begins. */
  const originOf = (cell: ErrorCell): ErrorCell => {
    const way: ErrorCell[] = [];
    let at = cell;
    for (;;) {
      const known = origins.get(at);
      const next = known ?? readError(at);
      way.push(at);
      if (known || !next || way.includes(next)) {
        const origin = known ?? at;
        for (const passed of way) origins.set(passed, origin);
        return origin;
      }
      at = next;
    }
  };

  return [...grouped(cells, originOf)].map(([origin, all], index) => {
    const why = index < mostExplained ? workbook.explainError(origin) : null;
    const others = all.length - 1;
    const because =
      others === 0
        ? ''
        : ` ${others} more ${others === 1 ? 'cell shows' : 'cells show'} it because of this one.`;
    return {
      kind: 'error',
      cells: [areaOf(origin)],
      message: `${addressText(origin)} shows ${origin.error}. ${why?.message ?? ''}`.trim() + because,
      remedy: 'Mend the formula, or what it reads; IFERROR would only hide it.',
    };
  });
}

/** A finding for each loop, its cells in order: each reads the next, and the last the first. */
export function findLoops({ workbook, sheets }: Survey): Finding[] {
  const loops = new Map<string, readonly Address[]>();
  const inKnownLoop = new Set<string>();
  for (const cell of errorCells(sheets)) {
    if (cell.error !== '#CYCLE!' || inKnownLoop.has(addressText(cell))) continue;
    const loop = workbook.loopThrough(cell);
    for (const member of loop) inKnownLoop.add(addressText(member));
    if (loop.length > 0) loops.set(loop.map(addressText).toSorted().join(), loop);
  }
  return [...loops.values()].map((loop) => {
    const words = loop.map(addressText);
    return {
      kind: 'circular',
      cells: loop.map(areaOf),
      message:
        loop.length === 1
          ? `${words[0]} reads itself.`
          : `Each of these cells reads the next: ${[...words, words[0]].join(' → ')}.`,
      remedy: 'Break the loop at one of these cells, for example by reading the value of the period before.',
    };
  });
}

function errorCells(sheets: Survey['sheets']): ErrorCell[] {
  return sheets.flatMap((sheet) => {
    const found: ErrorCell[] = [];
    for (let row = 0; row < sheet.valueRows; row++) {
      for (const [column, value] of sheet.valuesOf(row).entries())
        if (isCellError(value)) found.push({ sheet: sheet.name, row, column, error: value.error });
    }
    return found;
  });
}
