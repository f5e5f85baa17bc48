import { colourOf, lookOfCss, type HtmlLook } from './html-look.ts';
import type { HtmlStyles } from './html-styles.ts';

/** Tags around a text, and what they make of it. */
const tagLooks: readonly (readonly [tags: string, look: HtmlLook])[] = [
  ['b,strong', { strong: true }],
  ['i,em', { italic: true }],
  ['u', { underline: 'single' }],
  ['s,strike,del', { strikethrough: true }],
];

/** The look of a cell of a table: by its class, as Excel writes it, or by tags and attributes, as LibreOffice does. */
export function cellLook(cell: HTMLTableCellElement, { looks, usualSize }: HtmlStyles): HtmlLook {
  const byClass = cell.className === '' ? undefined : looks.get(cell.className.trim());
  const style = cell.getAttribute('style');
  const fill = colourOf(cell.getAttribute('bgcolor') ?? '');
  return {
    ...byClass,
    ...(style !== null && lookOfCss(style, usualSize)),
    ...(fill && { fillColour: fill }),
    ...(cell.firstElementChild && lookOfTags(cell)),
  };
}

/** What the tags around all of a cell’s text say. */
function lookOfTags(cell: HTMLTableCellElement): HtmlLook {
  const words = cell.textContent.trim();
  if (words === '') return {};
  const around = (tags: string) =>
    [...cell.querySelectorAll(tags)].find(({ textContent }) => textContent.trim() === words);
  let look: HtmlLook = {};
  for (const [tags, part] of tagLooks) if (around(tags)) look = { ...look, ...part };
  const textColour = colourOf(around('font[color]')?.getAttribute('color') ?? '');
  return { ...look, ...(textColour && { textColour }) };
}
