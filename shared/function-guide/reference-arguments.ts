/*
 * Arguments that must be cells. Excel refuses a formula with an array or a plain value there.
 */

/** Functions by their arguments: `c` must be cells, `v` is any value; what stands in brackets is repeated. */
const functionsByArguments: Readonly<Record<string, string>> = {
  c: 'AREAS COLUMN COUNTBLANK FORMULATEXT ISFORMULA ROW',
  cv: 'COUNTIF OFFSET',
  cvc: 'AVERAGEIF DAVERAGE DCOUNT DCOUNTA DGET DMAX DMIN DPRODUCT DSTDEV DSTDEVP DSUM DVAR DVARP SUMIF',
  vc: 'CELL RANK RANK.AVG RANK.EQ',
  '(cv)': 'COUNTIFS',
  'c(cv)': 'AVERAGEIFS MAXIFS MINIFS SUMIFS',
  'v(c)': 'SUBTOTAL',
};

const patterns: ReadonlyMap<string, string> = new Map(
  Object.entries(functionsByArguments).flatMap(([pattern, names]) =>
    names.split(' ').map((name): [string, string] => [name, pattern]),
  ),
);

/** Whether an argument, counted from 0, of a function in capitals must be cells. */
export function mustBeCells(functionName: string, position: number): boolean {
  const pattern = patterns.get(functionName);
  if (pattern === undefined) return false;
  const [first = '', repeated = ''] = pattern.replace(')', '').split('(');
  const letter = first[position] ?? repeated[(position - first.length) % Math.max(1, repeated.length)];
  return letter === 'c';
}
