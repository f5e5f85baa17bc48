import { expect, test } from 'vitest';
import type { ConditionalFormat } from '../../shared/workbook/conditional/conditional-format.ts';
import { iconSetEntries } from '../../shared/workbook/conditional/icons.ts';
import { parseReference } from '../../shared/workbook/address.ts';
import type { CellStyle, WorkbookDocument } from '../../shared/workbook/document.ts';
import { lineKinds } from '../../shared/workbook/look.ts';
import { formatValue } from '../../shared/workbook/number-format.ts';
import type { Validation } from '../../shared/workbook/validation/validation.ts';
import { exported, read } from '../exchange/excel-files.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { runsOracle, savedByLibreOffice } from './recalculate.ts';

const blue = '#1F4E79';
const line = (kind: (typeof lineKinds)[number]) => ({ line: kind, colour: blue });

/** Looks, of which a cell each stands below the other. */
const styles: Readonly<Record<string, CellStyle>> = {
  strong: { role: 'label', strong: true, italic: true },
  single: { role: 'label', underline: 'single', strikethrough: true },
  double: { role: 'label', underline: 'double' },
  large: { role: 'label', textSize: 20, textColour: '#FF0000' },
  filled: { role: 'label', fillColour: '#FFEB9C' },
  left: { role: 'calculation', align: 'left', indent: 3 },
  middle: { role: 'label', align: 'center', vertical: 'top' },
  wrapped: { role: 'label', wrap: true },
  ...Object.fromEntries(
    lineKinds.map((kind): [string, CellStyle] => [
      kind,
      { role: 'label', borderTop: line(kind), borderRight: line('thin') },
    ]),
  ),
  ...Object.fromEntries(
    [
      '0.00',
      '#,##0;[Red]-#,##0',
      '0.0%',
      '0.00E+00',
      '# ?/?',
      'yyyy-mm-dd',
      'd mmm yyyy',
      '[h]:mm',
      '"€" #,##0.0,"k"',
    ].map((code): [string, CellStyle] => [code, { role: 'input', format: code }]),
  ),
};

function cells(text: string) {
  return text.split(' ').map((part) => {
    const range = parseReference(part)?.range;
    if (!range) throw new Error(`${part} is no range`);
    return range;
  });
}

function format(
  range: string,
  rule: ConditionalFormat['rule'],
  look: ConditionalFormat['look'] = {},
): ConditionalFormat {
  return { sheet: 'Figures', ranges: cells(range), rule, look };
}

/** Without what LibreOffice does not have: rules that stop, deviations from an average, icons from above a number. */
const conditionalFormats: readonly ConditionalFormat[] = [
  format(
    'A1:A9 C1:C3',
    { kind: 'cellValue', comparison: 'between', operand: '=1', second: '=$B$2+2' },
    { strong: true },
  ),
  format(
    'A1:A9',
    { kind: 'formula', formula: '=A1>$B1*3' },
    { fillColour: '#FFC7CE', textColour: '#9C0006' },
  ),
  format('C1:C9', { kind: 'text', match: 'contains', operand: '="1"' }, { italic: true }),
  format('C1:C9', { kind: 'state', state: 'errors' }, { underline: 'single' }),
  format('D1:D9', { kind: 'rank', end: 'bottom', count: 20, percent: true }, { strong: true }),
  format('D1:D9', { kind: 'average', side: 'below', orEqual: true }, { strong: true }),
  format('D1:D9', { kind: 'repeated', values: 'duplicate' }, { strong: true }),
  format('E1:E9', {
    kind: 'colourScale',
    stops: [
      { at: { kind: 'lowest' }, colour: '#F8696B' },
      { at: { kind: 'percentile', value: '=50' }, colour: '#FFEB84' },
      { at: { kind: 'number', value: '=70' }, colour: '#63BE7B' },
    ],
  }),
  format('F1:F9', {
    kind: 'dataBar',
    low: { kind: 'number', value: '=0' },
    high: { kind: 'percent', value: '=90' },
    colour: '#638EC6',
  }),
  ...iconSetEntries.map(([, { icons }]) =>
    format('G1:G9', {
      kind: 'iconSet',
      icons,
      from: icons
        .slice(1)
        .map((_icon, index) => ({ at: { kind: 'percent', value: `=${20 * (index + 1)}` } })),
    }),
  ),
  format('H1:H9', {
    kind: 'iconSet',
    icons: ['greenUpArrow', 'yellowSideArrow', 'redDownArrow'],
    from: [{ at: { kind: 'number', value: '=3' } }, { at: { kind: 'formula', value: '=$A$8' } }],
    iconOnly: true,
  }),
  format('I1:I9', {
    kind: 'iconSet',
    icons: [null, 'yellowFlag', 'goldStar'],
    from: [{ at: { kind: 'percentile', value: '=30' } }, { at: { kind: 'number', value: '=8' } }],
  }),
];

