import { afterEach, expect, test, vi } from 'vitest';
import { Documents } from '../../renderer/documents/documents.ts';
import { Questions } from '../../renderer/documents/questions.ts';
import type { Host } from '../../shared/host.ts';
import { success } from '../../shared/result.ts';
import { engineOf } from './engine-of.ts';

const place = { sheet: 'Sheet', row: 0, column: 0 };

afterEach(() => vi.unstubAllGlobals());

/** One sheet open from the file "trial", an engine that answers when it is let, and what was written to disk. */
async function open() {
  const waiting: (() => void)[] = [];
  let gated = false;
  const engine = engineOf(
    {
      title: 'Trial',
      styles: {},
      names: [],
      sheets: [
        {
          name: 'Sheet',
          rows: [[{ content: 1 }], [{ content: 2 }]],
          columnWidths: [],
          frozenRows: 0,
          frozenColumns: 0,
          gridLines: true,
        },
      ],
    },
    () => new Promise((resolve) => (gated ? waiting.push(resolve) : resolve())),
  );
  const written: string[] = [];
  const asked: string[] = [];
  const answers: Record<string, (input: never) => unknown> = {
    'files.read': () => success({ path: '/trial.roundtrip', text: '' }),
    'files.write': ({ path, content }: { path: string; content: { text: string } }) => {
      written.push(content.text);
      return success({ path });
    },
  };
  const host = {
    call: async (method: string, input: never) => answers[method]?.(input) ?? null,
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stands in for the machine
  } as unknown as Host;
  const questions = new Questions();
  questions.subscribe(() => asked.push(...questions.open.map(({ kind }) => kind)));
  vi.stubGlobal('document', { title: '' });
  const documents = new Documents({
    host,
    engine,
    questions,
    nativeDialogs: false,
    hyperformulaKey: () => '',
    tell: () => {},
  });
  await documents.start('/trial.roundtrip');
  const workspace = documents.workspace;
  if (!workspace) throw new Error('Nothing was opened');
  return {
    documents,
    editing: workspace.editing,
    written,
    asked,
    holdEngine: () => {
      gated = true;
    },
    letEngineGo: () => {
      gated = false;
      for (const resolve of waiting.splice(0)) resolve();
    },
  };
}

test('an entry begun while a save waits for the engine stays open, and the save goes on without it', async () => {
  const { documents, editing, written, asked, holdEngine, letEngineGo } = await open();
  holdEngine();
  editing.begin(place, 'cell', '71');
  await editing.commit();
  const saved = documents.save();
  editing.begin({ ...place, row: 1 }, 'cell', '4');
  letEngineGo();
  expect(await saved).toBe(true);
  expect(asked).toEqual([]);
  expect(editing.state).toMatchObject({ text: '4', address: { row: 1 } });
  expect(written).toHaveLength(1);
  expect(written[0]).toContain('71');
});

test('an entry that the engine refuses is not passed over by a save', async () => {
  const { documents, editing, written } = await open();
  editing.begin(place, 'cell', '=1+');
  expect(await documents.save()).toBe(false);
  expect(editing.state).toMatchObject({ text: '=1+' });
  expect(editing.state?.problem).not.toBeNull();
  expect(written).toEqual([]);
});
