/** A bar of a waterfall, in the order in which the bars stand. */
export interface WaterfallStep {
  readonly label: string;
  /** US$ bn: the height of a total, the signed change of a step; null where it is not given. */
  readonly value: number | null;
  /** `total` stands on zero; `step` changes the level before it; `unexplained` is such a step that is no money. */
  readonly kind: 'total' | 'step' | 'unexplained';
}

/** Where a bar begins and ends on the value axis. */
export interface WaterfallLevel {
  readonly from: number;
  readonly to: number;
}

/**
 * The levels between which each bar is drawn, in the unit of the values. A bar that is not given
 * has no height and leaves the level as it was.
 */
export function waterfallLevels(steps: readonly WaterfallStep[]): readonly WaterfallLevel[] {
  let level = 0;
  return steps.map(({ value, kind }) => {
    const from = kind === 'total' && value !== null ? 0 : level;
    const to = value === null ? level : from + value;
    level = to;
    return { from, to };
  });
}

/** The ends of the value axis: zero and every level lie on it. */
export function waterfallExtent(levels: readonly WaterfallLevel[]): WaterfallLevel {
  const ends = levels.flatMap(({ from, to }) => [from, to]);
  return { from: Math.min(0, ...ends), to: Math.max(0, ...ends) };
}
