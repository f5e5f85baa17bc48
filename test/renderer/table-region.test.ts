import { describe, expect, test } from 'vitest';
import { regionAround, seemsToHaveHeader, tableAround } from '../../renderer/data/table-region.ts';
import { Session } from '../../renderer/session.ts';
import type { CellContent, CellRole, WorkbookDocument } from '../../shared/workbook/document.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { engineOf } from './engine-of.ts';

async function open(document: WorkbookDocument): Promise<Session> {
  const source = { kind: 'seeds' as const };
  const opened = await Session.open(engineOf(document), { source, hyperformulaKey: '' }, null);
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

const plain = (rows: readonly (readonly (CellContent | null)[])[]) => open(plainDocument({ S: rows }));

/** A sheet whose rows have these roles. */
async function looked(
  rows: readonly (readonly [role: CellRole, ...contents: (CellContent | null)[]])[],
): Promise<Session> {
  const document = plainDocument({ S: rows.map(([, ...contents]) => contents) });
  return open({
    ...document,
    styles: Object.fromEntries(rows.map(([role]) => [role, { role }])),
    sheets: document.sheets.map((sheet) => ({
      ...sheet,
      rows: sheet.rows.map((cells, row) =>
        cells.map((cell) => cell && { ...cell, style: rows[row]?.[0] ?? 'label' }),
      ),
    })),
  });
}

describe('the cells that belong together', () => {
  test('reach to the next empty row and column, also over corners', async () => {
    const session = await plain([
      [1, null, null, 'apart'],
      [null, 2, null, null],
      [null, 3, null, null],
      [null, null, null, null],
      ['apart', null, null, null],
    ]);
    const region = regionAround({ row: 2, column: 1 }, session.sheet('S'));
    expect(region).toEqual({ top: 0, left: 0, bottom: 2, right: 1 });
  });

  test('of a table begin with the last row of titles and headings above the cell', async () => {
    const session = await looked([
      ['section', 'Deals', null],
      ['header', 'Name', 'Amount'],
      ['unit', null, 'US$'],
      ['label', 'A', 1],
      ['label', 'B', 2],
    ]);
    expect(tableAround({ row: 4, column: 0 }, session, 'S').top).toBe(2);
    expect(tableAround({ row: 1, column: 0 }, session, 'S').top).toBe(1);
  });
});

describe('headings', () => {
  const whole = { top: 0, left: 0, bottom: 2, right: 1 };
  const guess = async (rows: readonly (readonly (CellContent | null)[])[]) =>
    seemsToHaveHeader(whole, await plain(rows), 'S');

  test('are texts over other values', async () => {
    expect(
      await guess([
        ['Name', 'Amount'],
        ['A', 1],
        ['B', 2],
      ]),
    ).toBe(true);
    expect(
      await guess([
        ['Name', 3],
        ['A', 1],
        ['B', 2],
      ]),
    ).toBe(false);
    expect(
      await guess([
        ['C', 'x'],
        ['A', 'y'],
        ['B', 'z'],
      ]),
    ).toBe(false);
  });

  test('are texts that look otherwise than those below', async () => {
    const session = await looked([
      ['header', 'Name', 'Kind'],
      ['label', 'A', 'x'],
      ['label', 'B', 'y'],
    ]);
    expect(seemsToHaveHeader(whole, session, 'S')).toBe(true);
  });
});
