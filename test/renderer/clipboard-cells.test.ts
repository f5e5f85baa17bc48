import { describe, expect, test } from 'vitest';
import { CellClipboard } from '../../renderer/clipboard/cell-clipboard.ts';
import type { ClipboardTexts } from '../../renderer/clipboard/clipboard-data.ts';
import { plainPaste } from '../../renderer/clipboard/paste-options.ts';
import { atOnce } from '../../renderer/clipboard/in-slices.ts';
import { privateSteps } from '../../renderer/clipboard/private-data.ts';
import { fillCommand } from '../../renderer/grid/fill/fill-command.ts';
import { Session } from '../../renderer/session.ts';
import { parseReference, type Range } from '../../shared/workbook/address.ts';
import type { CellStyle, WorkbookDocument } from '../../shared/workbook/document.ts';
import { oneOfName } from '../../shared/workbook/validation/validation.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { whatIfWorkbook } from '../fixtures/what-if-workbook.ts';
import { engineOf } from './engine-of.ts';

const numbers = () =>
  plainDocument({
    S: [
      [1, 10, '=A1+B1'],
      [2, 20, '=A2+B2'],
    ],
    T: [['=S!C1']],
  });

async function open(document: WorkbookDocument = numbers()): Promise<Session> {
  const opened = await Session.open(
    engineOf(document),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!opened.ok) throw new Error(opened.problem.message);
  return opened.value;
}

const cells = (text: string): Range => {
  const reference = parseReference(text);
  if (!reference) throw new Error(`${text} is no reference`);
  return reference.range;
};

const contentAt = (session: Session, text: string, sheet = 'S') => {
  const { top: row, left: column } = cells(text);
  return session.cell({ sheet, row, column })?.content ?? null;
};

function copied(clipboard: CellClipboard, range: string, cut = false): ClipboardTexts {
  const texts = clipboard.copy('S', [cells(range)], cut);
  if (!texts.ok) throw new Error(texts.problem.code);
  if (texts.value instanceof Promise) throw new Error('It is not copied at once');
  return texts.value;
}

const onlyText = (text: string): ClipboardTexts => ({ text, html: '', own: '' });

test('other programs get what is displayed, with a line end after every row', async () => {
  const session = await open();
  const { text, html } = copied(new CellClipboard(session), 'A1:C2');
  expect(text).toBe('1\t10\t11\r\n2\t20\t22\r\n');
  expect(html).toContain('x:num="22"');
});

test('formulas move along, in one step that undo takes back', async () => {
  const session = await open();
  const clipboard = new CellClipboard(session);
  const texts = copied(clipboard, 'C1');
  expect(await clipboard.paste(texts, 'S', cells('D2'))).toEqual({ ok: true, value: cells('D2') });
  expect(contentAt(session, 'D2')).toBe('=B2+C2');
  expect(session.history.undoLabel).toBe('Paste S!C1 into S!D2');
  await session.undo();
  expect(contentAt(session, 'D2')).toBeNull();
});

test('another window pastes the formulas too', async () => {
  const texts = copied(new CellClipboard(await open()), 'A1:C1');
  const session = await open();
  await new CellClipboard(session).paste(texts, 'S', cells('A5'));
  expect(contentAt(session, 'C5')).toBe('=A5+B5');
  expect(session.history.undoLabel).toBe('Paste into S!A5:C5');
});

test('values alone are pasted where the clipboard went through a program that keeps only text', async () => {
  const session = await open();
  const clipboard = new CellClipboard(session);
  const { text } = copied(clipboard, 'C1:C2');
  await clipboard.paste(onlyText(text.replaceAll('\r\n', '\n')), 'S', cells('E1'), {
    ...plainPaste,
    what: 'values',
  });
  expect([contentAt(session, 'E1'), contentAt(session, 'E2')]).toEqual([11, 22]);
});

describe('a copy ends', () => {
  test('with Escape; then the cells are still on the clipboard', async () => {
    const session = await open();
    const clipboard = new CellClipboard(session);
    const texts = copied(clipboard, 'A1:A2', true);
    expect(clipboard.end()).toBe(true);
    expect(clipboard.end()).toBe(false);
    await clipboard.paste(texts, 'S', cells('F1'));
    expect([contentAt(session, 'F1'), contentAt(session, 'A1')]).toEqual([1, 1]);
  });

  test('when the workbook changes, but not by a paste', async () => {
    const session = await open();
    const clipboard = new CellClipboard(session);
    clipboard.follow();
    await clipboard.paste(copied(clipboard, 'A1'), 'S', cells('F1'));
    expect(clipboard.copied).toMatchObject({ sheet: 'S', ranges: [cells('A1')], cut: false });
    await session.dispatch({
      kind: 'setCells',
      label: 'Type',
      cells: [{ sheet: 'S', row: 0, column: 0, content: 7 }],
    });
    expect(clipboard.copied).toBeNull();
  });

  test('with Enter, which pastes once', async () => {
    const session = await open();
    const clipboard = new CellClipboard(session);
    copied(clipboard, 'A1:A2');
    await clipboard.pasteOnce('S', cells('F1'));
    expect([contentAt(session, 'F1'), contentAt(session, 'F2')]).toEqual([1, 2]);
    expect(clipboard.copied).toBeNull();
  });

  test('when another program has copied something', async () => {
    const session = await open();
    const clipboard = new CellClipboard(session);
    copied(clipboard, 'A1');
    await clipboard.paste(onlyText('5'), 'S', cells('F1'));
    expect(contentAt(session, 'F1')).toBe(5);
    expect(clipboard.copied).toBeNull();
  });
});

