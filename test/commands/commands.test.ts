import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { buildModel } from '../../shared/model/build.ts';
import { whatIfWorkbook } from '../fixtures/what-if-workbook.ts';
import { roundtrip } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'roundtrip-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);
const modelText = writeRoundtripFile(buildModel());
/** A file of three inputs and a what-if table of each kind, whose results are still empty. */
function smallFile(name: string): string {
  writeFileSync(file(name), writeRoundtripFile(whatIfWorkbook()));
  return file(name);
}
const names = ['new', 'report', 'export', 'check', 'audit', 'calc'];

describe('words', () => {
  test.each(names)('%s --help tells how it is called', async (name) => {
    const { code, result } = await roundtrip(name, '--help');
    expect([code, result.split('\n')[2]?.startsWith(`Usage: roundtrip ${name}`)]).toEqual([0, true]);
  });

  test.each([
    ['an unknown command', ['frobnicate'], 'There is no command "frobnicate".'],
    ['an unknown option', ['report', '--jsno'], "Unknown option '--jsno'."],
    ['a missing file', ['new'], 'FILE.roundtrip is missing.'],
    ['a word too many', ['check', 'a.roundtrip', 'b'], '"b" is one word too many.'],
    ['a missing option', ['calc', 'a.roundtrip'], '--get is missing.'],
    [
      'an option without its value',
      ['report', '--scenario'],
      "Option '--scenario <value>' argument missing.",
    ],
  ])('%s: exit 2 with usage', async (_, args, sentence) => {
    const { code, result, message } = await roundtrip(...args);
    expect([code, result]).toEqual([2, '']);
    expect(message).toContain(sentence);
    expect(message).toContain('Usage: roundtrip');
  });

  test('an unknown scenario or basis is refused with the choices', async () => {
    const scenario = await roundtrip('report', '--scenario', 'Boom');
    expect([scenario.code, scenario.message.split('\n')[0]]).toEqual([
      2,
      'There is no scenario "Boom". Choose one of: Base, Upside, Downside, Credit crunch, Vendor pull-back, Power-constrained.',
    ]);
    const basis = await roundtrip('report', '--basis', 'rumour');
    expect([basis.code, basis.message.split('\n')[0]]).toEqual([
      2,
      'There is no basis "rumour". Choose one of: Seed, Benchmark, User.',
    ]);
  });
});

describe('about the program', () => {
  test('--version prints one number, help COMMAND its usage', async () => {
    expect((await roundtrip('--version')).result).toMatch(/^\d+\.\d+\.\d+$/);
    expect((await roundtrip('help', 'calc')).result).toContain('Usage: roundtrip calc');
  });
});

