import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { cellHistory } from '../../../shared/workbook/change-log/cell-history.ts';
import type { LogEntry } from '../../../shared/workbook/change-log/log-entry.ts';
import { placeNow } from '../../../shared/workbook/change-log/place-now.ts';
import type { Address } from '../../../shared/workbook/address.ts';
import type { Command } from '../../../shared/workbook/command.ts';
import type { Cell, WorkbookDocument } from '../../../shared/workbook/document.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { plainDocument } from '../../fixtures/plain-document.ts';
import { anyNumbers, columns, rows, stepOf } from './any-step.ts';

/* A cell's history against cells that carry their own: numbers that are put where the cells are. */

const steps = 20;
/** Far enough that no line which matters comes in from beyond. */
const extent = { rows: rows + 2 * steps, columns: columns + 2 * steps };

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

/** Who stands where: a number a cell, by sheet. */
type Tokens = ReadonlyMap<string, readonly (readonly number[])[]>;

interface Done {
  readonly command: Command;
  readonly before: Tokens;
  readonly after: Tokens;
  /** `Sheet!row,column` of cells that the command wrote, where they are after it. */
  readonly written: ReadonlySet<string>;
  readonly entry: number;
}

const key = (sheet: string, row: number, column: number) => `${sheet}!${row},${column}`;

/** A workbook whose cells carry numbers, and what happened to each number. */
class Shadow {
  readonly pasts = new Map<number, number[]>();
  tokens: Tokens;
  #last = 0;

  constructor({ sheets }: WorkbookDocument) {
    this.tokens = new Map(sheets.map(({ name }) => [name, this.fresh(extent.rows)]));
  }

  fresh(count: number, width = extent.columns): number[][] {
    return Array.from({ length: count }, () => Array.from({ length: width }, () => this.one()));
  }

  one(): number {
    this.pasts.set(++this.#last, []);
    return this.#last;
  }

  /** Where the numbers are after a command. */
  moved(command: Command): Tokens {
    const next = new Map([...this.tokens].map(([name, grid]) => [name, grid.map((line) => [...line])]));
    switch (command.kind) {
      case 'insertLines':
      case 'deleteLines':
      case 'moveLines': {
        const grid = next.get(command.sheet) ?? [];
        const { at, count } = command;
        const splice = <Item>(items: Item[], fresh: () => Item): void => {
          if (command.kind === 'insertLines') {
            const added = [command, ...(command.others ?? [])];
            for (const lines of added.toSorted((first, second) => second.at - first.at))
              items.splice(lines.at, 0, ...Array.from({ length: lines.count }, fresh));
          } else if (command.kind === 'moveLines') {
            const taken = items.splice(at, count);
            items.splice(command.to > at ? command.to - count : command.to, 0, ...taken);
          } else {
            const gone = [command, ...(command.others ?? [])];
            const isGone = (place: number) =>
              gone.some((lines) => place >= lines.at && place < lines.at + lines.count);
            items.splice(0, items.length, ...items.filter((_, place) => !isGone(place)));
          }
        };
        if (command.axis === 'rows') splice(grid, () => this.fresh(1)[0] ?? []);
        else for (const line of grid) splice(line, () => this.one());
        break;
      }
      case 'addSheet':
        next.set(command.name, this.fresh(extent.rows));
        break;
      case 'deleteSheet':
        next.delete(command.sheet);
        break;
      case 'renameSheet': {
        const grid = next.get(command.sheet) ?? [];
        next.delete(command.sheet);
        next.set(command.name, grid);
        break;
      }
      case 'several':
        for (const one of command.commands) if (one.kind === 'moveCells') this.#cut(next, one);
        break;
      case 'moveCells':
        this.#cut(next, command);
        break;
      default:
    }
    return next;
  }

  #cut(next: Map<string, number[][]>, { from, to }: Extract<Command, { kind: 'moveCells' }>): void {
    const { top, left, bottom, right } = from.range;
    const taken: [number, number, number][] = [];
    for (let row = top; row <= bottom; row++)
      for (let column = left; column <= right; column++) {
        const line = next.get(from.sheet)?.[row] ?? [];
        taken.push([row, column, line[column] ?? 0]);
        line[column] = this.one();
      }
    for (const [row, column, token] of taken) {
      const line = next.get(to.sheet)?.[row - top + to.row];
      if (line) line[column - left + to.column] = token;
    }
  }

  /** Goes to where a step leads and lets every number there remember the entry, if it did something to it. */
  arrive(to: Tokens, entry: number, step: Done): void {
    const cuts = isCut(step.command);
    const from = placesOf(this.tokens);
    for (const [place, token] of placesOf(to, 'places')) {
      const before = from.get(token);
      const past = this.pasts.get(token) ?? [];
      // Gone and back: what happened in between was none of its own.
      if (before === undefined && entry !== step.entry)
        past.splice(0, past.length, ...past.filter((earlier) => earlier <= step.entry));
      const isTouched = step.written.has(place) || before === undefined || (cuts && before !== place);
      if (isTouched) past.push(entry);
    }
    const left = placesOf(to);
    for (const [token] of from) if (!left.has(token)) this.pasts.get(token)?.push(entry);
    this.tokens = to;
  }
}