const validation = (range: string, rule: Validation['rule'], more: Partial<Validation> = {}): Validation => ({
  sheet: 'Figures',
  ranges: cells(range),
  rule,
  ignoreBlank: true,
  alert: { style: 'stop' },
  ...more,
});

const validations: readonly Validation[] = [
  validation(
    'A1:A3',
    { kind: 'list', source: ['1', '2', 'three'], dropDown: true },
    {
      alert: { style: 'warning', title: 'Title', text: 'Text' },
      message: { title: 'Input', text: 'Words' },
    },
  ),
  validation('B1:B3', { kind: 'whole', operator: 'between', first: -5, second: '=$A$1+1000' }),
  validation('C1:C9', { kind: 'decimal', operator: 'greaterThan', first: -1.5 }, { ignoreBlank: false }),
  validation('D1:D3', { kind: 'custom', formula: '=D1<>$A$3+100' }),
  validation('E1:E3', { kind: 'list', source: '=column_b', dropDown: false }),
  validation('F1:F3', { kind: 'textLength', operator: 'lessThanOrEqual', first: 10 }),
];

const plain = plainDocument(
  {
    Looks: [],
    Figures: Array.from({ length: 9 }, (_, row) => Array.from({ length: 9 }, (__, column) => row * column)),
  },
  { column_b: 'Figures!B1:B9' },
);

const document: WorkbookDocument = {
  ...plain,
  styles,
  validations,
  conditionalFormats,
  sheets: plain.sheets.map((sheet) =>
    sheet.name === 'Looks'
      ? {
          ...sheet,
          rows: Object.keys(styles).map((style) => [
            { content: 1234.5, style, note: `A note about\n<${style}> & more` },
          ]),
          columnWidths: [150, 60, 100],
          rowHeights: [{ first: 2, last: 3, height: 40 }],
          tabColour: '#FF0000',
        }
      : {
          ...sheet,
          hiddenRows: [{ first: 7, last: 7 }],
          hiddenColumns: [{ first: 8, last: 8 }],
          rowGroups: [
            { first: 1, last: 5, level: 1 },
            { first: 2, last: 3, level: 2 },
          ],
          columnGroups: [{ first: 2, last: 4, level: 1 }],
        },
  ),
};

/** What a document holds that LibreOffice has too, lists in no order, formats by what they show. */
function shared({ styles: all, sheets, names, ...others }: WorkbookDocument) {
  const inNoOrder = (list: readonly object[] = []) => list.map((one) => JSON.stringify(one)).toSorted();
  return {
    names: inNoOrder(names.map(({ name, sheet, range }) => ({ name, sheet, range }))),
    validations: inNoOrder(others.validations),
    conditionalFormats: others.conditionalFormats,
    sheets: sheets.map(
      ({ name, rows, hiddenRows, hiddenColumns, rowGroups, columnGroups, rowHeights, tabColour }) => ({
        name,
        hiddenRows,
        hiddenColumns,
        rowGroups,
        columnGroups,
        tabColour,
        // LibreOffice gives every row the height that it measures.
        own: rowHeights?.some(({ first, height }) => first === 2 && height === 40),
        cells: rows.map((row) =>
          row.map((cell) => {
            const {
              format: code,
              role: _,
              vertical,
              ...look
            } = all[cell?.style ?? ''] ?? { role: 'calculation' };
            return {
              ...look,
              content: cell?.content,
              note: cell?.note,
              // It writes of every cell that it stands at the foot.
              vertical: vertical === 'top' ? vertical : undefined,
              shown: formatValue(1234.5, code).text,
            };
          }),
        ),
      }),
    ),
  };
}

test.runIf(await runsOracle())(
  'what LibreOffice has too comes back from it as it was, and again',
  { timeout: 240_000 },
  async () => {
    const ours = (await read(await exported(document))).document;
    const [saved] = await savedByLibreOffice([await exported(document)]);
    if (!saved) throw new Error('LibreOffice gave no file');
    const found = await read(saved);
    expect(found.warnings).toEqual([]);
    expect(shared(found.document)).toEqual(shared(ours));
    const [again] = await savedByLibreOffice([await exported(found.document)]);
    if (!again) throw new Error('LibreOffice gave no file');
    expect(shared((await read(again)).document)).toEqual(shared(found.document));
  },
);
