import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HyperFormula } from 'hyperformula';
import { Engine } from '../../shared/engine/engine.ts';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { buildModel } from '../../shared/model/build.ts';
import { absoluteRangeText } from '../../shared/workbook/address.ts';
import type { CellContent, WorkbookDocument } from '../../shared/workbook/document.ts';
import { formatValue } from '../../shared/workbook/number-format.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { largePaste, largeResult, vastRange } from './large.ts';
import { compare, median, type Comparison } from './measure.ts';
import { plainSettings } from './plain-settings.ts';
import { syntheticWorkbook } from './synthetic-workbook.ts';
import { windowFigures, type Latency } from './window.ts';

/*
 * What speed costs, as ratios against a peer in the same run: `npm run bench` prints the table.
 */

const root = new URL('../..', import.meta.url).pathname;

function plainInput({ sheets, names }: WorkbookDocument) {
  const raw = (content: CellContent | null) =>
    typeof content !== 'string' || content.startsWith('=') || content.startsWith("'")
      ? content
      : `'${content}`;
  return {
    sheets: Object.fromEntries(
      sheets.map(({ name, rows }) => [
        name,
        rows.map((cells) => cells.map((cell) => raw(cell?.content ?? null))),
      ]),
    ),
    names: [
      { name: 'TRUE', expression: '=TRUE()' },
      { name: 'FALSE', expression: '=FALSE()' },
      ...names.map(({ name, sheet, range }) => ({ name, expression: `=${absoluteRangeText(sheet, range)}` })),
    ],
  };
}

/** Whole process: `roundtrip report --json` against a script that only builds the same sheets. */
function reportProcess(): Comparison {
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  const dump = join(folder, 'model.json');
  writeFileSync(dump, JSON.stringify({ ...plainInput(buildModel()), settings: plainSettings }));
  const run = (...args: string[]) => {
    const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
  };
  const result = compare(
    15,
    () => run('main/roundtrip.mjs', 'report', '--json'),
    () => run('test/bench/bare-build.mjs', dump),
  );
  rmSync(folder, { recursive: true });
  return result;
}

/** An edit until the changed cells are known: through the workbook, and through the engine alone. */
function edit(formulaCount: number): Comparison {
  const workbook = Workbook.open(syntheticWorkbook(formulaCount));
  const { sheets, names } = plainInput(syntheticWorkbook(formulaCount));
  const plain = HyperFormula.buildFromSheets(sheets, plainSettings, names);
  const rows = workbook.document.sheets[0]?.rows.length ?? 0;
  // Every edit changes another block's input, and so 240 cells of the model and its totals.
  const place = (run: number) => (run * 10) % rows;
  let count = 0;
  const result = compare(
    400,
    (run) => {
      const cells = [{ sheet: 'Model', row: place(run), column: 0, content: 1000 + run }];
      const applied = workbook.apply({ kind: 'setCells', label: 'Edit', cells });
      count = applied.ok ? applied.value.values.length : 0;
    },
    (run) => {
      const changes = plain.setCellContents({ sheet: 0, row: place(run), col: 0 }, 1000 + run);
      if (run > 0 && changes.length !== count)
        throw new Error(`${changes.length} cells changed, but ${count} through the workbook`);
    },
  );
  workbook.close();
  plain.destroy();
  return result;
}

/**
 * A change of every fraction on Deals and Assumptions until all of the shipped model is recalculated:
 * with Excel's operators and functions, and with HyperFormula's own, in a process of its own. Whole
 * numbers stay, since years and counts choose cells. Many formulas are errors there, so that it is
 * not the same work: how many, it says.
 */
