import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { Engine } from '../../shared/engine/engine.ts';
import { longFormulas, refusedFormulas } from './deep-formulas.ts';

const runs = promisify(execFile);
const program = fileURLToPath(new URL('small-stack.ts', import.meta.url));

/** What a formula comes to in a process with half a megabyte of stack. */
async function inSmallStack(name: string): Promise<unknown> {
  const { stdout } = await runs(process.execPath, ['--stack-size=500', program, name]);
  return JSON.parse(stdout);
}

describe.concurrent('formulas at the limits', () => {
  test.each(longFormulas)('%s are calculated', async (name, formula, value) => {
    expect(await inSmallStack(name)).toEqual({ first: [value, 2, 1], second: [value], parses: true });
    expect(formula.length).toBeLessThanOrEqual(8192);
  });

  test.each(refusedFormulas)('%s are refused, and the rest is calculated', async (name) => {
    const refused = { error: '#NAME?' };
    expect(await inSmallStack(name)).toEqual({ first: [refused, 2, 1], second: [refused], parses: false });
  });
});

describe('a long chain', () => {
  test('gives the same number as its operators one after the other', () => {
    const terms = Array.from({ length: 300 }, (_, index) => 0.1 * (index + 1));
    const engine = Engine.build(
      [
        {
          name: 'S',
          rows: [
            [`=${terms.map((term) => `${term}`).join('+')}`, `=${terms.join('-')}`, `=${terms.join('/')}`],
          ],
        },
      ],
      [],
    );
    expect(engine.sheetValues('S')).toEqual([
      [
        terms.reduce((sum, term) => sum + term),
        terms.reduce((rest, term) => rest - term),
        terms.reduce((rest, term) => rest / term),
      ],
    ]);
    engine.destroy();
  });

  test('may mix operators, read names and ranges, and follows its cells', () => {
    const chain = Array(30).fill('A1').join('+');
    const engine = Engine.build(
      [
        {
          name: 'S',
          rows: [
            [1, `=${chain}&"x"=Text`, `=SUM(A1:A2+${chain})`, `=A1:A2+${chain}`],
            [2],
            [`=1/0+${chain}`, `=${Array(30).fill('1E300').join('*')}`],
          ],
        },
        { name: 'T', rows: [['30x']] },
      ],
      [{ name: 'Text', sheet: 'T', range: { top: 0, left: 0, bottom: 0, right: 0 } }],
    );
    expect(engine.sheetValues('S')).toEqual([
      [1, true, 63, 31],
      [2, null, null, 32],
      [{ error: '#DIV/0!' }, { error: '#NUM!' }],
    ]);
    engine.setCells([{ sheet: 'S', row: 0, column: 0, content: 2 }]);
    expect(engine.rangeValues('S', { top: 0, left: 1, bottom: 1, right: 3 })).toEqual([
      [false, 124, 62],
      [null, null, 62],
    ]);
    engine.destroy();
  });

  test('that fills cells spills again when its way is free', () => {
    const engine = Engine.build(
      [
        {
          name: 'S',
          rows: [
            [1, `=A1:A2+${Array(30).fill('A1').join('+')}`],
            [2, 'in the way'],
          ],
        },
      ],
      [],
    );
    expect(engine.value({ sheet: 'S', row: 0, column: 1 })).toEqual({ error: '#SPILL!' });
    engine.setCells([{ sheet: 'S', row: 1, column: 1, content: null }]);
    expect(engine.sheetValues('S')).toEqual([
      [1, 31],
      [2, 32],
    ]);
    engine.destroy();
  });

  test('is no function of which a person hears', () => {
    expect(Engine.functionNames()).toContain('SUM');
    expect(Engine.functionNames().filter((name) => name.startsWith('CHAIN'))).toEqual([]);
  });
});
