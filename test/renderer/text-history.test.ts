import { expect, test } from 'vitest';
import { TextHistory } from '../../renderer/formula-bar/text-history.ts';

/** A history of these texts, each typed at once, and what is left of it. */
function through(...texts: string[]) {
  const history = new TextHistory();
  let now = texts[0] ?? '';
  for (const text of texts.slice(1)) {
    history.record(now, text);
    now = text;
  }
  const walk = (step: 'undo' | 'redo') => () => {
    const restored = history[step](now);
    now = restored?.text ?? now;
    return restored;
  };
  return { undo: walk('undo'), redo: walk('redo') };
}

test('letters of a word go at once; other signs are steps', () => {
  const { undo } = through('', '=', '=s', '=su', '=su+', '=su+b', '=su+bc');
  expect(undo()).toEqual({ text: '=su+', caret: 4 });
  expect(undo()).toEqual({ text: '=su', caret: 3 });
  expect(undo()).toEqual({ text: '=', caret: 1 });
  expect(undo()).toEqual({ text: '', caret: 0 });
  expect(undo()).toBeUndefined();
});

test('a completed word is taken back to what had been typed, and comes again', () => {
  const { undo, redo } = through('=s', '=su', '=SUMIFS(');
  expect(undo()).toEqual({ text: '=su', caret: 3 });
  expect(redo()).toEqual({ text: '=SUMIFS(', caret: 8 });
  expect(redo()).toBeUndefined();
});

test('the text cursor stands behind what came back', () => {
  const { undo } = through('=A1+B2', '=$A$1+B2');
  expect(undo()).toEqual({ text: '=A1+B2', caret: 1 + 'A'.length });
  const gone = through('one two', 'one ');
  expect(gone.undo()).toEqual({ text: 'one two', caret: 7 });
});

test('letters at another place are another step, and typing ends what could come again', () => {
  const { undo, redo } = through('ab', 'abc', 'xabc');
  expect(undo()?.text).toBe('abc');
  expect(redo()?.text).toBe('xabc');
  const history = new TextHistory();
  history.record('a', 'b!');
  history.undo('b!');
  history.record('a', 'c!');
  expect(history.redo('c!')).toBeUndefined();
});

test('what goes on belongs to the step before', () => {
  const history = new TextHistory();
  history.record('=', '=A1');
  history.record('=A1', '=A2', true);
  expect(history.undo('=A2')?.text).toBe('=');
});
