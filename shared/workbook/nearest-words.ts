/** How many words are suggested. */
const mostSuggested = 3;

/** Letters to add, take away, change or swap with the next until one word is the other. */
function distance(one: string, other: string): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let at = 1; at <= one.length; at++) {
    const row = [at];
    for (let to = 1; to <= other.length; to++) {
      const isSame = one[at - 1] === other[to - 1];
      const swapped =
        at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]
          ? before[to - 2]! + 1
          : Infinity;
      row.push(Math.min(last[to]! + 1, row[to - 1]! + 1, last[to - 1]! + (isSame ? 0 : 1), swapped));
    }
    before = last;
    last = row;
  }
  return last[other.length]!;
}

/**
 * The words that a mistyped one may stand for, nearest first, whatever their case; none where no
 * word is near.
 */
export function nearestWords(typed: string, words: Iterable<string>): string[] {
  const wanted = typed.toUpperCase();
  const near: { readonly word: string; readonly far: number }[] = [];
  const reach = wanted.length <= 3 ? 1 : wanted.length <= 7 ? 2 : 3;
  for (const word of words) {
    const candidate = word.toUpperCase();
    const isPart = wanted.length >= 4 && candidate.includes(wanted);
    const far = isPart
      ? 1.5
      : Math.abs(candidate.length - wanted.length) > reach
        ? Infinity
        : distance(wanted, candidate);
    if (far <= reach) near.push({ word, far });
  }
  const nearest = Math.min(...near.map(({ far }) => far));
  return near
    .filter(({ far }) => far <= nearest + 1)
    .toSorted((a, b) => a.far - b.far || a.word.length - b.word.length || (a.word < b.word ? -1 : 1))
    .slice(0, mostSuggested)
    .map(({ word }) => word);
}
