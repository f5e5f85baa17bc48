import type { Heading } from '../../../workbook/document.ts';
import { formula, label, result } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';
import type { Driver } from '../../seeds/rows.ts';

/** A bound of the driver; an empty one is no 0. */
const boundOf = (end: 'low' | 'high') =>
  `=IF(ISNUMBER([Assumptions.${end}]),[Assumptions.${end}],"not given")`;

/** Every driver alone at its low and its high, in the order of Assumptions; `figure` is where the name of the figure stands. */
export function everyDriver(sheet: SheetPlan, drivers: readonly Driver[], figure: Heading): void {
  const first = drivers[0]?.name ?? '';
  sheet.section('Every driver alone');
  sheet.table<Driver>({
    records: drivers,
    id: ({ name }) => name,
    columns: [
      { key: 'driver_label', header: 'Driver', width: 0, cell: (driver) => label(driver.label) },
      { key: 'driver_name', header: 'Name', width: 0, cell: ({ name }) => label(name, 'identifier') },
      { key: 'driver_unit', header: 'Unit', width: 0, cell: ({ unit }) => label(unit, 'unit') },
      {
        key: 'live',
        header: 'In force',
        unit: 'its unit',
        width: 0,
        cell: ({ unit }) => formula('=[Assumptions.live]', unit),
      },
      {
        key: 'low',
        header: 'Low',
        unit: 'its unit',
        width: 0,
        cell: ({ unit }) => ({ ...formula(boundOf('low'), unit), align: 'right' }),
      },
      {
        key: 'high',
        header: 'High',
        unit: 'its unit',
        width: 0,
        cell: ({ unit }) => ({ ...formula(boundOf('high'), unit), align: 'right' }),
      },
      {
        key: 'at_low',
        header: 'At low',
        unit: 'figure’s unit',
        width: 0,
        cell: () => ({ ...result('chosen figure'), align: 'right' }),
      },
      {
        key: 'at_high',
        header: 'At high',
        unit: 'figure’s unit',
        width: 0,
        cell: () => ({ ...result('chosen figure'), align: 'right' }),
      },
      {
        key: 'swing',
        header: 'Swing',
        unit: 'figure’s unit',
        width: 0,
        cell: () => ({
          ...formula(
            '=IF(AND(ISNUMBER([at_low]),ISNUMBER([at_high])),ABS([at_high]-[at_low]),"not given")',
            'chosen figure',
          ),
          align: 'right',
        }),
      },
      {
        key: 'direction',
        header: 'As it rises',
        width: 0,
        cell: () =>
          formula(
            '=IF(ISNUMBER([swing]),IF([at_high]>[at_low],"rises",IF([at_high]<[at_low],"falls","–")),"not given")',
          ),
      },
      {
        key: 'rank',
        header: 'Rank',
        unit: '',
        width: 0,
        cell: () =>
          formula(
            `=SUMPRODUCT(([order:all]>[order])*1)+SUMPRODUCT(([order:${first}]:[order]=[order])*1)`,
            'position',
          ),
      },
      {
        key: 'order',
        header: 'Order',
        unit: 'by swing',
        width: 0,
        cell: () => formula('=IF(ISNUMBER([swing]),[swing],-1)', 'chosen figure'),
      },
    ],
  });
  const name = { column: sheet.columnRange('driver_name').left };
  for (const end of ['low', 'high']) {
    sheet.whatIf({
      results: sheet.columnRange(`at_${end}`),
      figure,
      set: [{ name, value: { column: sheet.columnRange(end).left } }],
    });
  }
  sheet.nameRange(sheet.columnRange('driver_label'), {
    name: 'sensitivity_drivers',
    label: 'Drivers of the sensitivity',
  });
}
