/**
 * Centres for labels that each want to stand at a place along an axis, moved apart until
 * neighbours are at least `spacing` away from each other and all lie between `first` and `last`.
 * Takes the wished centres in rising order. When the room is too small for the spacing, the labels
 * share it evenly.
 */
export function separatedCentres(
  wished: readonly number[],
  spacing: number,
  first: number,
  last: number,
): readonly number[] {
  const gap = Math.min(spacing, (last - first) / Math.max(1, wished.length - 1));
  const pushed: number[] = [];
  for (const [index, centre] of wished.entries()) {
    pushed.push(Math.max(centre, index === 0 ? first : (pushed[index - 1] ?? first) + gap));
  }
  const settled = [...pushed];
  for (let index = settled.length - 1; index >= 0; index--) {
    const limit = index === settled.length - 1 ? last : (settled[index + 1] ?? last) - gap;
    settled[index] = Math.min(settled[index] ?? limit, limit);
  }
  return settled;
}

/** A round step (1, 2 or 5 times a power of ten) that divides an axis up to `highest` into about `parts`. */
export function roundStep(highest: number, parts: number): number {
  if (!(highest > 0)) return 1;
  const rough = highest / parts;
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  return factor * power;
}
