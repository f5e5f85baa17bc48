import './zod-without-eval.ts';
import { compareScenarios } from '../../shared/analysis/scenarios.ts';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { exportWarnings, writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { buildModel } from '../../shared/model/build.ts';
import { success, type Result } from '../../shared/result.ts';
import { Workbook, type Changes } from '../../shared/workbook/workbook.ts';
import type {
  EngineAnswer,
  EngineMethod,
  EngineRequest,
  EngineRequests,
  HistoryState,
  OpenedWorkbook,
} from './protocol.ts';

let workbook: Workbook | null = null;

function open({ source, hyperformulaKey }: EngineRequests['open']['input']): Result<OpenedWorkbook> {
  const read = source.kind === 'seeds' ? success(buildModel()) : readRoundtripFile(source.text, source.name);
  if (!read.ok) return read;
  const opened = Workbook.open(read.value, hyperformulaKey);
  // Only now: a file that cannot be read leaves the open workbook as it is.
  workbook?.close();
  workbook = opened;
  const { title, styles, names, sheets } = opened.document;
  return success({
    title,
    styles,
    names,
    sheets: sheets.map((sheet) => ({ ...sheet, values: opened.sheetValues(sheet.name) })),
    history: history(opened),
  });
}

function current(): Workbook {
  if (!workbook) throw new Error('The engine was asked before a workbook was open');
  return workbook;
}

function history(of: Workbook): HistoryState {
  return { undoLabel: of.undoLabel, redoLabel: of.redoLabel };
}

function withHistory(changes: Changes | null): (Changes & { history: HistoryState }) | null {
  return changes && { ...changes, history: history(current()) };
}

const answers: {
  [Method in EngineMethod]: (
    input: EngineRequests[Method]['input'],
  ) => EngineRequests[Method]['output'] | Promise<EngineRequests[Method]['output']>;
} = {
  open,
  apply({ command }) {
    const applied = current().apply(command);
    return applied.ok ? success({ ...applied.value, history: history(current()) }) : applied;
  },
  undo: () => withHistory(current().undo()),
  redo: () => withHistory(current().redo()),
  serialize: () => writeRoundtripFile(current().document),
  exportXlsx: async () => ({ bytes: await writeXlsx(current()), warnings: exportWarnings(current()) }),
  functionNames: () => Workbook.functionNames(),
  compareScenarios: () => compareScenarios(current()),
};

async function answer({ id, method, input }: EngineRequest): Promise<EngineAnswer> {
  try {
    // The page sends each method with its own input; both ends are this program's.
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion
    const give = answers[method] as (input: unknown) => unknown;
    return { id, ok: true, output: await give(input) };
  } catch (error) {
    return { id, ok: false, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

// Requests are answered one after the other, in the order in which they came.
let last: Promise<unknown> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<EngineRequest>) => {
  last = last.then(async () => self.postMessage(await answer(data)));
});
