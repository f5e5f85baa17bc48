import { formula, label } from '../language/plan.ts';
import { TimeSheetPlan } from '../language/time-sheet-plan.ts';
import { completion } from '../methods/completion.ts';
import type { Seeds } from '../seeds/rows.ts';
import { dealTerms } from './deals/deal-terms.ts';

/** The share of each deal that falls into each period. */
export function timingSheet(seeds: Seeds): TimeSheetPlan {
  const sheet = new TimeSheetPlan('Timing');
  const deals = seeds.deals.map((deal) => ({ id: deal.id, label: deal.name }));
  sheet.timelineHeading(
    'Timing',
    'The share of each deal that falls into each period. Before, window and after add up to 1 for every deal.',
  );

  sheet.section('Calendar');
  const bound = (quarter: number | null, ever: string) =>
    quarter === null ? formula(`=${ever}`) : label(quarter, 'calculation');
  sheet.calendarRow('opens', 'Period opens', 'quarters from 2025', ({ opens }) =>
    bound(opens, 'before_window'),
  );
  sheet.calendarRow('closes', 'Period closes', 'quarters from 2025', ({ closes }) =>
    bound(closes, 'after_window'),
  );
  sheet.line('free', {
    label: 'Scenario terms apply',
    unit: 'flag',
    formula: '=IF(OR([opens]>=as_of_quarter,[closes]=after_window),1,0)',
    years: 'none',
  });
  sheet.skip();

  completion(sheet, deals, { terms: { ...dealTerms, closes: '[closes]', delay: 'delay_q' } });
  return sheet;
}
