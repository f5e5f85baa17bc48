import { formula, label } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';

/** The drivers that move the figure most, in order: what a tornado chart shows. Where fewer move it, the last rows are blank. */
export function sortedDrivers(sheet: SheetPlan, count: number): void {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  const fetched = (key: string, unit?: string) =>
    formula(`=IF([sorted_row]="","",INDEX([${key}:all],[sorted_row]))`, unit);
  const figure = (key: string) => ({ ...fetched(key, 'chosen figure'), align: 'right' as const });
  const driverValue = (key: string) => ({ ...fetched(key, 'chosen driver'), align: 'right' as const });
  sheet.section(`The ${count} drivers that move it most`);
  sheet.remark('Drivers that do not move the figure are left out. A figure of words has no swing.');
  sheet.table<number>({
    records: places,
    id: (place) => `place_${place}`,
    columns: [
      {
        key: 'sorted_label',
        header: 'Driver',
        width: 0,
        cell: () => ({ ...fetched('driver_label'), role: 'label' }),
      },
      {
        key: 'sorted_name',
        header: 'Name',
        width: 0,
        cell: () => ({ ...fetched('driver_name'), role: 'identifier' }),
      },
      {
        key: 'sorted_unit',
        header: 'Unit',
        width: 0,
        cell: () => ({ ...fetched('driver_unit'), role: 'label' }),
      },
      {
        key: 'place',
        header: 'Place',
        unit: '',
        width: 0,
        cell: (place) => ({ ...label(place, 'calculation'), unit: 'position' }),
      },
      { key: 'sorted_low', header: 'Low', unit: 'its unit', width: 0, cell: () => driverValue('low') },
      { key: 'sorted_high', header: 'High', unit: 'its unit', width: 0, cell: () => driverValue('high') },
      {
        key: 'sorted_at_low',
        header: 'At low',
        unit: 'figure’s unit',
        width: 0,
        cell: () => figure('at_low'),
      },
      {
        key: 'sorted_at_high',
        header: 'At high',
        unit: 'figure’s unit',
        width: 0,
        cell: () => figure('at_high'),
      },
      { key: 'sorted_swing', header: 'Swing', unit: 'figure’s unit', width: 0, cell: () => figure('swing') },
      {
        key: 'sorted_direction',
        header: 'As it rises',
        width: 0,
        cell: () => fetched('direction'),
      },
      {
        key: 'sorted_row',
        header: 'Row',
        unit: '',
        width: 0,
        cell: () =>
          formula('=IF([place]>COUNTIF([order:all],">0"),"",MATCH([place],[rank:all],0))', 'position'),
      },
    ],
  });
  const lists = [
    ['sorted_label', 'tornado_labels', 'Drivers that move the figure most'],
    ['sorted_at_low', 'tornado_low', 'The figure with each at its low'],
    ['sorted_at_high', 'tornado_high', 'The figure with each at its high'],
    ['sorted_swing', 'tornado_swing', 'How far each moves it'],
  ] as const;
  for (const [key, name, text] of lists) sheet.nameRange(sheet.columnRange(key), { name, label: text });
  sheet.skip();
}
