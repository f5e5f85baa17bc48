import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { roundtrip } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'roundtrip-log-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A file in which Ana and Ben have worked, at five past two by this computer's clock. */
function file(name: string): string {
  let minute = 5;
  let who = 'Ana';
  const workbook = Workbook.open(plainDocument({ Deals: [[0.4], [1]] }), '', () => ({
    at: new Date(2026, 10, 12, 14, minute++).toISOString(),
    who,
  }));
  const write = (label: string, rows: readonly number[], content: number) =>
    workbook.apply({
      kind: 'setCells',
      label,
      cells: rows.map((row) => ({ sheet: 'Deals', row, column: 0, content })),
    });
  write('Type 0.45 in Deals!A1', [0], 0.45);
  who = 'Ben';
  workbook.apply({
    kind: 'insertLines',
    label: 'Insert row 1',
    sheet: 'Deals',
    axis: 'rows',
    at: 0,
    count: 1,
  });
  write('Fill Deals!A1:A5', [0, 1, 2, 3, 4], 7);
  workbook.undo();
  const path = join(folder, name);
  writeFileSync(path, writeRoundtripFile(workbook.loggedDocument));
  workbook.close();
  return path;
}

describe('roundtrip log', () => {
  test('lists who did what when, the oldest first', async () => {
    const { code, result } = await roundtrip('log', file('all.roundtrip'));
    expect([code, result.split('\n')]).toEqual([
      0,
      [
        '2026-11-12 14:05  Ana  Type 0.45 in Deals!A1   Deals!A1: 0.45 (was 0.4)',
        '2026-11-12 14:06  Ben  Insert row 1',
        '2026-11-12 14:07  Ben  Fill Deals!A1:A5        Deals!A1: 7 (was empty); Deals!A2: 7 (was 0.45); Deals!A3: 7 (was 1); and 2 more',
        '2026-11-12 14:08  Ben  Undo: Fill Deals!A1:A5  Deals!A1: Emptied (was 7); Deals!A2: 0.45 (was 7); Deals!A3: 1 (was 7); and 2 more',
      ],
    ]);
  });

  test('follows one cell back to where it was', async () => {
    const { result } = await roundtrip('log', file('cell.roundtrip'), '--cell', 'deals!A2');
    expect(result.split('\n')).toEqual([
      '2026-11-12 14:08  Ben  0.45 (was 7)    Undo: Fill Deals!A1:A5',
      '2026-11-12 14:07  Ben  7 (was 0.45)    Fill Deals!A1:A5',
      '2026-11-12 14:05  Ana  0.45 (was 0.4)  Type 0.45 in Deals!A1',
    ]);
  });

  test('gives everything as JSON', async () => {
    const { result } = await roundtrip('log', file('json.roundtrip'), '--json');
    const at = (minute: number) => new Date(2026, 10, 12, 14, minute).toISOString();
    expect(JSON.parse(result)).toMatchObject({
      changes: [
        {
          at: at(5),
          who: 'Ana',
          kind: 'step',
          label: 'Type 0.45 in Deals!A1',
          cells: [['Deals!A1', 0.4, 0.45]],
        },
        { kind: 'step', label: 'Insert row 1', moves: [{ kind: 'lines', sheet: 'Deals', axis: 'rows' }] },
        { kind: 'step', label: 'Fill Deals!A1:A5' },
        { kind: 'undo', at: at(8), who: 'Ben', back: 1 },
      ],
    });
  });

  test('says so where nothing was done', async () => {
    const path = join(folder, 'plain.roundtrip');
    writeFileSync(path, writeRoundtripFile(plainDocument({ Deals: [[1]] })));
    expect(await roundtrip('log', path)).toEqual({
      code: 0,
      result: 'The log holds no changes.',
      message: '',
    });
  });

  test.each(['Deals!A1:B2', 'Nowhere!A1', 'A1', 'total'])(
    'refuses %s, which is no one cell',
    async (cell) => {
      const { code, message } = await roundtrip('log', file('refused.roundtrip'), '--cell', cell);
      expect([code, message.split('\n')[0]]).toEqual([
        2,
        `"${cell}" is no cell of the workbook. Name a sheet and one cell, such as Deals!B4; the sheets are Deals.`,
      ]);
    },
  );
});
