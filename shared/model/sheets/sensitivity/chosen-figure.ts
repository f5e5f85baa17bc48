import type { Heading } from '../../../workbook/document.ts';
import { formula, input, label, type NameOfCell, type PlannedCell } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';
import { inForce, resultsRemark } from '../scenarios.ts';
import { lookedUp } from './looked-up.ts';

/** The figure before a person chooses another. */
const defaultFigure = 'probable_by_2028';

/** Column of the choice and of what belongs to it. */
const choiceColumn = 1;

/** The choice of the figure and what results depend on. Gives where the name of the figure stands. */
export function chosenFigure(sheet: SheetPlan, headlines: readonly NameOfCell[]): Heading {
  const chosen = headlines.find(({ name }) => name === defaultFigure) ?? headlines[0];
  const figure = (list: string, words: string) =>
    formula(lookedUp('sensitivity_headline', 'headline_labels', list, words));
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
      .place(sheet.nextRow, choiceColumn, { ...cell, align: 'left' })
      .skip();
  }
  inForce(sheet, choiceColumn);
  sheet.remark(resultsRemark).skip();
  return { cell: { row: top + 1, column: choiceColumn } };
}
