import { describe, expect, test } from 'vitest';
import { compileModel } from '../../shared/model/language/compile.ts';
import { formula, input, label, type RecordGroups } from '../../shared/model/language/plan.ts';
import type { LineRecord, TableColumn } from '../../shared/model/language/sheet-plan.ts';
import { TimeSheetPlan } from '../../shared/model/language/time-sheet-plan.ts';
import { timelineColumn } from '../../shared/model/language/timeline.ts';
import { columnLetters } from '../../shared/workbook/address.ts';
import { relocateFormula } from '../../shared/workbook/relocate.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

const named = (...names: string[]): LineRecord[] =>
  names.map((name) => ({ id: name.toLowerCase(), label: name }));

/** What stands in the cells of a sheet, by address such as `C3`; null for an empty cell. */
function contents(plans: readonly TimeSheetPlan[], sheet: string, groups: RecordGroups = {}) {
  const found = compileModel('Plans', plans, groups).sheets.find(({ name }) => name === sheet);
  return (address: string) => {
    const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
    const column = Array.from({ length: 40 }, (_, index) => columnLetters(index)).indexOf(letters);
    return found?.rows[Number(row) - 1]?.[column]?.content ?? null;
  };
}

/** A matrix of typed figures at A1, its elements from C3 on. */
function flows(nodes: readonly LineRecord[]): TimeSheetPlan {
  return new TimeSheetPlan('Net').matrix('flow', {
    rows: nodes,
    columns: nodes,
    header: 'Payer',
    unit: 'US$ bn',
    formula: '=1',
  });
}

/** A table with one calculated column, whose only cells are formulas. */
function table(
  sheet: TimeSheetPlan,
  key: string,
  records: readonly LineRecord[],
  template: string,
): TimeSheetPlan {
  return sheet.table<LineRecord>({
    records,
    id: ({ id }) => id,
    columns: [
      { key: `${key}_name`, header: 'Name', width: 80, cell: (record) => label(record.label) },
      { key, header: key, unit: 'US$ bn', width: 80, cell: () => formula(template) },
    ],
  });
}

const nodes = named('A', 'B', 'C');

