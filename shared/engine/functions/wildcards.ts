const specialInPatterns = /[\\^$.|+()[\]{}/-]/;

const patterns = new Map<string, RegExp>();
const keptPatterns = 500;

/** True when a text searched for has `*`, `?` or `~` in it. */
export function hasWildcards(text: string): boolean {
  return /[*?~]/.test(text);
}

/**
 * The pattern of a text with wildcards: `?` is one character, `*` any number, `~` takes the next
 * one as it is. Letter case does not count, and the whole text has to match.
 */
export function wildcardPattern(text: string): RegExp {
  const known = patterns.get(text);
  if (known) return known;
  let source = '';
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    const next = text.charAt(index + 1);
    if (character === '~' && /[*?~]/.test(next)) {
      source += `\\${next}`.replace('\\~', '~');
      index++;
    } else if (character === '*') source += '.*';
    else if (character === '?') source += '.';
    else source += specialInPatterns.test(character) ? `\\${character}` : character;
  }
  const pattern = new RegExp(`^${source}$`, 'isu');
  if (patterns.size >= keptPatterns) patterns.clear();
  patterns.set(text, pattern);
  return pattern;
}
