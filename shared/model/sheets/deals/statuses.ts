import { formula, label } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';

/** How sure money of each status is; a firm deal is not altered by the probability multipliers. */
const statuses = [
  { name: 'completed', probability: label(1, 'calculation'), firm: 1, remark: 'Paid: certain.' },
  {
    name: 'executed',
    probability: formula('=p_executed'),
    firm: 1,
    remark: 'Signed: a stress does not cancel it.',
  },
  {
    name: 'announced',
    probability: formula('=p_announced'),
    firm: 0,
    remark: 'Announced, not known to be signed.',
  },
  {
    name: 'potential',
    probability: formula('=p_potential'),
    firm: 0,
    remark: 'Potential, option or letter of intent.',
  },
  {
    name: 'superseded',
    probability: label(0, 'calculation'),
    firm: 0,
    remark: 'Replaced by another row: counts nothing.',
  },
] as const;

/** How sure each status is, and what the profiles and the measures of power mean. */
export function statusTable(sheet: SheetPlan): void {
  sheet.section('Status, profile and measure of power');
  const top = sheet.nextRow + 2;
  sheet.table<(typeof statuses)[number]>({
    records: statuses,
    id: (status) => status.name,
    columns: [
      { key: 'status_name', header: 'Status', width: 188, cell: (status) => label(status.name) },
      { key: 'status_blank', header: '', width: 44, cell: () => null },
      {
        key: 'status_probability',
        header: 'Probability',
        unit: 'probability',
        width: 104,
        cell: (status) => status.probability,
      },
      {
        key: 'status_firm',
        header: 'Firm',
        unit: 'flag',
        width: 88,
        cell: (status) => label(status.firm, 'calculation'),
      },
      { key: 'status_remark', header: 'Meaning', width: 84, cell: (status) => label(status.remark, 'note') },
    ],
  });
  sheet.nameRange(
    { top, left: 0, bottom: top + statuses.length - 1, right: 0 },
    { name: 'status_names', label: 'Statuses of a deal' },
  );
  sheet.skip();
  choiceList(sheet, 'profile_names', 'Profiles of a deal', {
    flat: 'Even over the time of the deal.',
    'S-curve': 'Slow, fast, slow: a logistic curve.',
  });
  choiceList(sheet, 'power_measures', 'What the GW of a deal measure', {
    facility: 'GW that the whole site draws.',
    IT: 'GW of the computers alone, without cooling and losses.',
  });
}

/** Words that a cell may hold, a row each with its meaning, under one name. */
function choiceList(
  sheet: SheetPlan,
  name: string,
  title: string,
  meanings: Readonly<Record<string, string>>,
): void {
  const top = sheet.nextRow;
  const words = Object.entries(meanings);
  words.forEach(([word, meaning], index) =>
    sheet.place(top + index, 0, label(word)).place(top + index, 2, label(meaning, 'note')),
  );
  const bottom = top + words.length - 1;
  sheet.nameRange({ top, left: 0, bottom, right: 0 }, { name, label: title }).skip(2);
}