describe('a matrix', () => {
  test('has its head, its units and an element in every place', () => {
    const at = contents([flows(nodes)], 'Net');
    expect(['A1', 'B1', 'C1', 'D1', 'E1'].map(at)).toEqual(['Payer', '', 'A', 'B', 'C']);
    expect(['A2', 'B2', 'C2', 'E2'].map(at)).toEqual([null, null, 'US$ bn', 'US$ bn']);
    expect(['A3', 'B3', 'C3', 'E5'].map(at)).toEqual(['A', 'US$ bn', '=1', '=1']);
  });

  test('refers to the same place of another, to its row, its column, the whole and one element', () => {
    const share = (template: string) => {
      const sheet = new TimeSheetPlan('Share').heading('Share', 'Of the flows');
      sheet.matrix('share', {
        rows: nodes,
        columns: nodes,
        header: 'Payer',
        unit: 'share',
        formula: template,
      });
      const at = contents([flows(nodes), sheet], 'Share', { last: ['b', 'c'] });
      // The first element is C5; below and right of the middle is E7.
      return [at('C5'), at('E7')];
    };
    expect(share('=[Net.flow]')).toEqual(['=Net!C3', '=Net!E5']);
    expect(share('=SUM([Net.flow@all])')).toEqual(['=SUM(Net!$C3:$E3)', '=SUM(Net!$C5:$E5)']);
    expect(share('=SUM([Net.flow:all])')).toEqual(['=SUM(Net!C$3:C$5)', '=SUM(Net!E$3:E$5)']);
    expect(share('=SUM([Net.flow:all@all])')).toEqual(Array(2).fill('=SUM(Net!$C$3:$E$5)'));
    expect(share('=SUM([Net.flow:last@last])')).toEqual(Array(2).fill('=SUM(Net!$D$4:$E$5)'));
    expect(share('=[Net.flow:c@a]')).toEqual(Array(2).fill('=Net!$C$5'));
    expect(share('=[Net.flow_head]')).toEqual(['=Net!C$1', '=Net!E$1']);
    expect(share('=[Net.flow_label]')).toEqual(['=Net!$A3', '=Net!$A5']);
    expect(share('=[share_label]=[share_head]')).toEqual(['=$A5=C$3', '=$A7=E$3']);
  });

  test('the column before is that of its own block, wherever it stands; before the first there is none', () => {
    const steps = named('One', 'Two', 'Three');
    const sheet = (first: string) => {
      const plan = new TimeSheetPlan('Steps');
      plan.table<LineRecord>({
        records: nodes,
        id: ({ id }) => id,
        columns: [
          ...steps.map(({ id, label: header }): TableColumn<LineRecord> => ({
            key: `path_${id}`,
            matrix: { key: 'path', name: id },
            header,
            width: 80,
            cell: () => input('x'),
          })),
          ...steps.slice(1).map(({ id, label: header }): TableColumn<LineRecord> => ({
            key: `edge_${id}`,
            matrix: { key: 'edge', name: id },
            header,
            width: 80,
            cell: () => formula('=[path@prev]&[path]'),
          })),
        ],
      });
      return plan.matrix('sum', {
        rows: nodes,
        columns: steps,
        header: 'Sum',
        unit: 'count',
        first,
        formula: '=[sum@prev]+1',
      });
    };
    const at = contents([sheet('=1')], 'Steps');
    expect([at('D3'), at('E3')]).toEqual(['=A3&B3', '=B3&C3']);
    expect([at('C8'), at('D8'), at('E9')]).toEqual(['=1', '=C8+1', '=D9+1']);
    expect(() => contents([sheet('=[sum@prev]')], 'Steps')).toThrow('no columns "prev"');
  });

  test('a formula is the same along its row: filling it right gives the next', () => {
    const sheet = new TimeSheetPlan('Share');
    table(sheet, 'owed', nodes, '=SUM([Net.flow@all])').skip();
    sheet.matrix('share', {
      rows: nodes,
      columns: nodes,
      header: 'Payer',
      unit: 'share',
      formula: '=IF([owed]=0,0,[Net.flow]/[owed])*SUM([owed:all])*SUM([self@all])*[Net.flow_head]',
    });
    const at = contents([flows(nodes), sheet], 'Share');
    const filled = relocateFormula(String(at('C9')), { row: 8, column: 2 }, { row: 8, column: 4 });
    expect(at('E9')).toBe(filled);
    expect(at('C9')).toContain('$B3=0');
  });

  test('one that spills has its formula in the first cell and room in the others', () => {
    const sheet = new TimeSheetPlan('Inverse');
    sheet.matrix('a', {
      rows: nodes,
      columns: nodes,
      header: '',
      unit: 'ratio',
      formula: '=IF([a_label]=[a_head],1,0)',
    });
    sheet.matrix('n', {
      rows: nodes,
      columns: nodes,
      header: '',
      unit: 'ratio',
      formula: '=MINVERSE([a:all@all])',
      spills: true,
    });
    const document = compileModel('Plans', [sheet], {});
    const rows = document.sheets[0]?.rows.slice(8, 11).map((row) => row.slice(2, 5));
    expect(rows?.flat().map((cell) => cell?.content)).toEqual([
      '=MINVERSE($C$3:$E$5)',
      ...Array(8).fill(null),
    ]);
    expect(new Set(rows?.flat().map((cell) => cell?.style)).size).toBe(1);
    const workbook = Workbook.open(document);
    expect(workbook.rangeValues('Inverse', { top: 8, left: 2, bottom: 10, right: 4 })).toEqual([
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
    ]);
    workbook.close();
  });

  test('columns with strangers between them are no matrix', () => {
    const column = (key: string, matrix?: string): TableColumn<LineRecord> => ({
      key,
      ...(matrix !== undefined && { matrix: { key: 'm', name: matrix } }),
      header: key,
      width: 80,
      cell: () => input(1),
    });
    const lay = (columns: TableColumn<LineRecord>[]) =>
      new TimeSheetPlan('M').table<LineRecord>({ records: nodes, id: ({ id }) => id, columns });
    expect(() => lay([column('x', 'one'), column('y'), column('z', 'two')])).toThrow('no neighbours');
    expect(() => lay([column('x', 'one'), column('z', 'one')])).toThrow('share a name');
    expect(() => lay([column('y'), column('x', 'one'), column('z', 'two')])).not.toThrow();
  });

  test('columns beside it have keys of their own and its rows as records', () => {
    const sheet = new TimeSheetPlan('Net').matrix('flow', {
      rows: nodes,
      columns: nodes,
      header: 'Payer',
      unit: 'US$ bn',
      formula: '=1',
      beside: [{ key: 'sum', header: 'Sum', width: 80, cell: () => formula('=SUM([flow@all])') }],
    });
    expect(contents([sheet], 'Net')('F4')).toBe('=SUM($C4:$E4)');
  });
});

