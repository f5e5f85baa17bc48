import { formula, input, label, result, type NameOfCell, type PlannedCell } from '../language/plan.ts';
import { SheetPlan, type TableColumn } from '../language/sheet-plan.ts';
import type { Driver, Seeds } from '../seeds/rows.ts';
import { inForce, resultsRemark } from './scenarios.ts';

/** Columns that all tables of the sheet share. */
const nameColumn = 1;
const valueColumn = 3;
const lowColumn = 4;
const highColumn = 5;
const atLowColumn = 6;
const atHighColumn = 7;
const swingColumn = 8;

/** How many drivers the sorted view shows. */
const shownDrivers = 15;

/** The two drivers of the table of pairs, and the figure, before a person chooses others. */
const defaultFigure = 'probable_by_2028';
const defaultPair = { down: 'delay_q', across: 'prob_mult_all' } as const;

/** Where the steps of the table of pairs lie on the way from low to high. */
const steps = [0, 0.25, 0.5, 0.75, 1];

const widths = [348, 148, 124, 84, 96, 96, 96, 96, 96, 104, 72, 72];

/** One headline figure with each driver at its low and its high, and with two drivers together. */
export function sensitivitySheet(seeds: Seeds, headlines: readonly NameOfCell[]): SheetPlan {
  const drivers = seeds.drivers.filter(({ distribution }) => distribution !== 'none');
  const sheet = new SheetPlan('Sensitivity');
  sheet.heading(
    'Sensitivity',
    'What moves one headline figure: drivers alone, and two together. Choose the figure and the two drivers in the blue cells.',
  );
  sheet.widths(widths).freeze(1);
  const figureCell = chosenFigure(sheet, headlines);
  sorted(sheet, Math.min(shownDrivers, drivers.length));
  pairs(sheet, drivers, figureCell);
  everyDriver(sheet, drivers, figureCell);
  return sheet;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

/** `=INDEX(list,position of a choice among its labels)`, or the words when it is none of them. */
function looked(choice: string, labels: string, list: string, words: string): string {
  const position = `MATCH(${choice},${labels},0)`;
  return `=IF(ISNUMBER(${position}),INDEX(${list},${position}),"${words}")`;
}

/** The choice of the figure and what results depend on. Gives the cell with the figure's name. */
function chosenFigure(sheet: SheetPlan, headlines: readonly NameOfCell[]): Place {
  const chosen = headlines.find(({ name }) => name === defaultFigure) ?? headlines[0];
  const figure = (list: string, words: string) =>
    formula(looked('sensitivity_headline', 'headline_labels', list, words));
  const rows: [string, PlannedCell][] = [
    [
      'Headline figure',
      {
        ...input(chosen?.label ?? chosen?.name ?? null),
        choicesName: 'headline_labels',
        named: { name: 'sensitivity_headline', label: 'Headline figure of the sensitivity' },
      },
    ],
    ['Its name', { ...figure('headline_names', 'no such figure'), role: 'link' }],
    [
      'Its unit',
      {
        ...figure('headline_units', 'no such figure'),
        role: 'link',
        named: { name: 'sensitivity_unit', label: 'Unit of that figure' },
      },
    ],
    [
      'As it stands',
      {
        ...figure('headline_values', 'not given'),
        role: 'link',
        unit: 'chosen figure',
        named: { name: 'sensitivity_value', label: 'That figure as it stands' },
      },
    ],
  ];
  const top = sheet.nextRow;
  for (const [text, cell] of rows) {
    sheet
      .place(sheet.nextRow, 0, label(text))
      .place(sheet.nextRow, nameColumn, { ...cell, align: 'left' })
      .skip();
  }
  inForce(sheet, nameColumn);
  sheet.remark(resultsRemark).skip();
  return { row: top + 1, column: nameColumn };
}

/** The drivers that move the figure most, in order: what a tornado chart shows. */
function sorted(sheet: SheetPlan, count: number): void {
  const places = Array.from({ length: count }, (_, index) => index + 1);
  const fetched = (key: string) => formula(`=INDEX([${key}:all],[sorted_row])`);
  const figure = (key: string) => ({
    ...formula(
      `=IF(ISNUMBER(INDEX([${key}:all],[sorted_row])),INDEX([${key}:all],[sorted_row]),"not given")`,
      'chosen figure',
    ),
    align: 'right' as const,
  });
  const driverValue = (key: string) => ({ ...fetched(key), unit: 'chosen driver' });
  sheet.section(`The ${count} drivers that move it most`);
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
        cell: () => formula('=MATCH([place],[rank:all],0)', 'position'),
      },
    ],
  });
  const bottom = sheet.nextRow - 1;
  const top = bottom - count + 1;
  const lists = [
    [0, 'tornado_labels', 'Drivers that move the figure most'],
    [atLowColumn, 'tornado_low', 'The figure with each at its low'],
    [atHighColumn, 'tornado_high', 'The figure with each at its high'],
    [swingColumn, 'tornado_swing', 'How far each moves it'],
  ] as const;
  for (const [column, name, text] of lists)
    sheet.nameRange({ top, left: column, bottom, right: column }, { name, label: text });
  sheet.skip();
}

