import { readFile } from 'node:fs/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { exampleDocument } from '../../shared/function-guide/example-cells.ts';
import { functionGuide } from '../../shared/function-guide/index.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { isCellError } from '../../shared/workbook/document.ts';
import { documentedFunctions, functionsIn, proofs } from './calls.ts';
import { functionsPage } from './functions-page.ts';

const workbook = Workbook.open(exampleDocument());
afterAll(() => workbook.close());

test('the guide has every function that can be calculated, and no other', () => {
  const names = functionGuide.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(names.toSorted()).toEqual(Workbook.functionNames().toSorted());
});

test('functions of a category stand in order', () => {
  const names = functionGuide.map(({ category, name }) => `${category} ${name}`);
  const categories = [...new Set(functionGuide.map(({ category }) => category))];
  for (const category of categories) {
    const own = names.filter((name) => name.startsWith(`${category} `));
    expect(own).toEqual(own.toSorted());
  }
});

test('every function has a known value', () => {
  const known = proofs();
  const without = functionGuide.filter(({ name }) => (known.get(name)?.known ?? 0) === 0);
  expect(without.map(({ name }) => name)).toEqual([]);
});

/** Functions of which Microsoft's page has no example that calls them and shows what it gives. */
const withoutExample: Readonly<Record<string, string>> = {
  FALSE: 'the page says in words that it gives FALSE',
  FINDB: 'the page of FIND no longer has it',
  ISNONTEXT: 'the page of the IS functions has examples of the others',
  LEFTB: 'the page of LEFT no longer has it',
  LENB: 'the page of LEN no longer has it',
  MIDB: 'the page of MID no longer has it',
  NA: 'the page says in words that it gives #N/A',
  PERCENTOF: 'the cells of the example stand in a picture only',
  REPLACEB: 'the page of REPLACE no longer has it',
  RIGHTB: 'the page of RIGHT no longer has it',
  SEARCHB: 'the page of SEARCH no longer has it',
};

test('examples of the page that documents it are among the known values of every function', () => {
  const documented = documentedFunctions();
  const without = functionGuide.map(({ name }) => name).filter((name) => !documented.has(name));
  expect(without.toSorted()).toEqual(Object.keys(withoutExample).toSorted());
});

describe('what the guide says', () => {
  test.each(functionGuide.map((guide) => [guide.name, guide] as const))('%s', (name, guide) => {
    expect(guide.meaning).toMatch(/^[A-Z0-9].*\.$/);
    expect(guide.meaning.length).toBeLessThanOrEqual(140);
    const names = guide.arguments.map((argument) => argument.name);
    expect(new Set(names).size).toBe(names.length);
    for (const argument of names) expect(argument).toMatch(/^[a-z][a-z0-9_']*$/i);
    // What may be left out comes last, but for the calculation of LET.
    const optional = guide.arguments
      .filter((argument) => argument.name !== 'calculation')
      .map((argument) => argument.optional);
    expect(optional).toEqual(optional.toSorted((one, other) => Number(one) - Number(other)));
    expect(functionsIn(guide.example)).toContain(name);
    const place = { sheet: 'Examples', row: 20, column: 10 };
    const typed = workbook.apply({
      kind: 'setCells',
      label: 'Type an example',
      cells: [{ ...place, content: guide.example }],
    });
    expect(typed.ok, 'the example can be typed').toBe(true);
    const [[value = null] = []] = workbook.calculate(guide.example);
    expect(isCellError(value) && name !== 'NA', `${guide.example} gives an error`).toBe(false);
  });
});

test('docs/functions.md is made from the guide', async () => {
  const page = functionsPage(functionGuide, proofs(), (formula) => workbook.calculate(formula));
  await expect(page).toMatchFileSnapshot('../../docs/functions.md');
});

test('the README tells how many functions there are', async () => {
  const readme = await readFile(new URL('../../README.md', import.meta.url), 'utf8');
  expect(readme).toContain(`${functionGuide.length} functions`);
});
