import { formula, label } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import type { Seeds } from '../seeds/rows.ts';

/** The share of each deal that falls into each period. */
export function timingSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Timing');
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
    formula: '=IF([opens]>=as_of_quarter,1,0)',
    years: 'none',
  });
  sheet.skip();

  sheet.section(
    'Time on the deal’s own clock',
    'A delay postpones deals that have not started and stretches the rest of those under way; the past stays as it was.',
  );
  sheet.lines('clock', deals, {
    unit: 'quarters from 2025',
    years: 'none',
    formula:
      '=IF([closes]<=as_of_quarter,[closes],' +
      'IF([Deals.start_quarter]>=as_of_quarter,MAX(as_of_quarter,[closes]-delay_q),' +
      'IF([Deals.end_quarter]>as_of_quarter,as_of_quarter+([closes]-as_of_quarter)*([Deals.end_quarter]-as_of_quarter)/([Deals.end_quarter]+delay_q-as_of_quarter),' +
      '[closes])))',
  });
  sheet.skip();

  sheet.section('Elapsed share of the deal’s time at the end of the period');
  sheet.lines('elapsed', deals, {
    unit: 'share',
    years: 'none',
    formula: '=MAX(0,MIN(1,([clock]-[Deals.start_quarter])/([Deals.end_quarter]-[Deals.start_quarter])))',
  });
  sheet.skip();

  sheet.section('Completed share of the deal at the end of the period');
  sheet.lines('completed', deals, {
    unit: 'share',
    years: 'none',
    start: 0,
    formula:
      '=IF([Deals.profile]="S-curve",(1/(1+EXP(-k_scurve*([elapsed]-scurve_midpoint)))-scurve_floor)/(scurve_ceiling-scurve_floor),[elapsed])',
  });
  sheet.skip();

  sheet.section('Weight: the share of the deal that falls into the period');
  sheet.lines('weight', deals, { unit: 'weight', years: 'sum', formula: '=[completed]-[completed@prev]' });
  return sheet;
}
