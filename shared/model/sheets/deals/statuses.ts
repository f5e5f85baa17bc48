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
  const profiles = sheet.nextRow;
  sheet
    .place(profiles, 0, label('flat'))
    .place(profiles, 2, label('Even over the time of the deal.', 'note'));
  sheet
    .place(profiles + 1, 0, label('S-curve'))
    .place(profiles + 1, 2, label('Slow, fast, slow: a logistic curve.', 'note'));
  sheet.nameRange(
    { top: profiles, left: 0, bottom: profiles + 1, right: 0 },
    { name: 'profile_names', label: 'Profiles of a deal' },
  );
  sheet.skip(2);
  const measures = sheet.nextRow;
  sheet
    .place(measures, 0, label('facility'))
    .place(measures, 2, label('GW that the whole site draws.', 'note'));
  sheet
    .place(measures + 1, 0, label('IT'))
    .place(measures + 1, 2, label('GW of the computers alone, without cooling and losses.', 'note'));
  sheet.nameRange(
    { top: measures, left: 0, bottom: measures + 1, right: 0 },
    { name: 'power_measures', label: 'What the GW of a deal measure' },
  );
  sheet.skip(2);
}