describe('references from a table', () => {
  test('the rows above grow, and begin with the line under the headings', () => {
    const sheet = table(
      new TimeSheetPlan('T'),
      'total',
      nodes,
      '=SUM([total:above])+ROWS([total_name:above])',
    );
    const at = contents([sheet], 'T');
    expect(['B3', 'B4', 'B5'].map(at)).toEqual([
      '=SUM(B$2:B2)+ROWS(A$2:A2)',
      '=SUM(B$2:B3)+ROWS(A$2:A3)',
      '=SUM(B$2:B4)+ROWS(A$2:A4)',
    ]);
  });

  test('so do the rows above in a matrix, of the same shape for every column of it', () => {
    const columns = ['one', 'two'].map((name): TableColumn<LineRecord> => ({
      key: `taken_${name}`,
      matrix: { key: 'taken', name },
      header: name,
      unit: 'US$ bn',
      width: 80,
      cell: () => formula('=1-SUM([taken:above@all])'),
    }));
    const sheet = new TimeSheetPlan('T').table<LineRecord>({ records: nodes, id: ({ id }) => id, columns });
    const at = contents([sheet], 'T');
    expect(['A3', 'B3', 'A5', 'B5'].map(at)).toEqual([
      '=1-SUM($A$2:$B2)',
      '=1-SUM($A$2:$B2)',
      '=1-SUM($A$2:$B4)',
      '=1-SUM($A$2:$B4)',
    ]);
    const workbook = Workbook.open(compileModel('Plans', [sheet], {}));
    expect(workbook.rangeValues('T', { top: 2, left: 0, bottom: 4, right: 1 })).toEqual([
      [1, 1],
      [-1, -1],
      [1, 1],
    ]);
    workbook.close();
  });

  test('a row and one element of a matrix, by the record of the table’s row', () => {
    const at = (template: string) =>
      contents([flows(nodes), table(new TimeSheetPlan('T'), 'x', nodes, template)], 'T', {
        last: ['b', 'c'],
      })('B4');
    expect(at('=SUM([Net.flow@all])')).toBe('=SUM(Net!$C4:$E4)');
    expect(at('=SUM([Net.flow@last])')).toBe('=SUM(Net!$D4:$E4)');
    expect(at('=[Net.flow@c]')).toBe('=Net!$E4');
    expect(at('=[Net.flow:a@c]')).toBe('=Net!$E$3');
  });

  test('a name that stands for nothing is refused, and so is a group with a stranger in it', () => {
    const lay = (template: string, groups: RecordGroups = {}) =>
      contents([flows(nodes), table(new TimeSheetPlan('T'), 'x', nodes, template)], 'T', groups);
    expect(() => lay('=[Net.flows@all]')).toThrow('no rows or column "flows"');
    expect(() => lay('=[Net.flow@d]')).toThrow('no columns "d"');
    expect(() => lay('=[Net.flow:d@a]')).toThrow('no record "d"');
    expect(() => lay('=SUM([Net.flow:ends@all])', { ends: ['a', 'c'] })).toThrow('no record "ends"');
    expect(() => lay('=SUM([Net.flow@ends])', { ends: ['a', 'c'] })).toThrow('no columns "ends"');
  });
});

describe('figures and lines', () => {
  test('a figure stands under the words of its sheet, with its definition at its right', () => {
    const sheet = new TimeSheetPlan('F');
    sheet.figure('half', {
      label: 'Half',
      unit: 'share',
      formula: '=1/(1+1)',
      definition: 'One of two.',
      named: { name: 'one_half', label: 'A half' },
    });
    sheet.figure('whole', { label: 'Whole', unit: 'share', formula: '=[half@value]+[half@value]' });
    const at = contents([sheet], 'F');
    expect(['A1', 'B1', 'C1', 'D1', 'C2'].map(at)).toEqual([
      'Half',
      'share',
      '=1/(1+1)',
      'One of two.',
      '=$C$1+$C$1',
    ]);
    const document = compileModel('Plans', [sheet], {});
    expect(document.names).toEqual([
      {
        name: 'one_half',
        label: 'A half',
        unit: 'share',
        sheet: 'F',
        range: { top: 0, left: 2, bottom: 0, right: 2 },
      },
    ]);
  });

  test('on a time sheet figures stand under the window, and rows that were gathered add up', () => {
    const sheet = new TimeSheetPlan('Time');
    sheet.timelineHeading('Time', 'Rows');
    const top = sheet.nextRow;
    sheet.line('one', { label: 'One', unit: 'US$ bn', years: 'sum', formula: '=1' });
    sheet.section('More');
    sheet.lines('more', named('X', 'Y'), { unit: 'US$ bn', years: 'sum', formula: '=[one]' });
    sheet.gather('flows', top);
    sheet.figure('sum', { label: 'Sum', unit: 'US$ bn', formula: '=SUM([flows:all@window])' });
    const window = columnLetters(timelineColumn('window'));
    const [first, last] = [top + 1, top + 4];
    expect(contents([sheet], 'Time')(`${window}${last + 1}`)).toBe(
      `=SUM($${window}$${first}:$${window}$${last})`,
    );
    const workbook = Workbook.open(compileModel('Plans', [sheet], {}));
    const value = workbook.value({ sheet: 'Time', row: last, column: timelineColumn('window') });
    expect(value).toBe(3 * 16);
    workbook.close();
  });

  test('two blocks cannot have one key', () => {
    const sheet = new TimeSheetPlan('F').figure('half', { label: 'Half', unit: 'share', formula: '=1' });
    expect(() => sheet.figure('half', { label: 'Half', unit: 'share', formula: '=1' })).toThrow(
      'two blocks "half"',
    );
  });
});
