/** An argument of a function, as the guide names it. */
export interface GuideArgument {
  readonly name: string;
  readonly optional: boolean;
  readonly repeated: boolean;
}

/** What the guide says of a function. */
export interface GuideFunction {
  readonly name: string;
  readonly category: string;
  readonly arguments: readonly GuideArgument[];
  /** Name and arguments as a person would write them: `PMT(rate, nper, pv, [fv], [type])`. */
  readonly syntax: string;
  /** What it gives, in a line. */
  readonly meaning: string;
  /** A formula that reads no cells. */
  readonly example: string;
  /** How its result differs from Excel's; undefined where it does not. */
  readonly differs: string | undefined;
}

/**
 * Which of a function's named arguments stands at a position, counted from 0: those that may be
 * repeated come round again. Undefined beyond the last.
 */
export function argumentAt({ arguments: named }: GuideFunction, position: number): number | undefined {
  if (position < named.length) return position;
  const first = named.findIndex(({ repeated }) => repeated);
  return first < 0 ? undefined : first + ((position - first) % (named.length - first));
}