describe('report', () => {
  test('gives every headline figure and check as JSON', async () => {
    const { code, result } = await roundtrip(
      'report',
      '--json',
      '--basis',
      'benchmark',
      '--scenario',
      'credit crunch',
    );
    const report = JSON.parse(result) as {
      scenario: string;
      basis: string;
      headlines: Record<string, unknown>;
      checks: object[];
    };
    expect(code).toBe(0);
    expect([report.scenario, report.basis]).toEqual(['Credit crunch', 'benchmark']);
    expect(report.headlines['probable_by_2028']).toEqual({
      label: 'Probable cash by 2028',
      unit: 'US$ bn',
      value: expect.closeTo(383.838, 3) as number,
    });
    expect(report.checks[0]).toEqual({
      name: expect.any(String) as string,
      pass: true,
      difference: 0,
      tolerance: 1e-9,
    });
  });

  test('shows figures as their cells do', async () => {
    const { code, result } = await roundtrip('report');
    expect(code).toBe(0);
    expect(result).toMatch(/^Probable cash by 2028 +314\.0 {2}US\$ bn$/m);
    expect(result).toMatch(/^Private credit in data center spending +26\.7 % {2}share$/m);
    expect(result).toMatch(/^All \d+ checks hold\./m);
  });

  test('a failing check is named with its difference and turns the exit code', async () => {
    const text = modelText.replace('"Seed"', '"Hearsay"');
    writeFileSync(file('failing.roundtrip'), text.replace(/\["Seed",("input[^"]*")/, '["Hearsay",$1'));
    const { code, result } = await roundtrip('report', file('failing.roundtrip'));
    expect(code).toBe(1);
    expect(result).toContain('FAIL  ');
  });
});

describe('new, export, check', () => {
  test('new writes the shipped model', async () => {
    const path = file('model.roundtrip');
    expect(await roundtrip('new', path)).toEqual({ code: 0, result: '', message: `Wrote ${path}` });
    expect(readFileSync(path, 'utf8')).toBe(modelText);
  });

  test.each([
    ['new', 'there.roundtrip', []],
    // What is to be exported does not exist either: the target is refused before anything is read.
    ['export', 'there.xlsx', ['absent.roundtrip']],
  ])('%s replaces a file only when asked to', async (name, target, rest) => {
    writeFileSync(file(target), 'old');
    const refused = await roundtrip(name, file(target), ...rest);
    expect([refused.code, refused.message.split('\n')]).toEqual([
      1,
      [
        `${target} could not be saved: a file of that name is already there. Add --replace to replace it, or give the file another name.`,
      ],
    ]);
    expect(readFileSync(file(target), 'utf8')).toBe('old');
    const source = rest.map(smallFile);
    expect((await roundtrip(name, file(target), ...source, '--replace')).code).toBe(0);
    expect(readFileSync(file(target), 'utf8')).not.toBe('old');
    source.forEach((path) => rmSync(path));
  });

  test('check counts sheets, formulas, inputs and checks', async () => {
    const { sheets, names: cellNames } = buildModel();
    const cells = sheets.flatMap(({ rows }) => rows.flat());
    const formulas = cells.filter((cell) => /^=./s.test(String(cell?.content)));
    const inputs = cells.filter((cell) => cell?.style?.startsWith('input') && !formulas.includes(cell));
    const empty = inputs.filter((cell) => cell?.content === null);
    const { range } = cellNames.find(({ name }) => name === 'check_passes') ?? {
      range: { top: 0, bottom: -1 },
    };
    const { code, result } = await roundtrip('check');
    expect(code).toBe(0);
    expect(result.split('\n')[0]).toBe(
      `${sheets.length} sheets, ${formulas.length} formulas, ${inputs.length} inputs (${empty.length} empty), ${range.bottom - range.top + 1} checks`,
    );
  });

  test('check counts what a small workbook holds', async () => {
    const path = file('small.roundtrip');
    writeFileSync(
      path,
      `{"format":"roundtrip","version":1,"title":"Small","names":[],
"styles":[{"style":"figure","role":"input"},{"style":"sum","role":"total"}],
"sheets":[{"name":"Only","columnWidths":[],"frozenRows":0,"frozenColumns":0,"gridLines":true,"rows":[
["Figures",[1,"figure"],[2,"figure"],["=B1","figure"]],
["Sum",["=B1+C1","sum"],[null,"figure"],["words","sum"]]]}]}`,
    );
    const { code, result } = await roundtrip('check', path);
    expect([code, result.split('\n')[0]]).toEqual([0, '1 sheet, 2 formulas, 3 inputs (1 empty), 0 checks']);
  });

  test('export writes the model, under a scenario and a basis, so that calc reads the same figures back', async () => {
    const source = file('without-tables.roundtrip');
    const { whatIfTables: _, ...withoutTables } = buildModel();
    writeFileSync(source, writeRoundtripFile(withoutTables));
    const path = file('out.xlsx');
    const switches = ['--scenario', 'Downside', '--basis', 'benchmark'];
    expect((await roundtrip('export', path, source, ...switches)).code).toBe(0);
    const { code, result } = await roundtrip('calc', path, '--get', 'probable_by_2028', '--json');
    expect(code).toBe(0);
    expect(Object.values(JSON.parse(result) as object)).toEqual([expect.closeTo(354.523, 3)]);
  });

  test('export works out what-if tables', async () => {
    const path = file('results.xlsx');
    expect((await roundtrip('export', path, smallFile('results.roundtrip'))).code).toBe(0);
    const { result } = await roundtrip('calc', path, '--get', 'Tables!C2:E2', '--json');
    expect(JSON.parse(result)).toEqual({ 'Tables!C2': 225, 'Tables!D2': 2250, 'Tables!E2': 2025 });
  });

  test.each([
    ['a folder that does not exist', ['new', file('nowhere/model.roundtrip')]],
    ['a name of another kind', ['new', file('model.txt')]],
    ['a file that does not exist', ['report', file('absent.roundtrip')]],
    ['an export with a foreign name', ['export', file('out.pdf')]],
  ])('%s: one message, exit 1, nothing left behind', async (_, args) => {
    const before = readdirSync(folder);
    const { code, message } = await roundtrip(...args);
    expect(code).toBe(1);
    expect(message.split('\n')).toHaveLength(1);
    expect(message).not.toMatch(/at .*\.ts/);
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    ['foreign', 'Dear colleague', /not a Roundtrip/],
    ['empty', '', /empty/],
    ['cut', null, /cut short|stops|damaged/],
    ['newer', '{"format":"roundtrip","version":99,"title":"x"}', /newer|version 99/],
  ])('a %s file is told apart', async (kind, text, expected) => {
    const path = file(`${kind}.roundtrip`);
    writeFileSync(path, text ?? modelText.slice(0, 90_000));
    const { code, message } = await roundtrip('check', path);
    expect(code).toBe(1);
    expect(message).toMatch(expected);
    expect(message).toContain(`${kind}.roundtrip`);
  });
});

describe('calc', () => {
  const path = smallFile('calc.roundtrip');
  const calc = (...args: string[]) => roundtrip('calc', path, ...args);
  const values = async (...args: string[]) => {
    const { code, result } = await calc(...args, '--json');
    expect(code).toBe(0);
    return JSON.parse(result) as unknown;
  };

  test('sets a value, recalculates and prints cells at full precision', async () => {
    const set = ['--set', 'Model!B2=4', '--set', 'Model!D9==1/3'];
    expect(await values(...set, '--get', 'Model!D9:D10', '--get', 'years', '--get', 'amount')).toEqual({
      'Model!D9': 1 / 3,
      'Model!D10': null,
      'Model!B2': 4,
      'Model!B4': 100 * 1.5 ** 4,
    });
  });

  test('errors are text, and typed words are words', async () => {
    const set = ['--set', 'Model!D9==1/0', '--set', 'Model!D10=not given'];
    expect(await values(...set, '--get', 'Model!D9:D10')).toEqual({
      'Model!D9': '#DIV/0!',
      'Model!D10': 'not given',
    });
  });

  test('why a cell shows an error is a message', async () => {
    const { code, message, result } = await calc('--set', 'Model!D9==1/D10', '--get', 'Model!D9');
    expect([code, result]).toEqual([0, 'Model!D9\t#DIV/0!']);
    expect(message).toBe('Model!D9 shows #DIV/0!. 1/D10 divides by zero: D10 is empty.');
  });

  test('of many errors the first are explained and the rest counted', async () => {
    const set = Array.from({ length: 23 }, (_, row) => ['--set', `Model!F${row + 1}==1/0`]).flat();
    const { message } = await calc(...set, '--get', 'Model!F1:F23');
    const lines = message.split('\n');
    expect(lines).toHaveLength(21);
    expect(lines.at(-1)).toBe('3 more cells show errors.');
  });

  test.each([
    ['a result', [], 'Tables!C2:D2', { 'Tables!C2': 225, 'Tables!D2': 2250 }],
    ['a cell that reads one', [], 'Tables!E2', { 'Tables!E2': 2025 }],
    [
      'a cell of another sheet that does, by way of a third',
      ['--set', 'Model!D9==SUM(Tables!C1:D2)', '--set', 'Model!D10==D9*2'],
      'Model!D10',
      { 'Model!D10': 4950 },
    ],
    ['a result under what is set', ['--set', 'Model!B1=1'], 'Tables!C2', { 'Tables!C2': 400 }],
  ])('works out what-if tables before it prints %s', async (_, set, get, expected) => {
    expect(await values(...set, '--get', get)).toEqual(expected);
  });

  test('the file stays as it was', async () => {
    const before = readFileSync(path);
    await calc('--set', 'Model!B1=4', '--get', 'Tables!C2');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test.each([
    ['a formula that does not parse', ['--set', 'Model!D9==1+*2', '--get', 'Model!D9'], 'cannot be read'],
    [
      'a loop, its cells in order',
      ['--set', 'Model!D9==D10', '--set', 'Model!D10==D9+1', '--get', 'Model!D9'],
      'D10 → D9 → D10',
    ],
    [
      'a function that cannot be calculated',
      ['--set', 'Model!D9==MAP(B1)', '--get', 'Model!D9'],
      'MAP is a function',
    ],
  ])('%s is refused in one message', async (_, args, expected) => {
    const { code, message, result } = await calc(...args);
    expect([code, result]).toEqual([1, '']);
    expect(message).toContain(expected);
  });

  test.each([
    ['an unknown sheet', ['--get', 'Nowhere!A1'], 'There is no sheet "Nowhere"'],
    ['an unknown name', ['--get', 'profit'], 'neither a cell such as'],
    ['a cell without its sheet', ['--get', 'A1'], 'does not say which sheet'],
    ['an assignment without a value', ['--set', 'Model!D9', '--get', 'Model!D9'], 'sets nothing'],
    ['an assignment to many cells', ['--set', 'Model!D9:D10=1', '--get', 'Model!D9'], 'more than one cell'],
    [
      'more cells than can be printed',
      ['--get', 'Model!A1:XFD1048576'],
      'is 17,179,869,184 cells; at most 1,000,000',
    ],
  ])('%s: exit 2 with usage', async (_, args, expected) => {
    const { code, message, result } = await calc(...args);
    expect([code, result]).toEqual([2, '']);
    expect(message).toContain(expected);
    expect(message).toContain('Usage: roundtrip calc');
  });

  test('a scenario is in force before anything is set', async () => {
    const switched = file('switched.roundtrip');
    writeFileSync(
      switched,
      `{"format":"roundtrip","version":1,"title":"Switched","names":[
{"name":"scenario_name","cells":"Only!$A$1"},{"name":"scenario_names","cells":"Only!$B$1:$D$1"}],"styles":[],
"sheets":[{"name":"Only","columnWidths":[],"frozenRows":0,"frozenColumns":0,"gridLines":true,"rows":[
["Low","Low","Middle","High"],["=MATCH(A1,B1:D1,0)"]]}]}`,
    );
    const position = async (...args: string[]) =>
      (await roundtrip('calc', switched, ...args, '--get', 'Only!A2')).result;
    expect(await position()).toBe('Only!A2\t1');
    expect(await position('--scenario', 'middle')).toBe('Only!A2\t2');
    expect(await position('--scenario', 'middle', '--set', 'Only!A1=High')).toBe('Only!A2\t3');
  });
});
