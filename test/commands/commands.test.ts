import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { buildModel } from '../../shared/model/build.ts';
import { roundtrip } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'roundtrip-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string) => join(folder, name);
/** The shipped model in a file. */
const modelText = writeRoundtripFile(buildModel());
function modelFile(name: string): string {
  writeFileSync(file(name), modelText);
  return file(name);
}
const names = ['new', 'report', 'export', 'check', 'calc'];

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
  test('new writes the shipped model, its results filled, and does not replace a file unasked', async () => {
    const path = file('model.roundtrip');
    expect((await roundtrip('new', path)).code).toBe(0);
    const before = readFileSync(path, 'utf8');
    const row = before.split('\n').find((line) => line.includes('["probable_by_2028","identifier"]'));
    expect(row).toMatch(/\[314\.\d+,"result/);
    const again = await roundtrip('new', path);
    expect([again.code, again.message.includes('already there')]).toEqual([1, true]);
    expect(readFileSync(path, 'utf8')).toBe(before);
    expect((await roundtrip('new', path, '--replace')).code).toBe(0);
    expect(readFileSync(path, 'utf8')).toBe(before);
  }, 90_000);

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

  test('export writes a workbook that calc reads back to the same figures', async () => {
    const path = file('out.xlsx');
    expect((await roundtrip('export', path, '--scenario', 'Downside', '--basis', 'benchmark')).code).toBe(0);
    const { code, result } = await roundtrip('calc', path, '--get', 'probable_by_2028', '--json');
    expect(code).toBe(0);
    expect(Object.values(JSON.parse(result) as object)).toEqual([expect.closeTo(354.523, 3)]);
    const results = await roundtrip('calc', path, '--get', 'scenario_results', '--json');
    expect(Object.values(JSON.parse(results.result) as object)).toContainEqual(expect.closeTo(361.085, 3));
  }, 60_000);

  test.each([
    ['a folder that does not exist', ['new', file('nowhere/model.roundtrip')]],
    ['a name of another kind', ['new', file('model.txt')]],
    ['a file that does not exist', ['report', file('absent.roundtrip')]],
    ['an export with a foreign name', ['export', file('out.pdf')]],
  ])(
    '%s: one message, exit 1, nothing left behind',
    async (_, args) => {
      const before = readdirSync(folder);
      const { code, message } = await roundtrip(...args);
      expect(code).toBe(1);
      expect(message.split('\n')).toHaveLength(1);
      expect(message).not.toMatch(/at .*\.ts/);
      expect(readdirSync(folder)).toEqual(before);
    },
    60_000,
  );

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
  const path = file('calc.roundtrip');
  const calc = (...args: string[]) => roundtrip('calc', modelFile('calc.roundtrip'), ...args);
  const { range } = buildModel().names.find((name) => name.name === 'delay_q') ?? {
    range: { top: 0, left: 0, bottom: 0, right: 0 },
  };
  const base = `Assumptions!E${range.top + 1}`;

  test('sets a value, recalculates and prints cells at full precision', async () => {
    const { code, result } = await calc(
      '--set',
      `${base}=4`,
      '--set',
      'Cover!H60==1/3',
      '--get',
      'Cover!H60:H61',
      '--get',
      'delay_q',
      '--json',
    );
    expect(code).toBe(0);
    expect(JSON.parse(result)).toEqual({
      'Cover!H60': 1 / 3,
      'Cover!H61': null,
      [`Assumptions!D${range.top + 1}`]: 4,
    });
  });

  test('errors are text, and typed words are words', async () => {
    const { result } = await calc(
      '--set',
      'Cover!H60==1/0',
      '--set',
      'Cover!H61=not given',
      '--get',
      'Cover!H60:H61',
      '--json',
    );
    expect(JSON.parse(result)).toEqual({ 'Cover!H60': '#DIV/0!', 'Cover!H61': 'not given' });
  });

  test('the file stays as it was', async () => {
    modelFile('calc.roundtrip');
    const before = readFileSync(path);
    await roundtrip('calc', path, '--set', `${base}=4`, '--get', 'delay_q');
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test.each([
    ['a formula that does not parse', ['--set', 'Cover!H60==1+*2', '--get', 'Cover!H60'], 'cannot be read'],
    [
      'a loop, its cells in order',
      ['--set', 'Cover!H60==H61', '--set', 'Cover!H61==H60+1', '--get', 'Cover!H60'],
      'H61 → H60 → H61',
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
    ['an assignment without a value', ['--set', 'Cover!H60', '--get', 'Cover!H60'], 'sets nothing'],
    ['an assignment to many cells', ['--set', 'Cover!H60:H61=1', '--get', 'Cover!H60'], 'more than one cell'],
    [
      'more cells than can be printed',
      ['--get', 'Cover!A1:XFD1048576'],
      'is 17,179,869,184 cells; at most 1,000,000',
    ],
  ])('%s: exit 2 with usage', async (_, args, expected) => {
    const { code, message, result } = await calc(...args);
    expect([code, result]).toEqual([2, '']);
    expect(message).toContain(expected);
    expect(message).toContain('Usage: roundtrip calc');
  });

  test('a scenario and a basis are in force before anything is set', async () => {
    const { result } = await calc(
      '--scenario',
      'downside',
      '--basis',
      'benchmark',
      '--get',
      'probable_by_2028',
      '--json',
    );
    expect(Object.values(JSON.parse(result) as object)).toEqual([expect.closeTo(354.523, 3)]);
  });
});
