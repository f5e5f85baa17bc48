import { expect, test } from 'vitest';
import { completed, completionAt } from '../../renderer/formula-bar/completion.ts';
import type { FormulaWord } from '../../renderer/session/formula-words.ts';

const functionWord = (name: string): FormulaWord => ({
  text: name,
  kind: 'function',
  guide: {
    name,
    category: 'Math',
    arguments: [],
    syntax: `${name}()`,
    meaning: '',
    example: '=1',
    differs: undefined,
  },
});
const words: FormulaWord[] = [
  functionWord('PROB'),
  functionWord('PRODUCT'),
  { text: 'probability_executed', kind: 'name' },
  { text: 'probable_by_2028', kind: 'name' },
];
const offered = (text: string, caret = text.length) =>
  completionAt(text, caret, words)?.words.map((word) => word.text);

test('names come before functions, whatever the case', () => {
  expect(offered('=K10*Pro')).toEqual(['probability_executed', 'probable_by_2028', 'PROB', 'PRODUCT']);
});

test('nothing is offered for one letter, a whole word, plain text, quoted text or another sheet', () => {
  for (const text of ['=p', '=PRODUCT', 'pro', '="pro', "='pro", '=Deals!pro', '=A1pro$pro', '=xyz'])
    expect(offered(text), text).toBeUndefined();
});

test('nothing is offered in the middle of a word', () => {
  expect(offered('=product', 4)).toBeUndefined();
});

test('a name takes the place of what was typed; a function brings its bracket', () => {
  const text = '=1+pro*2';
  const completion = completionAt(text, 6, words);
  const [name, , probability] = completion?.words ?? [];
  if (!completion || !name || !probability) throw new Error('Nothing was offered');
  expect(completed(text, completion, name)).toEqual({ text: '=1+probability_executed*2', caret: 23 });
  expect(completed(text, completion, probability)).toEqual({ text: '=1+PROB(*2', caret: 8 });
});
