import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FindQuery } from '../../renderer/find/find-query.ts';
import { textSearch } from '../../renderer/find/find-query.ts';
import { Finding } from '../../renderer/find/finding.ts';
import { Session } from '../../renderer/session.ts';
import { SheetView } from '../../renderer/sheet-view.ts';
import { addressText } from '../../shared/workbook/address.ts';
import type { Cell, CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { engineOf } from './engine-of.ts';

const plain: FindQuery = {
  text: '',
  lookIn: 'values',
  within: 'sheet',
  order: 'rows',
  matchCase: false,
  wholeCell: false,
};

/** A document whose cells may have a number format, by `content|format`. */
function formatted(
  sheets: Readonly<Record<string, readonly (readonly (CellContent | null)[])[]>>,
): WorkbookDocument {
  const document = plainDocument(sheets);
  const dressed = (cell: Cell | null): Cell | null => {
    const share = typeof cell?.content === 'number' && cell.content < 1 && cell.content > 0;
    return cell && share ? { ...cell, style: 'share' } : cell;
  };
  return {
    ...document,
    styles: { share: { role: 'input', format: '0.0%' } },
    sheets: document.sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.map((row) => row.map(dressed)) })),
  };
}

async function open(document: WorkbookDocument) {
  const opened = await Session.open(
    engineOf(document),
    { source: { kind: 'seeds' }, hyperformulaKey: '' },
    null,
  );
  if (!opened.ok) throw new Error(opened.problem.message);
  const session = opened.value;
  const view = new SheetView(session);
  const finding = new Finding(session, view);
  finding.open({ replacing: false });
  const look = async (query: Partial<FindQuery>) => {
    finding.change({ ...plain, ...query });
    await expect.poll(() => finding.state.isSearching).toBe(false);
    return finding.state.matches.map(addressText);
  };
  const content = (row: number, column: number, sheet = 'One') =>
    session.cell({ sheet, row, column })?.content ?? null;
  return { session, view, finding, look, content };
}

const book = () =>
  formatted({
    One: [
      ['Revenue', 1200, 0.125],
      ['Cost of revenue', -300, '=B1+B2'],
      ['revenue', '=SUM(B1:B2)', '=1/0'],
      ['12', 12, '=REVENUE1'],
    ],
    Two: [['Revenue', '=One!B1']],
  });

describe('a text', () => {
  test('is looked for as it is written, whatever signs it has, with ~ before wildcards', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), fc.string(), fc.string(), (written, before, after) => {
        const text = written.replaceAll(/[*?~]/g, '~$&');
        for (const matchCase of [true, false])
          expect(textSearch({ ...plain, text, matchCase }).isIn(before + written + after)).toBe(true);
        expect(textSearch({ ...plain, text, wholeCell: true }).isIn(written)).toBe(true);
      }),
    );
  });

  test('is replaced by another as it is written, wherever it stands', () => {
    const { replaceIn } = textSearch({ ...plain, text: 'a.' });
    expect(replaceIn('a.b.A.', '$&')).toBe('$&b.$&');
    expect(textSearch({ ...plain, text: 'a.', matchCase: true }).replaceIn('a.A.', 'x')).toBe('xA.');
    expect(textSearch({ ...plain, text: 'a', wholeCell: true }).replaceIn('aa', 'x')).toBe('aa');
  });

  test.each([
    ['a*c', 'xabbcx', true],
    ['a*c', 'ac', true],
    ['a?c', 'abc', true],
    ['a?c', 'ac', false],
    ['a~*c', 'abc', false],
    ['a~*c', 'a*c', true],
    ['who~?', 'Who?', true],
    ['~~', 'a~b', true],
    ['a~b', 'a~b', true],
    ['line*two', 'line one\nline two', true],
  ])('%s in %s: %s', (text, searched, isFound) => {
    expect(textSearch({ ...plain, text }).isIn(searched)).toBe(isFound);
  });

  test('with wildcards replaces as little as it can, and at the end all that follows', () => {
    const replaced = (text: string, searched: string, wholeCell = false) =>
      textSearch({ ...plain, text, wholeCell }).replaceIn(searched, '');
    expect(replaced(' (*)', 'Oracle (2025) and Microsoft (2023)')).toBe('Oracle and Microsoft');
    expect(replaced(',*', 'Abilene, Texas, USA')).toBe('Abilene');
    expect(replaced('*, ', 'Abilene, Texas, USA')).toBe('USA');
    expect(replaced('a*', 'banana')).toBe('b');
    expect(replaced('b?', 'banana bread')).toBe('nana ead');
    expect(replaced('?x*', 'axb', true)).toBe('');
    expect(replaced('?x*', 'aaxb', true)).toBe('aaxb');
    expect(textSearch({ ...plain, text: '*' }).replaceIn('all of it', 'x')).toBe('x');
  });

  test('with a minus is found whichever sign the minus has', () => {
    expect(textSearch({ ...plain, text: '-3' }).isIn('\u2212300')).toBe(true);
    expect(textSearch({ ...plain, text: '\u22123' }).isIn('=A1-3')).toBe(true);
  });
});

