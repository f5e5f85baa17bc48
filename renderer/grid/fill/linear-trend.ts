/**
 * The line of least squares through two or more numbers at equal distances, as a function of the
 * place counted from the first. Where they have equal steps, it goes on exactly, in decimals.
 */
export function linearTrend(numbers: readonly number[]): (place: number) => number {
  return evenSteps(numbers) ?? leastSquares(numbers);
}

/** Decimals with equal steps, counted in units of their last place, so that 0.1 and 0.2 are followed by 0.3. */
function evenSteps(numbers: readonly number[]): ((place: number) => number) | undefined {
  const decimals = Math.max(...numbers.map(decimalPlaces));
  const unit = 10 ** decimals;
  const counts = numbers.map((number) => Math.round(number * unit));
  const [first = 0, second = first] = counts;
  const step = second - first;
  const isExact = counts.every(
    (count, index) => Number.isSafeInteger(count) && count === first + index * step && unit <= 1e15,
  );
  if (!isExact) return undefined;
  return (place) => {
    const count = first + place * step;
    return count === 0 ? 0 : count / unit;
  };
}

/** Places behind the point of the shortest decimal that is this number. */
function decimalPlaces(number: number): number {
  const [mantissa = '', exponent = '0'] = String(number).split('e');
  const [, behind = ''] = mantissa.split('.');
  return Math.max(0, behind.length - Number(exponent));
}

/** Digits to which numbers worked out by division are exact. */
const exactDigits = 15;

function leastSquares(numbers: readonly number[]): (place: number) => number {
  const middle = (numbers.length - 1) / 2;
  const mean = numbers.reduce((sum, number) => sum + number / numbers.length, 0);
  let above = 0;
  let below = 0;
  numbers.forEach((number, index) => {
    above += (index - middle) * (number - mean);
    below += (index - middle) ** 2;
  });
  const step = above / below;
  return (place) => Number((mean + (place - middle) * step).toPrecision(exactDigits));
}