test('cut cells move, and references to them follow', async () => {
  const session = await open();
  const clipboard = new CellClipboard(session);
  const texts = copied(clipboard, 'C1', true);
  expect(await clipboard.paste(texts, 'S', cells('E4'))).toEqual({ ok: true, value: cells('E4') });
  expect([contentAt(session, 'C1'), contentAt(session, 'E4')]).toEqual([null, '=A1+B1']);
  expect(contentAt(session, 'A1', 'T')).toBe('=S!E4');
  expect(clipboard.copied).toBeNull();
  await session.undo();
  expect([contentAt(session, 'C1'), contentAt(session, 'A1', 'T')]).toEqual(['=A1+B1', '=S!C1']);
});

test('cells of an array come as values where its formula is not copied', async () => {
  const session = await open(plainDocument({ S: [['=SEQUENCE(2,2)']] }));
  const clipboard = new CellClipboard(session);
  await clipboard.paste(copied(clipboard, 'A2:B2'), 'S', cells('A5'));
  expect([contentAt(session, 'A5'), contentAt(session, 'B5')]).toEqual([3, 4]);
  await clipboard.paste(copied(clipboard, 'A1:B2'), 'S', cells('A8'));
  expect([contentAt(session, 'A8'), contentAt(session, 'B9')]).toEqual(['=SEQUENCE(2,2)', null]);
  expect(session.value({ sheet: 'S', row: 8, column: 1 })).toBe(4);
});

test('a paste over a part of an array is refused, and the array stays', async () => {
  const session = await open(plainDocument({ S: [['=SEQUENCE(3)']] }));
  const pasted = await new CellClipboard(session).paste(onlyText('9'), 'S', cells('A2'));
  expect(pasted).toMatchObject({ ok: false, problem: { code: 'part-of-array' } });
  expect(session.value({ sheet: 'S', row: 1, column: 0 })).toBe(2);
  expect(session.history.undoLabel).toBeNull();
});

test('ragged rows of another program end with empty cells', async () => {
  const session = await open();
  await new CellClipboard(session).paste(onlyText('a\tb\n\nc'), 'S', cells('A1'));
  expect(['A1', 'B1', 'A2', 'B2', 'A3', 'B3'].map((cell) => contentAt(session, cell))).toEqual([
    'a',
    'b',
    null,
    null,
    'c',
    null,
  ]);
});

describe('nothing is written where a paste', () => {
  test('goes beyond the sheet', async () => {
    const session = await open();
    const clipboard = new CellClipboard(session);
    const refused = await clipboard.paste(copied(clipboard, 'A1:A2'), 'S', cells('A1048576'));
    expect(refused).toMatchObject({ ok: false, problem: { code: 'paste-beyond-sheet' } });
    expect(session.history.undoLabel).toBeNull();
  });

  test('has a formula that does not read', async () => {
    const session = await open();
    const refused = await new CellClipboard(session).paste(onlyText('1\n=SUM(1,,*2)+'), 'S', cells('A1'));
    expect(refused).toMatchObject({
      ok: false,
      problem: { code: 'formula-does-not-parse', subject: 'S!A2' },
    });
    expect(contentAt(session, 'A1')).toBe(1);
    expect(contentAt(session, 'A2')).toBe(2);
  });

  test('has a text that is too long for a cell', async () => {
    const session = await open();
    const refused = await new CellClipboard(session).paste(
      onlyText(`5\n${'x'.repeat(40_000)}`),
      'S',
      cells('A1'),
    );
    expect(refused).toMatchObject({ ok: false, problem: { code: 'text-too-long', subject: 'S!A2' } });
    expect(contentAt(session, 'A1')).toBe(1);
  });

  test('touches the results of a what-if table', async () => {
    const document = whatIfWorkbook();
    const session = await open(document);
    const [table] = document.whatIfTables ?? [];
    if (!table) throw new Error('The fixture has no what-if table');
    const { top, left } = table.results;
    const refused = await new CellClipboard(session).paste(onlyText('1\t2'), table.sheet, {
      top,
      left: left - 1,
      bottom: top,
      right: left - 1,
    });
    expect(refused).toMatchObject({ ok: false, problem: { code: 'part-of-what-if-table' } });
    expect(session.history.undoLabel).toBeNull();
  });

  test('is special and nothing is copied, or cells are cut', async () => {
    const clipboard = new CellClipboard(await open());
    const special = () => clipboard.pasteSpecial('S', cells('A1'), plainPaste);
    expect(await special()).toMatchObject({ problem: { code: 'nothing-copied' } });
    copied(clipboard, 'A1', true);
    expect(await special()).toMatchObject({ problem: { code: 'cut-not-copied' } });
  });
});

