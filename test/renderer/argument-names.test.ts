import { expect, test } from 'vitest';
import { argumentNames } from '../../renderer/formula-bar/argument-names.ts';
import { functionGuide } from '../../shared/function-guide/index.ts';

const words = functionGuide.map((guide) => ({ kind: 'function' as const, text: guide.name, guide }));

test('the names of the arguments come behind the bracket of a function, or with it behind its name', () => {
  expect(argumentNames('=pmt(', 5, words)).toEqual({
    text: 'rate,nper,pv,fv,type)',
    first: { at: 0, length: 4 },
  });
  expect(argumentNames('=1+ABS', 6, words)).toMatchObject({ first: { at: 1 } });
});

test('nothing comes elsewhere', () => {
  expect(argumentNames('=pmt(1', 6, words)).toBeUndefined();
  expect(argumentNames('=nothing(', 9, words)).toBeUndefined();
  expect(argumentNames('pmt(', 4, words)).toBeUndefined();
});
