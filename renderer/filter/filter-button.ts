import { headsFilteredColumn } from './filter-state.ts';
import { criterionOf, type SheetFilter } from '../../shared/workbook/filter/sheet-filter.ts';

/** The button in a heading of a filtered table: whether its column has a criterion. */
export interface FilterMark {
  readonly isSet: boolean;
}

/** The button that a cell shows; undefined where it shows none. */
export function filterMark(
  filter: SheetFilter | undefined,
  row: number,
  column: number,
): FilterMark | undefined {
  if (!filter || !headsFilteredColumn({ filter }, row, column)) return undefined;
  return { isSet: criterionOf(filter, column) !== undefined };
}

const svgNamespace = 'http://www.w3.org/2000/svg';

const chevron = 'M2.5 4.5 6 8l3.5-3.5';
const funnel = 'M1.5 2h9L7 6.2v3.6L5 8.6V6.2Z';

/** The drawn button; the mouse is heard by the grid, and Alt with the arrow down does the same. */
export function filterButton({ isSet }: FilterMark): HTMLElement {
  const button = document.createElement('span');
  button.className = 'filter-button';
  button.toggleAttribute('data-set', isSet);
  button.setAttribute('role', 'button');
  button.setAttribute('aria-label', isSet ? 'Filter, set' : 'Filter');
  const icon = document.createElementNS(svgNamespace, 'svg');
  icon.setAttribute('viewBox', '0 0 12 12');
  icon.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(svgNamespace, 'path');
  path.setAttribute('d', isSet ? funnel : chevron);
  icon.append(path);
  button.append(icon);
  return button;
}

/** The button that an event of the mouse is about, if it is about one. */
export function isFilterButton(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.filter-button') !== null;
}