test('what is too large is not copied', async () => {
  const clipboard = new CellClipboard(await open());
  expect(clipboard.copy('S', [cells('A1:XFD1048576')], false)).toMatchObject({
    problem: { code: 'too-many-cells' },
  });
  expect(clipboard.copied).toBeNull();
});

const heading = '{"version":1,"copy":"x","origin":{"row":0,"column":0},"columns":2,"rows":1}';

test.each([
  '',
  'no data',
  '{"version":2}',
  heading,
  `${heading}\n{"contents":[1]}`,
  `${heading}\n{"contents":[1,{}]}`,
  `${heading}\n{"contents":[1,2]}\n{"contents":[1,2]}`,
  `${heading}\n{"contents":[1,2],"values":[[0,{"error":"#OTHER!"}]]}`,
])('data that no window of ours has written is not taken: %s', (text) => {
  expect(atOnce(privateSteps(text))).toBeNull();
});

test('what an older window has written is still read', () => {
  const text = `${heading}\n{"contents":["=A1",2],"values":[[0,5]],"formats":[["0%",0,9]]}`;
  expect(atOnce(privateSteps(text))).toMatchObject({
    values: [[5, 2]],
    looks: { kind: 'formats', rows: [['0%', '0%']] },
  });
});

const lookedAt = (session: Session, text: string) => {
  const { top: row, left: column } = cells(text);
  const cell = session.cell({ sheet: 'S', row, column });
  return { style: session.styleOf(cell), note: cell?.note };
};

/** Cells of some looks, with a list of choices; `names` says whether the list has its name. */
const looked = (names = true): WorkbookDocument => {
  const plain = plainDocument({ S: [[1, null, 'x']] }, names ? { list: 'S!C1' } : {});
  const input: CellStyle = { role: 'input', format: '0.0' };
  return {
    ...plain,
    ...(names && {
      validations: [{ sheet: 'S', ranges: [cells('A1')], ...oneOfName('list') }],
    }),
    styles: { input, total: { role: 'total', italic: true, borderTop: { line: 'thin' } } },
    sheets: plain.sheets.map((sheet) => ({
      ...sheet,
      rows: [
        [{ content: 'x', style: 'input', note: 'why' }, { content: null, style: 'total' }, { content: 'x' }],
      ],
    })),
  };
};

