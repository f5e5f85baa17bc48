import type { Check } from './check.ts';

/** The switches name something, and every figure shown first is there. */
export const coverChecks: readonly Check[] = [
  {
    id: 'scenario',
    sheet: 'Cover',
    rule: 'The scenario switch names a scenario',
    difference: `=IF(ISNUMBER(scenario),0,1)`,
    unit: 'count',
    tolerance: 0,
  },
  {
    id: 'basis',
    sheet: 'Cover',
    rule: 'The basis switch names a basis',
    difference: '=IF(ISNUMBER(MATCH(basis_name,basis_names,0)),0,1)',
    unit: 'count',
    tolerance: 0,
  },
  {
    id: 'headlines',
    sheet: 'Cover',
    rule: 'No headline figure is an error',
    difference: '=SUMPRODUCT(ISERROR(headline_values)*1)',
    unit: 'count',
    tolerance: 0,
  },
];