function recalculation(): Comparison & { readonly errors: number } {
  const runs = 25;
  const model = buildModel();
  const { sheets, names } = plainInput(model);
  const numbers = model.sheets.flatMap(({ name, rows }) =>
    name !== 'Deals' && name !== 'Assumptions'
      ? []
      : rows.flatMap((cells, row) =>
          cells.flatMap((cell, column) =>
            typeof cell?.content === 'number' && !Number.isInteger(cell.content)
              ? [{ sheet: name, row, column, number: cell.content }]
              : [],
          ),
        ),
  );
  const folder = mkdtempSync(join(tmpdir(), 'roundtrip-bench-'));
  const dump = join(folder, 'model.json');
  writeFileSync(dump, JSON.stringify({ sheets, names, settings: plainSettings, numbers, runs }));
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['test/bench/bare-recalculation.mjs', dump],
    { cwd: root, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(stderr);
  const plain: { median: number; errors: number } = JSON.parse(stdout);

  const engine = Engine.build(
    Object.entries(sheets).map(([name, rows]) => ({ name, rows })),
    model.names,
  );
  const times: number[] = [];
  for (let run = 0; run <= runs; run++) {
    const edits = numbers.map(({ number, ...place }) => ({ ...place, content: number * (1 + run * 1e-9) }));
    const start = performance.now();
    engine.setCells(edits);
    if (run > 0) times.push(performance.now() - start);
  }
  engine.destroy();
  const ours = median(times);
  return { ours, peer: plain.median, ratio: ours / plain.median, errors: plain.errors };
}

/** A row inserted into the shipped model and taken back, against HyperFormula's own way with rows. */
function insertedRow(): Comparison {
  const model = buildModel();
  const sheet = 'Funding';
  const [at, count] = [10, 1];
  const workbook = Workbook.open(model);
  const { sheets, names } = plainInput(model);
  const plain = HyperFormula.buildFromSheets(sheets, plainSettings, names);
  const number = plain.getSheetId(sheet);
  if (number === undefined) throw new Error(`The model has no sheet "${sheet}"`);
  const result = compare(
    9,
    () => {
      const inserted = workbook.apply({ kind: 'insertLines', label: 'Row', sheet, axis: 'rows', at, count });
      if (!inserted.ok) throw new Error(inserted.problem.message);
      workbook.undo();
    },
    () => {
      plain.addRows(number, [at, count]);
      plain.removeRows(number, [at, count]);
    },
  );
  workbook.close();
  plain.destroy();
  return result;
}

/** Opening the shipped model: built by code and calculated, against HyperFormula alone, which beside our engine has its functions. */
function build(): Comparison {
  const { sheets, names } = plainInput(buildModel());
  return compare(
    9,
    () => Workbook.open(buildModel()).close(),
    () => HyperFormula.buildFromSheets(sheets, plainSettings, names).destroy(),
  );
}

function rendererSize(): { kind: string; raw: number; gzip: number }[] {
  const folder = join(root, 'dist/renderer');
  const sizes = new Map<string, { raw: number; gzip: number }>();
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    const kind = extname(name).slice(1);
    if (kind === '') continue;
    const bytes = readFileSync(join(folder, name));
    const before = sizes.get(kind) ?? { raw: 0, gzip: 0 };
    sizes.set(kind, { raw: before.raw + bytes.length, gzip: before.gzip + gzipSync(bytes).length });
  }
  return [...sizes].map(([kind, size]) => ({ kind, ...size })).toSorted((a, b) => b.raw - a.raw);
}

