import { expect, test } from 'vitest';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { plainDocument } from '../fixtures/plain-document.ts';

test('how large a sheet is shown lives in the document, and is no step of undo', () => {
  const workbook = Workbook.open(plainDocument({ S: [[1]], T: [[2]] }));
  const zooms = () => workbook.document.sheets.map(({ zoom }) => zoom);
  const write = (content: number) =>
    workbook.apply({ kind: 'setCells', label: 'x', cells: [{ sheet: 'S', row: 0, column: 0, content }] });
  write(5);
  workbook.setZoom('S', 150);
  expect(zooms()).toEqual([150, undefined]);
  expect(workbook.undoLabel).toBe('x');
  workbook.undo();
  expect(workbook.document.sheets[0]?.rows[0]?.[0]?.content).toBe(1);
  expect(zooms()).toEqual([150, undefined]);
  workbook.setZoom('S', 100);
  workbook.redo();
  expect(zooms()).toEqual([undefined, undefined]);
  expect(workbook.document.sheets[0]).not.toHaveProperty('zoom');
  workbook.close();
});
