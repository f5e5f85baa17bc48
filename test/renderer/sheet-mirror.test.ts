import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SheetMirror } from '../../renderer/session/sheet-mirror.ts';

const mirror = () =>
  new SheetMirror({
    name: 'Deals',
    rows: [[{ content: 100, style: 'input' }, { content: '=A1*2' }, null]],
    values: [[100, 200, null]],
    columnWidths: [],
    frozenRows: 0,
    frozenColumns: 0,
    gridLines: true,
    conditionalLooks: [],
  });

test('a typed cell and the cells that follow it are marked, each counted once', () => {
  const sheet = mirror();
  sheet.setContent(0, 0, 120);
  sheet.setValue(0, 0, 120);
  sheet.setValue(0, 1, 240);
  expect([sheet.moved(0, 0), sheet.moved(0, 1), sheet.moved(0, 2)]).toEqual([true, true, false]);
  expect(sheet.sinceSaved).toEqual({ typed: 1, moved: 1 });
  expect(sheet.savedValue(0, 1)).toBe(200);
});

test('going back to what was saved takes the marks away, also over several steps', () => {
  const sheet = mirror();
  for (const value of [120, 130, 100]) {
    sheet.setContent(0, 0, value);
    sheet.setValue(0, 0, value);
    sheet.setValue(0, 1, value * 2);
  }
  expect(sheet.sinceSaved).toEqual({ typed: 0, moved: 0 });
});

test('a difference in the last bits is no move', () => {
  const sheet = mirror();
  sheet.setValue(0, 1, 200.00000000000003);
  expect(sheet.moved(0, 1)).toBe(false);
});

test('saving makes the present the point of comparison, and names the cells that lose their mark', () => {
  const sheet = mirror();
  sheet.setContent(0, 0, 120);
  sheet.setValue(0, 0, 120);
  sheet.setValue(0, 1, 240);
  sheet.markWritten();
  expect(sheet.markSaved()).toEqual([
    { row: 0, column: 0 },
    { row: 0, column: 1 },
  ]);
  expect(sheet.sinceSaved).toEqual({ typed: 0, moved: 0 });
  expect(sheet.savedValue(0, 1)).toBe(240);
});

test('a cleared cell keeps its style, and one without style is gone', () => {
  const sheet = mirror();
  sheet.setContent(0, 0, null);
  sheet.setContent(0, 1, null);
  expect(sheet.cell(0, 0)).toEqual({ content: null, style: 'input' });
  expect(sheet.cell(0, 1)).toBeNull();
});

test('cells beyond the used part grow the sheet', () => {
  const sheet = mirror();
  sheet.setContent(4, 6, 'x');
  sheet.setValue(4, 6, 'x');
  expect([sheet.usedRows, sheet.usedColumns, sheet.value(4, 6), sheet.value(3, 6)]).toEqual([
    5,
    7,
    'x',
    null,
  ]);
});

test('what is typed after the text for the disk was made stays marked when that text is saved', () => {
  const sheet = mirror();
  sheet.setContent(0, 0, 120);
  sheet.markWritten();
  sheet.setContent(0, 2, 777);
  sheet.setValue(0, 2, 777);
  sheet.markSaved();
  expect([sheet.moved(0, 0), sheet.moved(0, 2)]).toEqual([false, true]);
  expect(sheet.sinceSaved).toEqual({ typed: 1, moved: 0 });
});

test('a value far down takes no room above it', () => {
  const sheet = mirror();
  sheet.setContent(1_048_575, 3, 7);
  sheet.setValue(1_048_575, 3, 7);
  expect([sheet.usedRows, sheet.usedColumns]).toEqual([1_048_576, 4]);
  expect(sheet.value(1_048_575, 3)).toBe(7);
  expect(sheet.value(500_000, 3)).toBe(null);
  expect(sheet.sinceSaved).toEqual({ typed: 1, moved: 0 });
});

test('after any changes and savings the counts are those of the cells that differ from the saved file', () => {
  const step = fc.record({
    kind: fc.constantFrom('type', 'move', 'asSaved', 'write', 'save'),
    column: fc.nat(2),
    value: fc.nat(2),
  });
  fc.assert(
    fc.property(fc.array(step), (steps) => {
      const sheet = mirror();
      const columns = [0, 1, 2];
      const now = () => ({
        contents: columns.map((column) => sheet.cell(0, column)?.content ?? null),
        values: columns.map((column) => sheet.value(0, column)),
      });
      let saved = now();
      let written: typeof saved | null = null;
      for (const { kind, column, value } of steps) {
        if (kind === 'type') sheet.setContent(0, column, value);
        if (kind === 'move') sheet.setValue(0, column, value);
        if (kind === 'asSaved') {
          sheet.takeAsSaved(0, column);
          for (const state of [saved, written]) if (state) state.values[column] = sheet.value(0, column);
        }
        if (kind === 'write') {
          sheet.markWritten();
          written = now();
        }
        if (kind === 'save' && written) {
          sheet.markSaved();
          saved = written;
          written = null;
        }
        const { contents, values } = now();
        const typed = columns.filter((place) => contents[place] !== saved.contents[place]);
        const moved = columns.filter((place) => values[place] !== saved.values[place]);
        expect(sheet.sinceSaved).toEqual({
          typed: typed.length,
          moved: moved.filter((place) => !typed.includes(place)).length,
        });
        expect(columns.filter((place) => sheet.moved(0, place))).toEqual(
          columns.filter((place) => typed.includes(place) || moved.includes(place)),
        );
      }
    }),
  );
});