describe('finding', () => {
  test('looks in what the cells show, or in what they hold', async () => {
    const { look } = await open(book());
    expect(await look({ text: 'revenue' })).toEqual(['One!A1', 'One!A2', 'One!A3']);
    expect(await look({ text: 'revenue', lookIn: 'formulas' })).toEqual([
      'One!A1',
      'One!A2',
      'One!A3',
      'One!C4',
    ]);
    expect(await look({ text: '12.5%' })).toEqual(['One!C1']);
    expect(await look({ text: '900' })).toEqual(['One!C2', 'One!B3']);
    expect(await look({ text: '#div' })).toEqual(['One!C3']);
    expect(await look({ text: 'sum(', lookIn: 'formulas' })).toEqual(['One!B3']);
    expect(await look({ text: "'", lookIn: 'formulas' })).toEqual([]);
    expect(await look({ text: '' })).toEqual([]);
  });

  test('minds case and whole cells where asked', async () => {
    const { look } = await open(book());
    expect(await look({ text: 'revenue', matchCase: true })).toEqual(['One!A2', 'One!A3']);
    expect(await look({ text: 'revenue', wholeCell: true })).toEqual(['One!A1', 'One!A3']);
    expect(await look({ text: '12', wholeCell: true })).toEqual(['One!A4', 'One!B4']);
  });

  test('goes through all sheets and begins again', async () => {
    const { look, finding, view } = await open(book());
    await look({ text: 'revenue', wholeCell: true, within: 'workbook' });
    const steps = (step: 1 | -1, count: number) =>
      Array.from({ length: count }, () => {
        finding.step(step);
        return addressText(view.selection);
      });
    // The first cell, A1, is the active one.
    expect(finding.current).toBe(0);
    expect(steps(1, 4)).toEqual(['One!A3', 'Two!A1', 'One!A1', 'One!A3']);
    expect(finding.current).toBe(1);
    expect(steps(-1, 3)).toEqual(['One!A1', 'Two!A1', 'One!A3']);
  });

  test('looks in notes, and goes by columns where asked', async () => {
    const { look, finding, view, session } = await open(book());
    const note = {
      kind: 'setNote',
      label: 'Note',
      sheet: 'One',
      row: 1,
      column: 1,
      note: 'From the filing',
    } as const;
    await session.dispatch(note);
    expect(await look({ text: 'filing', lookIn: 'notes' })).toEqual(['One!B2']);
    expect(await look({ text: 'filing' })).toEqual([]);
    const byColumns = await look({ text: '1', order: 'columns', lookIn: 'formulas' });
    expect(byColumns).toEqual([
      'One!A4',
      'One!B1',
      'One!B3',
      'One!B4',
      'One!C1',
      'One!C2',
      'One!C3',
      'One!C4',
    ]);
    view.select({ sheet: 'One', row: 3, column: 0 });
    finding.step(1);
    expect(addressText(view.selection)).toBe('One!B1');
    finding.step(-1);
    expect(addressText(view.selection)).toBe('One!A4');
  });

  test('marks what it found, until the panel closes; the next match is found without it', async () => {
    const { look, finding, view } = await open(book());
    await look({ text: 'cost' });
    expect(finding.isFound({ sheet: 'One', row: 1, column: 0 })).toBe(true);
    finding.close();
    expect(finding.isFound({ sheet: 'One', row: 1, column: 0 })).toBe(false);
    finding.step(1);
    expect(addressText(view.selection)).toBe('One!A2');
    expect(finding.state).toMatchObject({ isOpen: false, matches: [] });
  });

  test('follows what is typed', async () => {
    const { look, finding, session } = await open(book());
    await look({ text: 'cost' });
    await session.dispatch({
      kind: 'setCells',
      label: 'Type',
      cells: [{ sheet: 'One', row: 9, column: 0, content: 'Costs' }],
    });
    await expect.poll(() => finding.state.matches.map(addressText)).toEqual(['One!A2', 'One!A10']);
  });
});

