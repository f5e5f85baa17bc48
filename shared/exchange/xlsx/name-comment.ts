import type { DefinedName } from '../../workbook/document.ts';

/*
 * What we know of a defined name has one place in an xlsx file: the comment of the name, which
 * Excel shows in its list of names. It reads `Total debt | unit: US$ bn | headline | caption: owed`.
 */

type NameWords = Pick<DefinedName, 'label' | 'unit' | 'headline' | 'stripCaption'>;

/** Excel's limit on the length of the comment, in characters. */
const maximumLength = 255;

const form = /^(.*?)(?: \| unit: (.*?))?( \| headline)?(?: \| caption: (.*?))?$/s;

/** The comment of a name; undefined when there is nothing to say. */
export function nameComment({ label, unit, headline, stripCaption }: NameWords): string | undefined {
  const words = [
    label ?? '',
    ...(unit ? [`unit: ${unit}`] : []),
    ...(headline ? ['headline'] : []),
    ...(stripCaption ? [`caption: ${stripCaption}`] : []),
  ].join(' | ');
  if (words === '') return undefined;
  const read = commentedName(words);
  const isKept =
    words.length <= maximumLength &&
    (read.label ?? '') === (label ?? '') &&
    (read.unit ?? '') === (unit ?? '') &&
    (read.headline ?? false) === (headline ?? false) &&
    (read.stripCaption ?? '') === (stripCaption ?? '');
  // Words too long for the comment, or such that they would be read as others: the label alone.
  return isKept ? words : label ? label.slice(0, maximumLength) : undefined;
}

/** What the comment of a name says of it. A comment that is not ours is the label. */
export function commentedName(comment: string): NameWords {
  const [, label, unit, headline, stripCaption] = form.exec(comment) ?? [];
  return {
    ...(label && { label }),
    ...(unit && { unit }),
    ...(headline && { headline: true }),
    ...(stripCaption && { stripCaption }),
  };
}