const milliseconds = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ms`;
const kilobytes = (value: number) => `${Math.round(value / 1024)} KiB`;

function printTable(rows: readonly (readonly string[])[]): void {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  for (const row of rows)
    console.log(
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    );
}

/** The text of a `.roundtrip` file until its document is there. */
function fileRead(): Comparison {
  const text = writeRoundtripFile(syntheticWorkbook(50_000));
  return compare(
    5,
    () => {
      const read = readRoundtripFile(text, 'large.roundtrip');
      if (!read.ok) throw new Error(read.problem.message);
    },
    () => void JSON.parse(text),
  );
}

/** A screen full of numbers. */
function formatted(): Comparison {
  const values = Array.from({ length: 2000 }, (_, index) => index * 1.37);
  const digits = { minimumFractionDigits: 1, maximumFractionDigits: 1 };
  return compare(
    20,
    () => {
      for (const value of values) formatValue(value, '#,##0.0');
    },
    () => {
      for (const value of values) value.toLocaleString('en-US', digits);
    },
  );
}

const line = (what: string, { ours, peer, ratio }: Comparison, goal: string) => [
  what,
  milliseconds(ours),
  milliseconds(peer),
  ratio.toFixed(2),
  goal,
];
const recalculated = recalculation();
printTable([
  ['', 'ours', 'peer', 'ratio', 'goal'],
  line('report --json, whole process / only building the same sheets', reportProcess(), '< 1.50'),
  line('edit to changed cells, 3,000 formulas / setCellContents', edit(3_000), '< 1.50'),
  line('edit to changed cells, 50,000 formulas / setCellContents', edit(50_000), '< 1.50'),
  line(
    `recalculation of the whole model / plain HyperFormula, where ${recalculated.errors} cells are errors`,
    recalculated,
    '< 1.10',
  ),
  line('row inserted into the model and taken back / addRows and removeRows', insertedRow(), ''),
  line('=SUM over a million empty cells entered and undone / over one cell', vastRange(), '< 3.00'),
  line('paste of 200,000 values and its undo / HyperFormula built with them', largePaste(), ''),
  line('=SORT of 100,000 values and its undo / HyperFormula built with them', largeResult(), ''),
  line('reading a file of 50,000 formulas / JSON.parse of it', fileRead(), ''),
  line('2,000 numbers formatted as #,##0.0 / toLocaleString', formatted(), ''),
  line('building and opening the model / HyperFormula with the same functions', build(), ''),
]);
const shown = await windowFigures();
const latency = (what: string, { median: middle, high }: Latency, goal: string) => [
  what,
  milliseconds(middle),
  milliseconds(high),
  (middle / shown.barePage.median).toFixed(2),
  goal,
];
console.log();
printTable([
  ['key to painted result in Chromium', 'median', '95 %', 'to a bare page', 'goal'],
  latency('bare page that writes into one cell', shown.barePage, ''),
  latency('shipped model, small edit', shown.edit, '33 ms'),
  latency('shipped model, scenario switch', shown.scenarioSwitch, '100 ms'),
  latency('50,000 formulas, small edit', shown.largeEdit, ''),
  latency('50,000 formulas, scenario that moves them all', shown.largeSwitch, ''),
]);
console.log();
printTable([
  ['by the name box, from key to paint', 'median', '95 %', 'to a row in sight', 'goal'],
  ...(
    [
      ['row 60', shown.nearJump],
      ['the last row of the sheet, 1,048,576', shown.farJump],
    ] as const
  ).map(([what, { median: middle, high }]) => [
    what,
    milliseconds(middle),
    milliseconds(high),
    (middle / shown.nearJump.median).toFixed(2),
    '',
  ]),
]);
console.log();
printTable([
  ['50,000 formulas in Chromium', 'time', 'screen held', 'goal'],
  ['edits', '', milliseconds(shown.largeEditHeld), '< 50 ms held'],
  ['switches of the scenario', '', milliseconds(shown.largeSwitchHeld), '< 50 ms held'],
  ...shown.pastes.flatMap(({ rows, columns, paste, undo }) => [
    [`paste of ${columns} x ${rows} cells`, milliseconds(paste.time), milliseconds(paste.held), ''],
    ['undo of it', milliseconds(undo.time), milliseconds(undo.held), ''],
  ]),
  ['frames of 1,000 later than 16.7 ms while scrolling', shown.lateFrames.toFixed(0), '', ''],
]);
console.log();
printTable([
  ['renderer', 'raw', 'gzip'],
  ...rendererSize().map(({ kind, raw, gzip }) => [kind, kilobytes(raw), kilobytes(gzip)]),
]);
// What a window was started with may keep the process alive.
process.exit(0);
