import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { readRoundtripFile, writeRoundtripFile } from '../../../shared/exchange/roundtrip/roundtrip-file.ts';
import type { Command } from '../../../shared/workbook/command.ts';
import type {
  ConditionalFormat,
  ConditionalRule,
} from '../../../shared/workbook/conditional/conditional-format.ts';
import type { CellContent, CellValue, Sheet, WorkbookDocument } from '../../../shared/workbook/document.ts';
import { Workbook } from '../../../shared/workbook/workbook.ts';
import { oneOfName, type ValidationSettings } from '../../../shared/workbook/validation/validation.ts';
import { plainDocument } from '../../fixtures/plain-document.ts';

/* Whatever is done to a workbook can be undone to the very same document and done again. */

const rows = 12;
const columns = 6;
const steps = 200;

const opened: Workbook[] = [];
afterEach(() => {
  for (const workbook of opened.splice(0)) workbook.close();
});

function open(document: WorkbookDocument): Workbook {
  const workbook = Workbook.open(document);
  opened.push(workbook);
  return workbook;
}

/** Three sheets that read each other, with names, notes, sources, bounds, looks and frozen lines. */
function start(): WorkbookDocument {
  const plain = plainDocument(
    {
      Inputs: [
        ['driver', 1, 2, 3],
        ['price', 10, 20, 30],
        ['low', 0, 0, 0],
        ['high', 50, 50, 50],
        ['sum', '=SUM(B1:B4)', '=SUM(C1:C4)', '=SUM($B1:D$4)'],
      ],
      Model: [
        ['=Inputs!A1', '=Inputs!B1*price', '=Inputs!C1*2', '=SUM(Inputs!B:B)'],
        ['=SUM(A1:D1)', '=first+B1', '=INDEX(Inputs!$A$1:$D$5,2,3)', "='Other sheet'!A1"],
        [null, '=OFFSET(Inputs!B1,1,0)', '=LET(price,2,price*B1)', '=SUM(1:1)'],
      ],
      'Other sheet': [
        ['=SUM(Model!A1:D3)', '=prices', null, '=IFERROR(Model!B2/0,Inputs!B2)'],
        ['text', "'=no formula", true, 0.5],
      ],
    },
    { price: 'Inputs!B2', prices: 'Inputs!B2:D2', first: 'Model!A1', total: "'Other sheet'!A1" },
  );
  const [inputs, ...others] = plain.sheets;
  if (!inputs) throw new Error('There is no first sheet');
  return {
    ...plain,
    styles: { input: { role: 'input', format: '0.0' }, total: { role: 'total' } },
    sheets: [
      {
        ...inputs,
        columnWidths: [120, 80, 80, 80],
        frozenRows: 1,
        frozenColumns: 1,
        rows: inputs.rows.map((cells, row) =>
          cells.map((cell, column) =>
            cell && row < 4 && column > 0
              ? {
                  ...cell,
                  style: 'input',
                  note: `note ${row} ${column}`,
                  provenance: { kind: 'assumption', sources: [], reason: 'as it is' },
                }
              : cell,
          ),
        ),
      },
      ...others,
    ],
    validations: [
      {
        sheet: 'Model',
        ranges: [{ top: 0, left: 0, bottom: 3, right: 2 }],
        rule: { kind: 'custom', formula: '=Inputs!B2<A2' },
        ignoreBlank: true,
      },
      { sheet: 'Inputs', ranges: [{ top: 6, left: 0, bottom: 9, right: 0 }], ...oneOfName('prices') },
    ],
    bounds: [
      {
        sheet: 'Inputs',
        range: { top: 1, left: 1, bottom: 1, right: 3 },
        low: { top: 2, left: 1, bottom: 2, right: 3 },
        high: { top: 3, left: 1, bottom: 3, right: 3 },
      },
    ],
  };
}

