import type { NameOfCell } from '../language/plan.ts';
import type { TimeSheetPlan } from '../language/time-sheet-plan.ts';

/** What the energy of running facilities follows from: references by meaning, read in the period's column. */
export interface EnergyTerms {
  /** Key of the row with the facility power in GW at the end of each period; its first quarter has a period before it. */
  readonly level: string;
  /** Share of the facility power that is drawn on average. Cooling and losses are in the facility power already. */
  readonly utilisation: string;
  /** US$ per MWh. */
  readonly price: string;
  readonly thousandHoursPerYear: string;
  readonly quartersPerYear: string;
  /** 1000: US$ m per US$ bn. */
  readonly thousand: string;
}

interface EnergyBlock {
  readonly terms: EnergyTerms;
  /** Defined names for cells of the totals, by column. */
  readonly energyNames?: Readonly<Record<string, NameOfCell>>;
  readonly costNames?: Readonly<Record<string, NameOfCell>>;
}

/**
 * Lays out `energy` in TWh and `power_cost` in US$ bn for every quarter of the window. The power of
 * a quarter is the mean of its opening and closing level. 1 GW for 1,000 hours is 1 TWh, and 1 TWh
 * at 1 US$ per MWh costs US$ 1 m.
 */
export function energy(sheet: TimeSheetPlan, { terms, energyNames, costNames }: EnergyBlock): void {
  const { level, utilisation, price, thousandHoursPerYear, quartersPerYear, thousand } = terms;
  sheet.line('energy', {
    label: 'Energy',
    unit: 'TWh',
    years: 'sum',
    quartersOnly: true,
    formula: `=AVERAGE([${level}@prev],[${level}])*${thousandHoursPerYear}/${quartersPerYear}*${utilisation}`,
    ...(energyNames && { names: energyNames }),
  });
  sheet.line('power_cost', {
    label: 'Power cost',
    unit: 'US$ bn',
    years: 'sum',
    quartersOnly: true,
    formula: `=[energy]*${price}/${thousand}`,
    ...(costNames && { names: costNames }),
  });
}
