import type { Engine } from '../../renderer/workers/engine-client.ts';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { success } from '../../shared/result.ts';
import { commandSchema } from '../../shared/workbook/command.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { Workbook, type Changes } from '../../shared/workbook/workbook.ts';

/** The real workbook, answering as the worker does; `before` runs before each answer. */
export function engineOf(document: WorkbookDocument, before: () => Promise<void> = async () => {}): Engine {
  const workbook = Workbook.open(document);
  const history = () => ({ undoLabel: workbook.undoLabel, redoLabel: workbook.redoLabel });
  const withHistory = (changes: Changes | null) => changes && { ...changes, history: history() };
  const answer = (method: string, input: object): unknown => {
    if (method === 'open') {
      const { title, styles, names, sheets } = workbook.document;
      return success({
        title,
        styles,
        names,
        history: history(),
        sheets: sheets.map((sheet) => ({ ...sheet, values: workbook.sheetValues(sheet.name) })),
      });
    }
    if (method === 'undo') return withHistory(workbook.undo());
    if (method === 'redo') return withHistory(workbook.redo());
    if (method === 'serialize') return writeRoundtripFile(workbook.document);
    const applied = workbook.apply(commandSchema.parse('command' in input ? input.command : null));
    return applied.ok ? success({ ...applied.value, history: history() }) : applied;
  };
  let last: Promise<unknown> = Promise.resolve();
  const ask = (method: string, input: object): Promise<unknown> => {
    last = last.then(before).then(() => structuredClone(answer(method, input)));
    return last;
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands in for the worker
  return { ask } as Engine;
}
