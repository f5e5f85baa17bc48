import type { Heading } from '../../../workbook/document.ts';
import { formula, input, label, result, type PlannedCell } from '../../language/plan.ts';
import type { SheetPlan, TableColumn } from '../../language/sheet-plan.ts';
import type { Driver } from '../../seeds/rows.ts';
import { lookedUp } from './looked-up.ts';

/** The two drivers before a person chooses others. */
const defaultPair = { down: 'delay_q', across: 'prob_mult_all' } as const;

/** Where the steps lie on the way from low to high. */
const steps = [0, 0.25, 0.5, 0.75, 1];

/** Whether the steps of a driver go down the table or across it. */
type Side = keyof typeof defaultPair;

/** One row of the table of pairs: the steps across, their values, or a step down with its results. */
interface PairRow {
  readonly id: string;
  readonly label: string;
  /** Where a step down lies between low and high. */
  readonly share?: number;
}

/** Two drivers together, each in five steps from its low to its high; `figure` is where its name stands. */
export function driverPairs(sheet: SheetPlan, drivers: readonly Driver[], figure: Heading): void {
  sheet.section('Two drivers together');
  pickedDrivers(sheet, drivers);
  stepTable(sheet);
  const names = sheet.columnRange('pick_name');
  const first = sheet.columnRange('pair_1');
  const results = {
    top: first.bottom - steps.length + 1,
    left: first.left,
    bottom: first.bottom,
    right: first.left + steps.length - 1,
  };
  const across = { ...results, top: results.top - 1, bottom: results.top - 1 };
  const down = sheet.columnRange('down_value').left;
  sheet.whatIf({
    results,
    figure,
    set: [
      { name: { cell: { row: names.top, column: names.left } }, value: { column: down } },
      { name: { cell: { row: names.bottom, column: names.left } }, value: { row: across.top } },
    ],
  });
  sheet.nameRange(results, { name: 'pair_results', label: 'The figure with two drivers together' });
  sheet.nameRange(
    { ...results, left: down, right: down },
    { name: 'pair_down', label: 'Steps of the driver down' },
  );
  sheet.nameRange(across, { name: 'pair_across', label: 'Steps of the driver across' });
  sheet.skip();
}

/** The choice of both drivers, with their lows and highs. */
function pickedDrivers(sheet: SheetPlan, drivers: readonly Driver[]): void {
  const picked = (list: string, words: string) =>
    formula(lookedUp('[pick]', 'sensitivity_drivers', `[${list}:all]`, words));
  const labelOf = (side: Side) => drivers.find(({ name }) => name === defaultPair[side])?.label ?? null;
  sheet.table<Side>({
    records: ['down', 'across'],
    id: (side) => side,
    columns: [
      {
        key: 'pick',
        header: 'Driver',
        width: 0,
        cell: (side) => ({ ...input(labelOf(side)), choicesName: 'sensitivity_drivers' }),
      },
      {
        key: 'pick_name',
        header: 'Name',
        width: 0,
        cell: () => ({ ...picked('driver_name', 'no such driver'), role: 'identifier' }),
      },
      {
        key: 'pick_unit',
        header: 'Unit',
        width: 0,
        cell: () => ({ ...picked('driver_unit', 'no such driver'), role: 'label' }),
      },
      { key: 'pick_side', header: 'Steps', width: 0, cell: (side) => label(side, 'note') },
      {
        key: 'pick_low',
        header: 'Low',
        unit: 'its unit',
        width: 0,
        cell: () => ({ ...picked('low', 'not given'), unit: 'chosen driver', align: 'right' }),
      },
      {
        key: 'pick_high',
        header: 'High',
        unit: 'its unit',
        width: 0,
        cell: () => ({ ...picked('high', 'not given'), unit: 'chosen driver', align: 'right' }),
      },
    ],
  });
  sheet.skip();
}

/** The steps across over their values, then a row for each step down, with its value and the results. */
function stepTable(sheet: SheetPlan): void {
  const stepValue = (side: Side, share: string): PlannedCell => ({
    ...formula(
      `=IF(AND(ISNUMBER([pick_low:${side}]),ISNUMBER([pick_high:${side}])),[pick_low:${side}]+([pick_high:${side}]-[pick_low:${side}])*[${share}],"not given")`,
      'chosen driver',
    ),
    align: 'right',
  });
  const stepShare = (share: number) =>
    input(share, 'share', {
      kind: 'assumption',
      sources: [],
      reason: 'Even steps from the low of the driver to its high.',
    });
  const rows: PairRow[] = [
    { id: 'share', label: 'Steps across, share of the way from low to high' },
    { id: 'value', label: 'Value of the driver across' },
    ...steps.map((share, index) => ({ id: `step_${index + 1}`, label: `Step ${index + 1} down`, share })),
  ];
  sheet.table<PairRow>({
    records: rows,
    id: ({ id }) => id,
    columns: [
      { key: 'step_label', header: 'The figure with both', width: 0, cell: (row) => label(row.label) },
      { key: 'step_blank', header: '', width: 0, cell: () => null },
      {
        key: 'down_share',
        header: 'Steps down',
        unit: 'share',
        width: 0,
        cell: ({ share }) => (share === undefined ? null : stepShare(share)),
      },
      {
        key: 'down_value',
        header: 'Value',
        unit: '',
        width: 0,
        cell: ({ share }) =>
          share === undefined ? null : { ...stepValue('down', 'down_share'), strong: true },
      },
      ...steps.map((share, index): TableColumn<PairRow> => ({
        key: `pair_${index + 1}`,
        header: `Step ${index + 1}`,
        unit: '',
        width: 0,
        matrix: { key: 'pair', name: `across_${index + 1}` },
        cell: ({ id }) => {
          if (id === 'share') return stepShare(share);
          if (id === 'value') return { ...stepValue('across', 'pair:share'), strong: true };
          return { ...result('chosen figure'), align: 'right' };
        },
      })),
    ],
  });
}