const contents: readonly (CellContent | null)[] = [
  null,
  7,
  -2.5,
  true,
  'word',
  "'=text",
  '=A1+1',
  '=SUM(A1:C3)',
  '=$B$2*2',
  '=Inputs!B2+Model!A1',
  "='Other sheet'!$A1",
  '=price*2',
  '=rate+XFE1',
  '=SUM(both)*rate',
  '=Inputs!rate',
  '=SUM(prices)',
  '=SUM(B:B)',
  '=SUBTOTAL(9,B1:B8)',
  '=SUBTOTAL(109,B:B)',
  '=AGGREGATE(4,5,C1:C9)',
  '=SUM(3:4)',
  '=SEQUENCE(2)',
  '=SUM(OFFSET(A1,1,1,2,2))',
  '=INDIRECT("Inputs!B2")',
  '=IF(A1>0,B1,C1)',
  "=SUM('New 1'!A:A)",
  '=COUNTA(Sheet_1!1:1)',
  '=Sheet_2!B2',
  '=SUBTOTAL(103,Inputs!A1:A9,Model!A:A)',
  '=SHEETS()',
  '#N/A',
  'Éclair',
  '=NA()',
  '=FILTER(A1:A4,B1:B4>0,0)',
  '=SUBTOTAL(1,A1:C2,SUBTOTAL(9,B1:B2))',
  '=INDIRECT("Sheet_1!A1")',
  '=CELL("row",A1)',
  '=SHEET("Model")',
  '=FORMULATEXT(A1)',
  '=ROW(A1:A3)',
  '=A1:A3*2',
  '=XLOOKUP(7,A:A,B:B,"none")',
];

const rules: readonly ConditionalRule[] = [
  { kind: 'cellValue', comparison: 'greaterThan', operand: '=2' },
  { kind: 'formula', formula: '=A1>B$2' },
  { kind: 'formula', formula: '=SUM(Inputs!B1:B2)>price' },
  { kind: 'rank', end: 'top', count: 2 },
  { kind: 'repeated', values: 'duplicate' },
  { kind: 'state', state: 'blanks' },
  { kind: 'formula', formula: '=SUBTOTAL(109,$B$1:$B$9)>5' },
  { kind: 'formula', formula: '=SUM(Sheet_1!A:A)>0' },
  { kind: 'average', side: 'above' },
  { kind: 'formula', formula: '=INDIRECT("Inputs!B2")>5' },
  { kind: 'formula', formula: '=SHEETS()>3' },
  { kind: 'formula', formula: '=COUNTIF(A:A,A1)>1' },
  {
    kind: 'colourScale',
    stops: [
      { at: { kind: 'lowest' }, colour: '#FFFFFF' },
      { at: { kind: 'highest' }, colour: '#00B050' },
    ],
  },
  {
    kind: 'iconSet',
    icons: ['redFlag', null, 'greenFlag'],
    from: [
      { at: { kind: 'formula', value: '=SUM(Inputs!B1:B2)' } },
      { at: { kind: 'percentile', value: '=80' }, above: true },
    ],
  },
];

const cellRules: readonly (ValidationSettings | null)[] = [
  null,
  oneOfName('prices'),
  { rule: { kind: 'custom', formula: '=A1<>Inputs!B2' }, ignoreBlank: true, message: { text: 'Why' } },
  {
    rule: { kind: 'whole', operator: 'between', first: '=$A$1', second: 100 },
    ignoreBlank: false,
    alert: { style: 'warning' },
  },
];

type Step = readonly [kind: number, one: number, two: number, three: number, four: number];
const step: fc.Arbitrary<Step> = fc.tuple(fc.nat(32), fc.nat(99), fc.nat(99), fc.nat(99), fc.nat(99));