describe('looks and notes', () => {
  test('go along with the cells, in one step that undo takes back', async () => {
    const session = await open(looked());
    const clipboard = new CellClipboard(session);
    await clipboard.paste(copied(clipboard, 'A1:B1'), 'S', cells('A5:B8'));
    expect(lookedAt(session, 'A8')).toEqual({
      style: { role: 'input', format: '0.0' },
      note: 'why',
    });
    expect(session.offersChoices({ sheet: 'S', row: 7, column: 0 })).toBe(true);
    expect(session.offersChoices({ sheet: 'S', row: 7, column: 1 })).toBe(false);
    expect(lookedAt(session, 'B5').style).toEqual({
      role: 'total',
      italic: true,
      borderTop: { line: 'thin' },
    });
    expect(session.brokenLimit({ sheet: 'S', row: 4, column: 0 })).toBeNull();
    await session.undo();
    expect(session.history.undoLabel).toBeNull();
    expect(lookedAt(session, 'A8')).toEqual({ style: undefined, note: undefined });
  });

  test('of plain cells are plain again', async () => {
    const session = await open(looked());
    const clipboard = new CellClipboard(session);
    await clipboard.paste(copied(clipboard, 'C1'), 'S', cells('A1:B1'));
    expect(lookedAt(session, 'A1').style).toEqual({ role: 'calculation' });
    expect(lookedAt(session, 'A1').note).toBeUndefined();
    expect(contentAt(session, 'B1')).toBe('x');
  });

  test('alone leave contents and choices as they are', async () => {
    const session = await open(looked());
    const clipboard = new CellClipboard(session);
    copied(clipboard, 'B1');
    await clipboard.pasteSpecial('S', cells('A1'), { ...plainPaste, what: 'formats' });
    expect(contentAt(session, 'A1')).toBe('x');
    expect(lookedAt(session, 'A1')).toEqual({
      style: { role: 'total', italic: true, borderTop: { line: 'thin' } },
      note: 'why',
    });
    expect(await session.ask('allowedAt', { address: { sheet: 'S', row: 0, column: 0 } })).toMatchObject({
      choices: ['x'],
    });
  });

  test('that a workbook does not allow by what its own list holds are refused whole', async () => {
    const texts = copied(new CellClipboard(await open(looked())), 'A1');
    const session = await open(plainDocument({ S: [[1, 2, 'y']] }, { list: 'S!C1' }));
    const pasted = await new CellClipboard(session).paste(texts, 'S', cells('A5'));
    expect(pasted).toMatchObject({ ok: false, problem: { code: 'not-a-choice' } });
    expect(lookedAt(session, 'A5')).toEqual({ style: undefined, note: undefined });
  });

  test('reach another window, without choices that it does not know', async () => {
    const texts = copied(new CellClipboard(await open(looked())), 'A1:B1');
    const session = await open(looked(false));
    await new CellClipboard(session).paste(texts, 'S', cells('A5'));
    expect(lookedAt(session, 'A5')).toEqual({ style: { role: 'input', format: '0.0' }, note: 'why' });
    expect(lookedAt(session, 'B5').style).toEqual({
      role: 'total',
      italic: true,
      borderTop: { line: 'thin' },
    });
  });

  test('bring choices to a workbook that had none', async () => {
    const texts = copied(new CellClipboard(await open(looked())), 'A1');
    const session = await open(plainDocument({ S: [[1, 2, 'x']] }, { list: 'S!C1' }));
    await new CellClipboard(session).paste(texts, 'S', cells('A5'));
    expect(session.offersChoices({ sheet: 'S', row: 4, column: 0 })).toBe(true);
  });

  test('are filled along with contents', async () => {
    const session = await open(looked());
    const command = fillCommand(session, 'S', [{ source: cells('A1:B1'), target: cells('A2:B4') }], 'copy');
    expect(await session.dispatch(command)).toMatchObject({ ok: true });
    expect(lookedAt(session, 'A4').style).toEqual({ role: 'input', format: '0.0' });
    expect(session.offersChoices({ sheet: 'S', row: 3, column: 0 })).toBe(true);
    expect(lookedAt(session, 'B2').style).toEqual({
      role: 'total',
      italic: true,
      borderTop: { line: 'thin' },
    });
    expect(session.history.undoLabel).toBe('Fill S!A2:B4');
  });
});

test('what was entered just before is copied; its answer does not end the copy', async () => {
  const session = await open();
  const clipboard = new CellClipboard(session);
  clipboard.follow();
  const entered = session.dispatch({
    kind: 'setCells',
    label: 'Type',
    cells: [{ sheet: 'S', row: 0, column: 0, content: 7 }],
  });
  const copying = clipboard.copy('S', [cells('A1')], false);
  if (!copying.ok || !(copying.value instanceof Promise)) throw new Error('It is copied at once');
  await clipboard.paste(onlyText('something older'), 'S', cells('E1'));
  expect(contentAt(session, 'E1')).toBe(7);
  await entered;
  expect((await copying.value)?.text).toBe('7\r\n');
  expect(clipboard.copied).toMatchObject({ ranges: [cells('A1')] });
});

test('many cells are copied little by little; a paste in this window does not wait', async () => {
  const session = await open();
  const clipboard = new CellClipboard(session);
  const copying = clipboard.copy('S', [cells('A1:C4000')], false);
  if (!copying.ok || !(copying.value instanceof Promise)) throw new Error('They are copied at once');
  await clipboard.paste(onlyText('something older'), 'S', cells('E1'));
  expect(contentAt(session, 'G2')).toBe('=E2+F2');
  expect((await copying.value)?.text).toMatch(/^1\t10\t11\r\n/);
});

test('ranges that line up are copied as one table, their formulas as values; others are refused, and cutting them too', async () => {
  const session = await open();
  const clipboard = new CellClipboard(session);
  const columns = [cells('C1:C2'), cells('A1:A2')];
  const texts = clipboard.copy('S', columns, false);
  if (!texts.ok || texts.value instanceof Promise) throw new Error('It is not copied at once');
  expect(texts.value.text).toBe('1\t11\r\n2\t22\r\n');
  expect(await clipboard.paste(texts.value, 'S', cells('E1'))).toMatchObject({ ok: true });
  expect(['E1', 'F1', 'E2', 'F2'].map((cell) => contentAt(session, cell))).toEqual([1, 11, 2, 22]);
  const slanting = [cells('A1'), cells('B2')];
  expect(clipboard.copy('S', slanting, false)).toMatchObject({ problem: { code: 'several-ranges' } });
  expect(clipboard.copy('S', columns, true)).toMatchObject({ problem: { code: 'several-ranges' } });
});
