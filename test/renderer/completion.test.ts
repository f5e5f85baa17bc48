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
  { text: 'Products', kind: 'sheet' },
  { text: "Prod 'A'", kind: 'sheet' },
];
const offered = (text: string, caret = text.length) =>
  completionAt(text, caret, words)?.words.map((word) => word.text);

test('names come before sheets, and these before functions, whatever the case', () => {
  expect(offered('=K10*Pro')).toEqual([
    'probability_executed',
    'probable_by_2028',
    'Products',
    "Prod 'A'",
    'PROB',
    'PRODUCT',
  ]);
  expect(offered('=p')).toHaveLength(6);
});

test('a word that is typed in full comes first, so that Tab opens the bracket of that very function', () => {
  expect(offered('=prob')).toEqual(['PROB', 'probability_executed', 'probable_by_2028']);
});

test('a quoted name is one of a sheet', () => {
  expect(offered("=SUM('prod")).toEqual(['Products', "Prod 'A'"]);
  expect(offered("=SUM('prod ''a")).toEqual(["Prod 'A'"]);
});

test('nothing is offered for plain text, quoted text, another sheet or letters that nothing begins with', () => {
  for (const text of [
    'pro',
    '="pro',
    '="a""pro',
    "='",
    '=Deals!pro',
    '=A1pro$pro',
    '=xyz',
    "='Products'!pro",
    '=SUM(A:P',
    '=$p:p',
  ])
    expect(offered(text), text).toBeUndefined();
});

test('nothing is offered in the middle of a word', () => {
  expect(offered('=product', 4)).toBeUndefined();
});

test('a name takes the place of what was typed; a function brings its bracket', () => {
  const text = '=1+pro*2';
  const completion = completionAt(text, 6, words);
  const [name, , , sheet, probability] = completion?.words ?? [];
  if (!completion || !name || !sheet || !probability) throw new Error('Nothing was offered');
  expect(completed(text, completion, sheet)).toEqual({ text: "=1+'Prod ''A'''!*2", caret: 16 });
  expect(completed(text, completion, name)).toEqual({ text: '=1+probability_executed*2', caret: 23 });
  expect(completed(text, completion, probability)).toEqual({ text: '=1+PROB(*2', caret: 8 });
});