/** The command that some numbers stand for in a workbook as it is. */
function commandOf(
  [kind, one, two, three, four]: Step,
  { sheets, conditionalFormats = [] }: WorkbookDocument,
): Command {
  const label = 'Step';
  const sheet = sheets[one % sheets.length]?.name ?? '';
  const axis = two % 2 === 0 ? 'rows' : 'columns';
  const lines = axis === 'rows' ? rows : columns;
  const at = three % lines;
  const count = 1 + (four % 3);
  switch (kind) {
    case 0:
      return {
        kind: 'insertLines',
        label,
        sheet,
        axis,
        at,
        count,
        ...(four % 2 === 0 && { others: [{ at: (at + two) % lines, count: 1 }] }),
      };
    case 1:
      // Here and there: the others may share lines with the first.
      return {
        kind: 'deleteLines',
        label,
        sheet,
        axis,
        at,
        count,
        others: [{ at: (at + two) % lines, count: 1 }],
      };
    case 2:
      return { kind: 'moveLines', label, sheet, axis, at, count, to: (two * 7 + four) % (lines + 3) };
    case 3:
      return { kind: 'addSheet', label, name: `New ${two % 3}`, at: three % (sheets.length + 1) };
    case 4:
      return { kind: 'deleteSheet', label, sheet };
    case 5:
      return {
        kind: 'renameSheet',
        label,
        sheet,
        name: two % 3 === 0 ? `It's ${three % 3}` : `Sheet_${three % 3}`,
      };
    case 6:
      return { kind: 'moveSheet', label, sheet, to: two % sheets.length };
    case 7: {
      const [top, left] = [two % rows, three % columns];
      const range = { top, left, bottom: top + (one % 3), right: left + (four % 2) };
      const target = sheets[four % sheets.length]?.name ?? '';
      return {
        kind: 'moveCells',
        label,
        from: { sheet, range },
        to: { sheet: target, row: four % rows, column: one % columns },
      };
    }
    case 32: {
      const [top, left] = [two % rows, three % columns];
      const range = { top, left, bottom: top + (one % 3), right: left + (four % 2) };
      return { kind: 'shiftCells', label, sheet, range, axis, inserts: four % 3 > 0 };
    }
    case 12: {
      const [top, left] = [two % rows, three % columns];
      const range = { top, left, bottom: top + (one % 3), right: left + (four % 2) };
      const look = [
        { strong: true },
        { format: '0%' },
        { format: null },
        { role: 'input' as const, wrap: true },
        { italic: true, fillColour: '#FFFF00', borderTop: { line: 'double' as const } },
        { fillColour: 'none' as const, borderTop: { line: 'none' as const }, textColour: '#C00000' },
      ];
      return { kind: 'setLooks', label, areas: [{ sheet, range, look: look[four % look.length] ?? {} }] };
    }
    case 13:
      return {
        kind: 'setNote',
        label,
        sheet,
        row: two % rows,
        column: three % columns,
        note: four % 3 === 0 ? null : `note ${four}`,
      };
    case 14:
      return {
        kind: 'setColumnWidth',
        label,
        sheet,
        first: at % columns,
        last: at % columns,
        width: 40 + four,
      };
    case 15:
      return { kind: 'setFrozenLines', label, sheet, rows: two % 4, columns: three % 3 };
    case 16: {
      const [top, left] = [two % rows, three % columns];
      const range = { top, left, bottom: top + (one % 2), right: left };
      return { kind: 'setName', label, name: ['price', 'fresh', 'first'][four % 3] ?? '', sheet, range };
    }
    case 17:
      return {
        kind: 'renameName',
        label,
        from: ['price', 'fresh', 'prices'][four % 3] ?? '',
        to: `name_${two}`,
      };
    case 29:
      return { kind: 'copySheet', label, sheet, name: `Copy ${two % 2}`, at: three % (sheets.length + 1) };
    case 30: {
      const formula =
        ['=2.5', '=SUM($A$1:$B$3)', '=A1', '=Inputs!$B$2,$A$1', '=rate*2+price', '=Inputs!$B$2:$B$3'][
          four % 6
        ] ?? '=1';
      return {
        kind: 'setNamedFormula',
        label,
        name: ['rate', 'price', 'XFE1', 'both'][two % 4] ?? '',
        formula,
        at: { sheet, row: three % rows, column: 1 },
        ...(two % 3 === 0 && { scope: sheet }),
      };
    }
    case 31:
      if (four % 3 === 0) return { kind: 'setTabColour', label, sheet, colour: two % 2 ? '#00B050' : null };
      return four % 3 === 1
        ? { kind: 'deleteName', label, name: ['rate', 'XFE1', 'both'][two % 3] ?? '', scope: sheet }
        : { kind: 'renameName', label, from: 'rate', to: 'XFE1', ...(two % 2 === 0 && { scope: sheet }) };
    case 18:
      return { kind: 'deleteName', label, name: ['price', 'fresh', 'total', `name_${two}`][four % 4] ?? '' };
    case 25:
      return {
        kind: 'setRowHeight',
        label,
        sheet,
        first: at,
        last: at + count,
        height: four % 3 === 0 ? null : 10 + two,
      };
    case 22:
      if (four % 10 === 9) return { kind: 'setSummaryPlace', label, sheet, axis, isFirst: three % 2 === 0 };
      return { kind: four % 3 === 0 ? 'ungroupLines' : 'groupLines', label, sheet, axis, at, count };
    case 23: {
      const groups = sheets.find(({ name }) => name === sheet)?.[
        axis === 'rows' ? 'rowGroups' : 'columnGroups'
      ];
      const { first, level } = groups?.[three % groups.length] ?? { first: at, level: 1 };
      return { kind: 'showDetail', label, sheet, axis, groups: [{ first, level, shown: four % 2 === 0 }] };
    }
    case 24:
      return { kind: 'setSheetHidden', label, sheet, hidden: four % 2 === 0 };
    case 27: {
      const [top, left] = [two % rows, three % columns];
      const range = { top, left, bottom: top + 1 + (four % 6), right: left + (one % 3) };
      const keys = [{ column: left + (four % 3), descending: two % 2 === 0 }];
      return { kind: 'sortRange', label, sheet, range, keys, hasHeader: one % 2 === 0, locale: 'en-US' };
    }
    case 28: {
      const range = { top: two % 4, left: 0, bottom: 2 + (three % rows), right: columns - 1 };
      const criteria = [
        { kind: 'average', side: 'above' },
        { kind: 'period', period: 'M1' },
        { kind: 'top', from: 'largest', count: 2, isPercent: false },
        { kind: 'values', texts: ['7', 'word', '10.0'], blanks: three % 2 === 0 },
      ] as const;
      const [criterion = criteria[0]] = criteria.slice(four % criteria.length);
      const wanted = { range, columns: [{ column: four % 3, criterion }] };
      return { kind: 'setFilter', label, sheet, filter: three % 5 === 0 ? null : wanted };
    }
    case 20:
      return { kind: 'setLinesHidden', label, sheet, axis, at, count, hidden: four % 3 > 0 };
    case 19: {
      const range = { top: two % rows, left: three % columns, bottom: two % rows, right: three % columns };
      const place = { sheet, row: range.top, column: range.left };
      return {
        kind: 'several',
        label,
        commands: [
          {
            kind: 'setCells',
            label,
            cells: [{ ...place, content: contents[four % contents.length] ?? null }],
          },
          { kind: 'setLooks', label, areas: [{ sheet, range, look: { strong: four % 2 === 0 } }] },
          { kind: 'setNote', label, ...place, note: `with ${four}` },
        ],
      };
    }
    case 21: {
      const [top, left] = [two % rows, three % columns];
      const fresh: ConditionalFormat = {
        sheet,
        ranges: [{ top, left, bottom: top + (one % 4), right: left + (four % 2) }],
        rule: rules[four % rules.length] ?? { kind: 'state', state: 'errors' },
        look: { fillColour: '#FFC7CE' },
      };
      return {
        kind: 'setConditionalFormats',
        label,
        formats: [fresh, ...conditionalFormats.slice(two % 2, 3)],
      };
    }
    case 26: {
      const [top, left] = [two % rows, three % columns];
      const ranges = [{ top, left, bottom: top + (one % 3), right: left + (four % 2) }];
      const settings = cellRules[four % cellRules.length] ?? null;
      return { kind: 'setValidation', label, sheet, ranges, settings };
    }
    default: {
      const cells = [0, 1].map((index) => ({
        sheet,
        row: (two + index) % rows,
        column: three % columns,
        content: contents[(four + index) % contents.length] ?? null,
        ...(kind === 11 && { format: '0.00%' }),
      }));
      return { kind: 'setCells', label, cells };
    }
  }
}