function placesOf(tokens: Tokens): Map<number, string>;
function placesOf(tokens: Tokens, by: 'places'): Map<string, number>;
function placesOf(tokens: Tokens, by?: 'places'): Map<number | string, number | string> {
  const found = new Map<number | string, number | string>();
  for (const [sheet, grid] of tokens)
    for (const [row, line] of grid.entries())
      for (const [column, token] of line.entries()) {
        const place = key(sheet, row, column);
        if (by) found.set(place, token);
        else found.set(token, place);
      }
  return found;
}

/** The cells that differ between documents in which all of them are at their places. */
function writtenIn(before: WorkbookDocument, after: WorkbookDocument, command: Command): Set<string> {
  const written = new Set<string>();
  const inPlace = ['setCells', 'moveCells', 'setLooks', 'setNote', 'several', 'setName'];
  if (!inPlace.includes(command.kind)) return written;
  const parts = (cell: Cell | null | undefined) => [cell?.content ?? null, cell?.style, cell?.note];
  for (const [index, { name, rows: now }] of after.sheets.entries()) {
    const was = before.sheets[index]?.rows ?? [];
    for (let row = 0; row < Math.max(now.length, was.length); row++) {
      const width = Math.max(now[row]?.length ?? 0, was[row]?.length ?? 0);
      for (let column = 0; column < width; column++) {
        if (JSON.stringify(parts(now[row]?.[column])) !== JSON.stringify(parts(was[row]?.[column])))
          written.add(key(name, row, column));
      }
    }
  }
  return written;
}

function start(): WorkbookDocument {
  const document = plainDocument(
    {
      First: [
        [1, 2, 3],
        ['=A1*2', '=Second!B1', 'x'],
        [4, '=SUM(A1:C2)', null],
      ],
      Second: [
        ['=First!A1', 5],
        [null, '=First!B2+1'],
      ],
      Third: [[1]],
    },
    { figure: 'First!A1', pair: 'Second!B1:B2' },
  );
  const row = (top: number) => ({ top, left: 0, bottom: top, right: 1 });
  return { ...document, bounds: [{ sheet: 'First', range: row(0), low: row(1), high: row(2) }] };
}

test('the history of a cell follows it through any sequence of commands, undone and redone', () => {
  let returned = 0;
  fc.assert(
    fc.property(fc.array(anyNumbers, { minLength: steps, maxLength: steps }), (sequence) => {
      const workbook = Workbook.open(start(), '', () => ({ at: '2026-11-12T14:05:00.000Z', who: 'Ana' }));
      opened.push(workbook);
      const shadow = new Shadow(workbook.document);
      const afterEntry: Tokens[] = [];
      const done: Done[] = [];
      const undone: Done[] = [];
      const log = (): readonly LogEntry[] => workbook.loggedDocument.changeLog ?? [];
      for (const numbers of sequence) {
        const asked = stepOf(numbers, workbook.document);
        const before = workbook.document;
        const entry = log().length;
        if (asked === 'undo' || asked === 'redo') {
          const [from, to] = asked === 'undo' ? [done, undone] : [undone, done];
          const step = from.pop();
          expect((asked === 'undo' ? workbook.undo() : workbook.redo()) === null).toBe(!step);
          if (!step) continue;
          to.push(step);
          returned++;
          shadow.arrive(asked === 'undo' ? step.before : step.after, entry, step);
        } else {
          const applied = workbook.apply(asked);
          if (!applied.ok || workbook.document === before) {
            expect(log()).toHaveLength(entry);
            continue;
          }
          const after = shadow.moved(asked);
          const written = writtenIn(before, workbook.document, asked);
          const step = { command: asked, before: shadow.tokens, after, written, entry };
          undone.length = 0;
          done.push(step);
          shadow.arrive(after, entry, step);
        }
        afterEntry.push(shadow.tokens);
      }
      const entries = log();
      expect(entries).toHaveLength(afterEntry.length);
      const now = placesOf(shadow.tokens);
      const told = corners(shadow.tokens).map(([place]) => ({
        place,
        past: cellHistory(entries, place).map(({ entry }) => entry),
      }));
      expect(told).toEqual(
        corners(shadow.tokens).map(([place, token]) => ({
          place,
          past: shadow.pasts.get(token)?.toReversed(),
        })),
      );
      for (const [entry, tokens] of afterEntry.entries()) {
        const found = corners(tokens).map(([place]) => placeNow(entries, entry, place));
        expect(found.map((place) => place && key(place.sheet, place.row, place.column))).toEqual(
          corners(tokens).map(([, token]) => now.get(token) ?? null),
        );
      }
      workbook.close();
      opened.pop();
    }),
    { numRuns: 15, seed: 11 },
  );
  expect(returned).toBeGreaterThan(30);
});

function isCut(command: Command): boolean {
  return (
    command.kind === 'moveCells' ||
    (command.kind === 'several' && command.commands.some(({ kind }) => kind === 'moveCells'))
  );
}

/** The cells on which steps work, with their numbers. */
function corners(tokens: Tokens): [Address, number][] {
  return [...tokens].flatMap(([sheet, grid]) =>
    grid
      .slice(0, rows)
      .flatMap((line, row) =>
        line.slice(0, columns).map((token, column): [Address, number] => [{ sheet, row, column }, token]),
      ),
  );
}
