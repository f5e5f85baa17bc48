const specialInPatterns = /[\\^$.|+*?()[\]{}/]/;

const patterns = new Map<string, RegExp>();
const keptPatterns = 500;

/** True when a text searched for has `*`, `?` or `~` in it. */
export function hasWildcards(text: string): boolean {
  return /[*?~]/.test(text);
}

function asItIs(character: string): string {
  return specialInPatterns.test(character) ? `\\${character}` : character;
}

/** A regular expression's text for a text with wildcards. */
function patternSource(text: string): string {
  let source = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === '~' && next !== '') {
      source += asItIs(next);
      index++;
    } else if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else source += asItIs(character);
  }
  return source;
}

/**
 * The pattern of a text with wildcards: `?` is one character, `*` any number, `~` takes the next
 * one as it is, so that `b~c` is the text bc. Letter case does not count, and the whole text has to
 * match.
 */
export function wildcardPattern(text: string): RegExp {
  const known = patterns.get(text);
  if (known) return known;
  const pattern = new RegExp(`^${patternSource(text)}$`, 'isu');
  if (patterns.size >= keptPatterns) patterns.clear();
  patterns.set(text, pattern);
  return pattern;
}

/** The place, counted from 0, where a text with wildcards first begins in another one, at or after a place; -1 for none. */
export function wildcardPlace(wanted: string, within: string, from: number): number {
  const found = within.slice(from).search(new RegExp(patternSource(wanted), 'is'));
  return found < 0 ? -1 : found + from;
}