function valuesOf(workbook: Workbook): CellValue[][][] {
  return workbook.document.sheets.map(({ name }) => workbook.sheetValues(name));
}

/** Without the empty cells at the ends of rows and sheets, which an engine may keep or not. */
function trimmed(values: CellValue[][][]): CellValue[][][] {
  return values.map((sheet) => {
    const cut = sheet.map((row) => row.slice(0, row.findLastIndex((value) => value !== null) + 1));
    return cut.slice(0, cut.findLastIndex((row) => row.length > 0) + 1);
  });
}

/** What the cells show: their values, and the looks that conditional formats give them. */
function shownBy(workbook: Workbook) {
  const looks = workbook.document.sheets.map(({ name }) =>
    workbook
      .conditionalLooks(name)
      .toSorted((one, other) => one.row - other.row || one.column - other.column),
  );
  return { values: trimmed(valuesOf(workbook)), looks };
}

/** What a sheet says of its lines. */
function linesOfSheet(sheet: Sheet): Sheet {
  return { ...sheet, rows: [] };
}

function freshlyShown(document: WorkbookDocument) {
  const read = readRoundtripFile(writeRoundtripFile(document), 'fresh.roundtrip');
  if (!read.ok) throw new Error(read.problem.message);
  expect(read.value.sheets.map(linesOfSheet)).toEqual(document.sheets.map(linesOfSheet));
  const fresh = Workbook.open(read.value);
  const shown = shownBy(fresh);
  fresh.close();
  return shown;
}

