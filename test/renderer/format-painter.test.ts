import { expect, test } from 'vitest';
import { FormatPainter } from '../../renderer/looks/format-painter.ts';
import { Session } from '../../renderer/session.ts';
import { maximumRows, parseReference } from '../../shared/workbook/address.ts';
import type { CellStyle } from '../../shared/workbook/document.ts';
import { engineOf } from './engine-of.ts';

const yellow: CellStyle = { role: 'input', fillColour: '#FFFF00' };
const bold: CellStyle = { role: 'calculation', strong: true };

async function opened() {
  const rows = [
    [
      { content: 1, style: 'yellow' },
      { content: 2, style: 'bold' },
    ],
    [{ content: 3 }, { content: 4 }],
    [{ content: 5 }, { content: 6 }],
  ];
  const sheet = { name: 'S', rows, columnWidths: [], frozenRows: 0, frozenColumns: 0, gridLines: true };
  const answer = await Session.open(
    engineOf({ title: '', names: [], styles: { yellow, bold }, sheets: [sheet] }),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!answer.ok) throw new Error(answer.problem.message);
  const session = answer.value;
  const painter = new FormatPainter(session);
  const area = (cells: string) => {
    const range = parseReference(cells)?.range;
    if (!range) throw new Error(cells);
    return { sheet: 'S', range };
  };
  const styleAt = (cells: string) => {
    const { sheet: name, range } = area(cells);
    return session.styleOf(session.cell({ sheet: name, row: range.top, column: range.left }));
  };
  const paint = async (cells: string) => {
    const command = painter.paint(area(cells));
    if (command) expect(await session.dispatch(command)).toMatchObject({ ok: true });
    return command;
  };
  return { session, painter, area, styleAt, paint };
}

test('looks are put on once, repeated where there is room for more, in one step', async () => {
  const { session, painter, area, styleAt, paint } = await opened();
  painter.take(area('A1:B1'));
  expect(painter.isOn).toBe(true);
  await paint('A2:B3');
  expect(['A2', 'B2', 'A3', 'B3'].map(styleAt)).toEqual([yellow, bold, yellow, bold]);
  expect(painter.isOn).toBe(false);
  expect(session.history.undoLabel).toBe('Format of S!A1:B1 in S!A2:B3');
  await session.undo();
  expect(styleAt('A2')).toBeUndefined();
});

test('a single cell stands for as many as were taken up', async () => {
  const { painter, area, styleAt, paint } = await opened();
  painter.take(area('A1:B1'));
  await paint('A3');
  expect(['A3', 'B3'].map(styleAt)).toEqual([yellow, bold]);
});

test('of whole columns the part in use takes part; nothing is sent where all look so', async () => {
  const { painter, area, styleAt, paint } = await opened();
  painter.take(area(`A1:A${maximumRows}`));
  await paint(`B1:B${maximumRows}`);
  expect(['B1', 'B2'].map(styleAt)).toEqual([yellow, undefined]);
  painter.take(area('A1'));
  expect(await paint('B1')).toBeNull();
});
