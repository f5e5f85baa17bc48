/** Median of some numbers. Throws on none. */
export function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  if (low === undefined || high === undefined) throw new Error('No numbers');
  return (low + high) / 2;
}

export interface Comparison {
  /** Medians in milliseconds. */
  readonly ours: number;
  readonly peer: number;
  /** Median of the ratios of neighbours, so that a change of the machine's speed hits both sides. */
  readonly ratio: number;
}

/** Times ours and the peer in turn, `runs` times each, after one run of each that does not count. */
export function compare(runs: number, ours: (run: number) => void, peer: (run: number) => void): Comparison {
  const time = (work: (run: number) => void, run: number) => {
    const start = performance.now();
    work(run);
    return performance.now() - start;
  };
  const pairs = Array.from({ length: runs + 1 }, (_, run) =>
    run % 2 === 0
      ? { ours: time(ours, run), peer: time(peer, run) }
      : (({ peer: second, ours: first }) => ({ ours: first, peer: second }))({
          peer: time(peer, run),
          ours: time(ours, run),
        }),
  ).slice(1);
  return {
    ours: median(pairs.map((pair) => pair.ours)),
    peer: median(pairs.map((pair) => pair.peer)),
    ratio: median(pairs.map((pair) => pair.ours / pair.peer)),
  };
}