const sequences = fc.array(step, { minLength: steps, maxLength: steps });
/** Places of the history to go to, many steps at once. */
const jumps = fc.array(fc.nat(steps), { minLength: 20, maxLength: 20 });

test('two hundred random commands come back exactly, both ways, with the values of a fresh load at every step', () => {
  let taken = 0;
  fc.assert(
    fc.property(sequences, jumps, (sequence, places) => {
      const workbook = open(start());
      const documents = [workbook.document];
      for (const numbers of sequence) {
        const command = commandOf(numbers, workbook.document);
        const before = workbook.document;
        const applied = workbook.apply(command);
        if (!applied.ok || workbook.document === before) {
          expect(workbook.document).toBe(before);
          continue;
        }
        taken++;
        documents.push(workbook.document);
        expect(shownBy(workbook), JSON.stringify(command)).toEqual(freshlyShown(workbook.document));
      }
      for (const document of documents.slice(0, -1).toReversed()) {
        workbook.undo();
        expect(workbook.document).toBe(document);
        expect(shownBy(workbook)).toEqual(freshlyShown(document));
      }
      expect(workbook.undo()).toBeNull();
      for (const document of documents.slice(1)) {
        workbook.redo();
        expect(workbook.document).toBe(document);
      }
      expect(workbook.redo()).toBeNull();
      expect(shownBy(workbook)).toEqual(freshlyShown(workbook.document));
      for (const place of [0, ...places.map((wanted) => wanted % documents.length)]) {
        workbook.goTo(place, () => {});
        expect(workbook.document).toBe(documents[place]);
        expect(workbook.historySteps.done).toHaveLength(place);
        expect(shownBy(workbook)).toEqual(freshlyShown(workbook.document));
      }
    }),
    { numRuns: 2, seed: 3 },
  );
  expect(taken).toBeGreaterThan(200);
});