interface Pick {
  readonly id: 'down' | 'across';
  readonly remark: string;
}

/** One row of the table of pairs: the steps across, their values, or a step down with its results. */
interface PairRow {
  readonly id: string;
  readonly label: string;
  /** Where a step down lies between low and high. */
  readonly share?: number;
}

/** Two drivers together, each in five steps from its low to its high. */
function pairs(sheet: SheetPlan, drivers: readonly Driver[], figure: Place): void {
  const picked = (list: string, words: string) =>
    formula(looked('[pick]', 'sensitivity_drivers', `[${list}:all]`, words));
  const nameOf = (id: Pick['id']) => drivers.find(({ name }) => name === defaultPair[id])?.label ?? null;
  sheet.section('Two drivers together');
  sheet.table<Pick>({
    records: [
      { id: 'down', remark: 'down' },
      { id: 'across', remark: 'across' },
    ],
    id: ({ id }) => id,
    columns: [
      {
        key: 'pick',
        header: 'Driver',
        width: 0,
        cell: ({ id }) => ({ ...input(nameOf(id)), choicesName: 'sensitivity_drivers' }),
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
      { key: 'pick_side', header: 'Steps', width: 0, cell: ({ remark }) => label(remark, 'note') },
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
  const pickRows = { down: sheet.nextRow - 2, across: sheet.nextRow - 1 };
  sheet.skip();

  const stepValue = (id: Pick['id'], share: string): PlannedCell => ({
    ...formula(
      `=IF(AND(ISNUMBER([pick_low:${id}]),ISNUMBER([pick_high:${id}])),[pick_low:${id}]+([pick_high:${id}]-[pick_low:${id}])*[${share}],"not given")`,
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
  const bottom = sheet.nextRow - 1;
  const top = bottom - steps.length + 1;
  const right = lowColumn + steps.length - 1;
  const pickedName = (id: Pick['id']) => ({ cell: { row: pickRows[id], column: nameColumn } });
  sheet.whatIf({
    results: { top, left: lowColumn, bottom, right },
    figure: { cell: figure },
    set: [
      { name: pickedName('down'), value: { column: valueColumn } },
      { name: pickedName('across'), value: { row: top - 1 } },
    ],
  });
  sheet.nameRange(
    { top, left: lowColumn, bottom, right },
    { name: 'pair_results', label: 'The figure with two drivers together' },
  );
  sheet.nameRange(
    { top, left: valueColumn, bottom, right: valueColumn },
    { name: 'pair_down', label: 'Steps of the driver down' },
  );
  sheet.nameRange(
    { top: top - 1, left: lowColumn, bottom: top - 1, right },
    { name: 'pair_across', label: 'Steps of the driver across' },
  );
  sheet.skip();
}

/** Every driver alone at its low and its high, in the order of Assumptions. */
function everyDriver(sheet: SheetPlan, drivers: readonly Driver[], figure: Place): void {
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
        cell: ({ unit }) => formula('=[Assumptions.low]', unit),
      },
      {
        key: 'high',
        header: 'High',
        unit: 'its unit',
        width: 0,
        cell: ({ unit }) => formula('=[Assumptions.high]', unit),
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
  const bottom = sheet.nextRow - 1;
  const top = bottom - drivers.length + 1;
  const column = (at: number) => ({ top, left: at, bottom, right: at });
  for (const [results, value] of [
    [atLowColumn, lowColumn],
    [atHighColumn, highColumn],
  ] as const) {
    sheet.whatIf({
      results: column(results),
      figure: { cell: figure },
      set: [{ name: { column: nameColumn }, value: { column: value } }],
    });
  }
  sheet.nameRange(column(0), { name: 'sensitivity_drivers', label: 'Drivers of the sensitivity' });
}
