import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Session } from '../../renderer/session.ts';
import { packCommand } from '../../renderer/workers/sent-command.ts';
import { EngineService } from '../../renderer/workers/engine-service.ts';
import type { EngineMessage, ResultNews } from '../../renderer/workers/protocol.ts';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { packedCells } from '../../renderer/workers/packed-cells.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { whatIfWorkbook } from '../fixtures/what-if-workbook.ts';
import { engineOf, testTime } from './engine-of.ts';

/** The rest before the work begins, and one more moment for each of its steps. */
const rest = 300;
const wholeWork = rest + 50;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

const command = (row: number, column: number, content: CellContent | null, sheet = 'Model') => ({
  kind: 'setCells' as const,
  label: 'Type',
  cells: [{ sheet, row, column, content }],
});

describe('the engine between requests', () => {
  /** A service with its workbook open, and everything that it has posted. */
  async function start() {
    const posted: EngineMessage[] = [];
    const service = new EngineService((message) => posted.push(structuredClone(message)));
    const ask = async (
      method: 'open' | 'apply' | 'undo' | 'serialize' | 'expectCommand' | 'exampleResult',
      input: object,
    ) => {
      service.receive({ id: posted.length, method, input, stamp: { at: testTime, who: 'Ana' } });
      await vi.advanceTimersByTimeAsync(0);
      return posted.findLast((message) => 'id' in message);
    };
    const source = { kind: 'file', name: 'test', text: writeRoundtripFile(whatIfWorkbook()) };
    const open = () => ask('open', { source, hyperformulaKey: '' });
    await open();
    const news = (): ResultNews[] =>
      posted.flatMap((message) => ('news' in message && 'results' in message.news ? [message.news] : []));
    return { ask, open, news, recalculations: vi.spyOn(Workbook.prototype, 'value'), posted };
  }
  /** Reading a figure is the end of a recalculation. */
  const figuresRead = (spy: { mock: { calls: unknown[][] } }) =>
    spy.mock.calls.filter(([address]) => (address as { sheet: string }).sheet === 'Model').length;

  test('begins after a rest, writes everything at once and says that all is up to date', async () => {
    const { news } = await start();
    await vi.advanceTimersByTimeAsync(rest - 1);
    expect(news()).toEqual([]);
    await vi.advanceTimersByTimeAsync(50);
    expect(news().map(({ results, upToDate }) => [results.results.length, upToDate])).toEqual([
      [12, false],
      [0, true],
    ]);
    await vi.advanceTimersByTimeAsync(5000);
    expect(news()).toHaveLength(2);
  });

  test('a request is answered between two steps, as if none were under way; then the work goes on', async () => {
    const { ask, news, recalculations } = await start();
    await vi.advanceTimersByTimeAsync(rest + 3);
    const before = figuresRead(recalculations);
    expect(before).toBeGreaterThan(2);
    expect(news()).toEqual([]);
    const text = await ask('serialize', {});
    expect(text).toMatchObject({ ok: true, output: writeRoundtripFile(whatIfWorkbook()) });
    await vi.advanceTimersByTimeAsync(rest - 1);
    expect(figuresRead(recalculations)).toBe(before);
    await vi.advanceTimersByTimeAsync(50);
    expect(news().at(-1)?.upToDate).toBe(true);
    // A figure for each of the twelve results: nothing is worked out twice.
    expect(figuresRead(recalculations)).toBe(12);
  });

  test('while an entry is typed it stands aside until the entry has been answered', async () => {
    const { ask, news, recalculations } = await start();
    await vi.advanceTimersByTimeAsync(rest + 3);
    await ask('expectCommand', { entry: true });
    const before = figuresRead(recalculations);
    expect(before).toBeGreaterThan(2);
    await ask('serialize', {});
    await vi.advanceTimersByTimeAsync(60_000);
    expect(figuresRead(recalculations)).toBe(before);
    expect(news()).toEqual([]);
    await ask('expectCommand', { entry: false });
    await ask('apply', { command: packCommand(command(0, 1, 1)) });
    await vi.advanceTimersByTimeAsync(wholeWork);
    expect(news().at(-1)?.upToDate).toBe(true);
  });

  test('another workbook is opened while an entry is typed: its results are worked out', async () => {
    const { ask, news, open } = await start();
    await ask('expectCommand', { entry: true });
    await open();
    await vi.advanceTimersByTimeAsync(wholeWork);
    expect(news().at(-1)?.upToDate).toBe(true);
  });

  test('after an edit the work starts over, and the results are those of the edit', async () => {
    const { ask, news } = await start();
    await vi.advanceTimersByTimeAsync(rest + 5);
    const edited = await ask('apply', { command: packCommand(command(0, 1, 1)) });
    const quiet = Workbook.open(whatIfWorkbook()).apply(command(0, 1, 1));
    if (!quiet.ok) throw new Error(quiet.problem.message);
    const values = packedCells(quiet.value.values, ({ value }) => value);
    expect(edited).toMatchObject({ output: { ok: true, value: { values } } });
    await vi.advanceTimersByTimeAsync(wholeWork);
    const first = news()[0]?.results.results.find(({ row, column }) => row === 1 && column === 2);
    expect(first?.content).toBe(400);
    await ask('undo', {});
    await vi.advanceTimersByTimeAsync(wholeWork);
    expect(news().at(-2)?.results.results[0]).toMatchObject({ row: 1, column: 2, content: 225 });
  });

  test('a refused edit and one that changes nothing start nothing', async () => {
    const { ask, news } = await start();
    await vi.advanceTimersByTimeAsync(wholeWork);
    await ask('apply', { command: packCommand(command(1, 2, 5, 'Tables')) });
    await ask('apply', { command: packCommand(command(0, 1, 0.5)) });
    await ask('exampleResult', { formula: '=1' });
    await vi.advanceTimersByTimeAsync(5000);
    expect(news()).toHaveLength(2);
  });
});

