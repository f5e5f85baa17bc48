import { formula, label } from '../../language/plan.ts';
import type { SheetPlan } from '../../language/sheet-plan.ts';

/** What the live deals announce, before probability and time. */
export function announced(sheet: SheetPlan): void {
  const figure = (name: string, text: string, unit: string, template: string) => {
    const row = sheet.nextRow;
    const named = {
      name,
      label: text,
      unit,
      headline: true,
    };
    sheet
      .place(row, 0, label(text))
      .place(row, 11, { ...formula(template, unit), strong: true, named })
      .place(row, 12, label(unit, 'unit'))
      .skip();
  };
  sheet.section('Announced, on the live basis');
  figure('deals_with_value', 'Deals with a value', 'deals', '=SUM([has_value:all])');
  figure('announced_itemised', 'Announced, itemised', 'US$ bn', '=SUM([counted:all])');
  figure('announced_headline', 'Announced, headline', 'US$ bn', '=headline_total');
  figure(
    'announced_unexplained',
    'Announced, not itemised',
    'US$ bn',
    '=IF(ISNUMBER(announced_headline),announced_headline-announced_itemised,"not given")',
  );
  figure(
    'announced_net_of_overlap',
    'Announced, net of overlap',
    'US$ bn',
    '=announced_itemised-SUM([pair_value_overlap:all])',
  );
  figure(
    'announced_with_funding_vendors',
    'Announced, counterparty also funds the buyer',
    'US$ bn',
    '=SUM([funded_value:all])',
  );
  figure(
    'announced_with_funding_vendors_share',
    'Counterparty also funds the buyer, share of itemised',
    'share',
    '=IF(announced_itemised>0,announced_with_funding_vendors/announced_itemised,"not given")',
  );
  const row = sheet.nextRow;
  sheet
    .place(row, 0, label('The headline is'))
    .place(row, 11, {
      ...formula('=IF(basis_name=basis_seed,"over","about")'),
      align: 'right',
      named: { name: 'headline_qualifier', label: 'Qualifier of the headline' },
    })
    .place(row, 12, label('Document B says over; the register reports a round figure.', 'note'))
    .skip(2);
}
