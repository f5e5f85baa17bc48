/* What money becomes and is worth over periods of one rate, exact also for the smallest rates. */

/** What 1 becomes over some periods. */
export function growth(rate: number, periods: number): number {
  return rate > -1 ? Math.exp(periods * Math.log1p(rate)) : (1 + rate) ** periods;
}

/** What 1 at the end of each period is worth at the start of the first. */
export function annuity(rate: number, periods: number): number {
  if (rate === 0) return periods;
  const discount = rate > -1 ? -Math.expm1(-periods * Math.log1p(rate)) : 1 - (1 + rate) ** -periods;
  return discount / rate;
}

/** What 1 at the end of each period has become at the end of the last. */
export function savings(rate: number, periods: number): number {
  if (rate === 0) return periods;
  return (rate > -1 ? Math.expm1(periods * Math.log1p(rate)) : (1 + rate) ** periods - 1) / rate;
}

/** A payment at the start of a period bears interest for one period more. */
export function early(rate: number, type: number): number {
  return type === 0 ? 1 : 1 + rate;
}