describe('the open document', () => {
  async function open(): Promise<Session> {
    const input = { source: { kind: 'seeds' }, hyperformulaKey: '' } as const;
    const opening = Session.open(engineOf(whatIfWorkbook()), input, null);
    await vi.advanceTimersByTimeAsync(1);
    const opened = await opening;
    if (!opened.ok) throw new Error(opened.problem.message);
    return opened.value;
  }
  const at = (row: number, column: number) => ({ sheet: 'Tables', row, column });

  test('shows results when they are there, as saved as it was', async () => {
    const session = await open();
    expect([session.value(at(1, 2)), session.resultsAreStale]).toEqual([null, true]);
    const told: string[] = [];
    session.subscribe('results', () => told.push(String(session.resultsAreStale)));
    await vi.advanceTimersByTimeAsync(wholeWork);
    expect([session.value(at(1, 2)), session.cell(at(1, 2))?.content]).toEqual([225, 225]);
    expect(session.value(at(1, 4))).toBe(2025);
    expect(told).toEqual(['false']);
    expect(session.file).toMatchObject({ unsaved: false, typed: 0, moved: 0 });
    expect(session.history.undoLabel).toBeNull();
  });

  test('after an edit they count as moved by it, and go back with it', async () => {
    const session = await open();
    await vi.advanceTimersByTimeAsync(wholeWork);
    await session.dispatch(command(0, 1, 1));
    expect(session.resultsAreStale).toBe(true);
    await vi.advanceTimersByTimeAsync(wholeWork);
    expect(session.value(at(1, 2))).toBe(400);
    expect(session.sheet('Tables').moved(1, 2)).toBe(true);
    expect(session.file).toMatchObject({ unsaved: true, typed: 1 });
    await session.undo();
    await vi.advanceTimersByTimeAsync(wholeWork);
    expect(session.value(at(1, 2))).toBe(225);
    expect(session.file).toMatchObject({ unsaved: false, typed: 0, moved: 0 });
  });

  test('results that come first after an edit are no moves', async () => {
    const session = await open();
    await session.dispatch(command(0, 1, 1));
    await vi.advanceTimersByTimeAsync(wholeWork);
    expect(session.value(at(1, 2))).toBe(400);
    expect(session.sheet('Tables').moved(1, 2)).toBe(false);
    expect(session.file).toMatchObject({ typed: 1 });
  });

  test('an export does not wait for a rest: its results are those of now', async () => {
    const session = await open();
    await session.dispatch(command(0, 1, 1));
    vi.useRealTimers();
    const { bytes } = await session.ask('exportXlsx', {});
    const read = await readXlsx(bytes, 'out.xlsx');
    expect(read.ok && read.value.document.sheets[1]?.rows[1]?.[2]?.content).toBe(400);
    expect([session.value(at(1, 2)), session.resultsAreStale]).toEqual([400, false]);
  });
});
