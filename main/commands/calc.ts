import { plainValue, type PlainValue } from '../../shared/analysis/report.ts';
import { fillWhatIfTables } from '../../shared/analysis/what-if-tables.ts';
import { failure, success, type Result } from '../../shared/result.ts';
import {
  addressText,
  parseReference,
  type Address,
  type Area,
  type Range,
} from '../../shared/workbook/address.ts';
import { isCellError, type CellContent } from '../../shared/workbook/document.ts';
import { readEntry } from '../../shared/workbook/entry.ts';
import type { Workbook } from '../../shared/workbook/workbook.ts';
import { valueOrRefuse, type Command } from './command.ts';
import { loadModel, switchOptions } from './load-workbook.ts';

export const calc: Command = {
  name: 'calc',
  summary: 'Opens a workbook, sets cells, recalculates, and prints cells.',
  files: ['FILE'],
  options: {
    ...switchOptions,
    set: {
      type: 'string',
      multiple: true,
      value: "'Sheet!A1=value'",
      help: 'what to type into a cell before; =formula after the first = for a formula',
    },
    get: {
      type: 'string',
      multiple: true,
      required: true,
      value: "'Sheet!A1:C3'|NAME",
      help: 'cells or a defined name to print',
    },
    json: { type: 'boolean', help: 'as JSON: one entry a cell, errors as text, empty cells as null' },
  },
  notes: [
    'FILE is a .roundtrip or an .xlsx file; it is not changed. What-if tables are worked out first, which takes some seconds, where a cell to print depends on one.',
    "Example: roundtrip calc model.roundtrip --set 'Assumptions!E15=0.5' --set 'Deals!K6==2*50' --get probable_by_2028",
  ],
  run: async (words, output) => {
    const { list, flag } = words;
    const workbook = await loadModel(words.files[0], words, output);
    for (const text of list('set')) {
      const { address, content } = valueOrRefuse(readAssignment(workbook, text), true);
      const label = `Type into ${addressText(address)}`;
      valueOrRefuse(workbook.apply({ kind: 'setCells', label, cells: [{ ...address, content }] }));
    }
    const places = list('get').map((wanted) => {
      const place = valueOrRefuse(locate(workbook, wanted), true);
      valueOrRefuse(notTooMany(wanted, place.range), true);
      return place;
    });
    if (places.some((place) => workbook.readsResults(place))) fillWhatIfTables(workbook);
    const cells: [string, PlainValue][] = [];
    const errors: Address[] = [];
    for (const { sheet, range } of places) {
      workbook.rangeValues(sheet, range).forEach((values, row) => {
        values.forEach((value, column) => {
          const address = { sheet, row: range.top + row, column: range.left + column };
          cells.push([addressText(address), plainValue(value)]);
          if (isCellError(value)) errors.push(address);
        });
      });
    }
    for (const text of explanations(workbook, errors)) output.message(text);
    output.result(
      flag('json')
        ? JSON.stringify(Object.fromEntries(cells), null, 2)
        : cells.map(([address, value]) => `${address}\t${value ?? ''}`).join('\n'),
    );
    return true;
  },
};

/** More errors than this are counted, not explained: the first ones usually cause the rest. */
const mostExplained = 20;

/** Why cells show errors, a line for each. */
function explanations(workbook: Workbook, errors: readonly Address[]): string[] {
  const told = errors.slice(0, mostExplained).flatMap((address) => {
    const why = workbook.explainError(address);
    return why ? [`${addressText(address)} shows ${why.error}. ${why.message}`] : [];
  });
  const rest = errors.length - mostExplained;
  return rest > 0
    ? [...told, `${rest} more ${rest === 1 ? 'cell shows an error' : 'cells show errors'}.`]
    : told;
}

/** The place that `Sheet!A1`, `Sheet!A1:C3` or a defined name stands for. */
function locate(workbook: Workbook, text: string): Result<Area> {
  const name = workbook.name(text.trim());
  if (name) return success({ sheet: name.sheet, range: name.range });
  const reference = parseReference(text);
  const sheets = workbook.document.sheets.map((sheet) => sheet.name);
  const sheet = sheets.find((candidate) => candidate.toLowerCase() === reference?.sheet?.toLowerCase());
  if (reference && sheet !== undefined) return success({ sheet, range: reference.range });
  const what = !reference
    ? `"${text}" is neither a cell such as Deals!A1 nor a name of this workbook.`
    : reference.sheet === undefined
      ? `"${text}" does not say which sheet.`
      : `There is no sheet "${reference.sheet}".`;
  return failure({
    code: 'unknown-cell',
    message: what,
    subject: text,
    remedy: `The sheets are ${sheets.join(', ')}.`,
  });
}

/** More cells than this at once are a slip, such as whole columns, and would take minutes to print. */
const mostCells = 1_000_000;

function notTooMany(text: string, { top, left, bottom, right }: Range): Result<null> {
  const cells = (bottom - top + 1) * (right - left + 1);
  if (cells <= mostCells) return success(null);
  return failure({
    code: 'too-many-cells',
    message: `"${text}" is ${cells.toLocaleString('en-US')} cells; at most ${mostCells.toLocaleString('en-US')} are printed at once.`,
    subject: text,
    remedy: 'Ask for a smaller range.',
  });
}

/** What `Sheet!A1=value` types, and where; the value is read as if a person had typed it. */
function readAssignment(
  workbook: Workbook,
  text: string,
): Result<{ address: Address; content: CellContent | null }> {
  // The sheet's name may hold an equals sign only inside its quotes.
  const match = /^((?:'(?:[^']|'')*')?[^=']*)=([\s\S]*)$/.exec(text);
  if (!match) {
    return failure({
      code: 'bad-assignment',
      message: `"${text}" sets nothing.`,
      subject: text,
      remedy: "Write it as 'Sheet!A1=value', or 'Sheet!A1==formula'.",
    });
  }
  const [, target = '', typed = ''] = match;
  const place = locate(workbook, target);
  if (!place.ok) return place;
  const { sheet, range } = place.value;
  if (range.top !== range.bottom || range.left !== range.right) {
    return failure({
      code: 'more-than-one-cell',
      message: `"${target}" is more than one cell.`,
      subject: target,
      remedy: 'Set one cell at a time.',
    });
  }
  const { content } = readEntry(typed);
  return success({ address: { sheet, row: range.top, column: range.left }, content });
}
