import type { Core } from './handsontable.ts';

/**
 * Keeps Handsontable from having the browser scroll the page to each cell that is chosen, after it has
 * scrolled the sheet: the page never scrolls, and would be laid out once more at every key to find that out.
 */
export function neverScrollPage(hot: Core): void {
  const scrollSheet = hot.scrollViewportTo.bind(hot);
  hot.scrollViewportTo = (to, callback) =>
    // Only with something to do afterwards is the sheet drawn as it then is.
    scrollSheet(to, callback && (() => {}));
}
