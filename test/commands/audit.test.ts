import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { plainDocument, type Rows } from '../fixtures/plain-document.ts';
import { roundtrip } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'roundtrip-audit-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(name: string, rows: Rows): string {
  const path = join(folder, name);
  writeFileSync(path, writeRoundtripFile(plainDocument({ Sheet1: rows })));
  return path;
}

test('lists the findings under their kinds; what is no error leaves the exit code', async () => {
  const path = fileOf('typed.roundtrip', [[1, 2, '=A1*1.2']]);
  const { code, result } = await roundtrip('audit', path);
  expect([code, result.split('\n')]).toEqual([
    0,
    [
      'Numbers typed in formulas (1)',
      '  Sheet1!C1 has the number 1.2 typed in its formula. Put it into a cell of its own, with its unit and source, and refer to that.',
      '',
      'Unused inputs (1)',
      '  No formula reads Sheet1!B1. Delete it, or let the formulas read it that should.',
      '',
      '2 findings.',
    ],
  ]);
});

test('a loop in a file turns the exit code, and JSON names its cells in order', async () => {
  const path = fileOf('loop.roundtrip', [['=B1', '=A1']]);
  const { code, result } = await roundtrip('audit', path, '--json');
  expect(code).toBe(1);
  expect(JSON.parse(result)).toEqual({
    findings: [
      {
        kind: 'circular',
        cells: ['Sheet1!A1', 'Sheet1!B1'],
        message: 'Each of these cells reads the next: Sheet1!A1 → Sheet1!B1 → Sheet1!A1.',
        remedy:
          'Break the loop at one of these cells, for example by reading the value of the period before.',
      },
    ],
  });
});

test('a workbook with nothing to ask about says so', async () => {
  expect(await roundtrip('audit', fileOf('plain.roundtrip', [[1, '=A1']]))).toEqual({
    code: 0,
    result: 'Nothing was found.',
    message: '',
  });
});

test('without a file it tells how it is called', async () => {
  const { code, message } = await roundtrip('audit');
  expect([code, message.split('\n')[0]]).toEqual([2, 'FILE is missing.']);
});