describe('replacing', () => {
  test('all is one step of undo, entered as if typed', async () => {
    const { look, finding, session, content } = await open(book());
    finding.open({ replacing: true });
    await look({ text: '12', lookIn: 'formulas' });
    finding.setReplacement('34');
    await finding.replaceAll();
    expect(finding.state).toMatchObject({ done: '4 cells replaced', problem: null });
    expect([content(0, 1), content(0, 2), content(3, 0), content(3, 1)]).toEqual([3400, 0.345, '34', 34]);
    expect(session.history.undoLabel).toBe('Replace “12” with “34” in 4 cells');
    await session.undo();
    expect([content(0, 1), content(0, 2), content(3, 0), content(3, 1)]).toEqual([1200, 0.125, '12', 12]);
  });

  test('one goes on to the next', async () => {
    const { look, finding, view, content } = await open(book());
    finding.open({ replacing: true });
    await look({ text: 'revenue', lookIn: 'formulas' });
    finding.setReplacement('Sales');
    await finding.replaceOne();
    expect([content(0, 0), content(1, 0)]).toEqual(['Sales', 'Cost of revenue']);
    expect(addressText(view.selection)).toBe('One!A2');
    await finding.replaceOne();
    expect(content(1, 0)).toBe('Cost of Sales');
  });

  test('in formulas follows their references', async () => {
    const { look, finding, session, content } = await open(book());
    finding.open({ replacing: true });
    await look({ text: 'B1', lookIn: 'formulas', within: 'workbook' });
    finding.setReplacement('B$1');
    await finding.replaceAll();
    expect([content(1, 2), content(2, 1), content(0, 1, 'Two')]).toEqual([
      '=B$1+B2',
      '=SUM(B$1:B2)',
      '=One!B$1',
    ]);
    expect(session.value({ sheet: 'One', row: 2, column: 1 })).toBe(900);
  });

  test('by nothing empties the cell', async () => {
    const { look, finding, content } = await open(book());
    finding.open({ replacing: true });
    await look({ text: 'revenue', wholeCell: true, lookIn: 'formulas' });
    await finding.replaceAll();
    expect([content(0, 0), content(1, 0), content(2, 0)]).toEqual([null, 'Cost of revenue', null]);
  });

  test('what one cell cannot take changes none, and that cell is shown', async () => {
    const { look, finding, session, view, content } = await open(book());
    finding.open({ replacing: true });
    await look({ text: 'B2', lookIn: 'formulas' });
    finding.setReplacement('C2');
    await finding.replaceAll();
    expect(finding.state.problem).toMatchObject({ code: 'circular-reference', subject: 'One!C2' });
    expect(addressText(view.selection)).toBe('One!C2');
    expect([content(1, 2), content(2, 1)]).toEqual(['=B1+B2', '=SUM(B1:B2)']);
    expect(session.history.undoLabel).toBe(null);
    finding.setReplacement('B20');
    expect(finding.state.problem).toBe(null);
  });

  test('a refusal names the other cells that could not take it', async () => {
    const { look, finding, content } = await open(book());
    finding.open({ replacing: true });
    await look({ text: 'B1', lookIn: 'formulas', within: 'workbook' });
    finding.setReplacement('LAMBDA(x,x)(');
    await finding.replaceAll();
    expect(finding.state.problem?.subject).toBe('One!C2');
    expect(finding.state.problem?.message).toMatch(/Nor can it be written into One!B3, Two!B1\.$/);
    expect(content(2, 1)).toBe('=SUM(B1:B2)');
  });

  test('where nothing would change says so and is no step', async () => {
    const { look, finding, session } = await open(book());
    finding.open({ replacing: true });
    await look({ text: 'Cost', matchCase: true, lookIn: 'formulas' });
    finding.setReplacement('Cost');
    await finding.replaceAll();
    expect(finding.state.done).toBe('Nothing to change');
    expect(session.history.undoLabel).toBe(null);
  });
});
