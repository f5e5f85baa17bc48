import { maximumLines, type Axis, type Interval } from '../../shared/workbook/structure/line-change.ts';
import type { Workspace } from '../workspace.ts';
import { movingCorner, rangeAroundCells, type KeyPress } from './grid-keys.ts';
import { pageKey, pageStep } from './page-keys.ts';

/** What surrounds the keys of a page. */
interface Surroundings {
  /** The lines in full view, without those that are frozen. */
  readonly linesInFullView: (axis: Axis) => Interval;
  /** Scrolls until a line is the first one after those that are frozen. */
  readonly beginWith: (axis: Axis, line: number) => void;
}

/** Carries out Page Up and Page Down among cells, also with Shift and Alt. Gives whether a key was one of them. */
export function gridPaging(
  { session, view }: Pick<Workspace, 'session' | 'view'>,
  { linesInFullView, beginWith }: Surroundings,
): (press: KeyPress) => boolean {
  return (press) => {
    const page = press.ctrlKey || press.metaKey ? undefined : pageKey(press);
    if (!page) return false;
    const { axis, step } = page;
    const { selection, sheet } = view;
    const extend = press.shiftKey || view.mode === 'extend';
    const mirror = session.sheet(sheet);
    const from = extend ? movingCorner(selection) : selection;
    const isRows = axis === 'rows';
    const to = pageStep(isRows ? from.row : from.column, step, {
      inView: linesInFullView(axis),
      hidden: isRows ? mirror.hiddenRows : mirror.hiddenColumns,
      frozen: isRows ? mirror.frozenRows : mirror.frozenColumns,
      count: maximumLines[axis],
    });
    const cell = isRows ? { row: to.line, column: from.column } : { row: from.row, column: to.line };
    beginWith(axis, to.first);
    const anchor = extend ? selection : cell;
    const keepsOthers = extend || view.mode === 'add';
    view.select(
      { sheet, row: anchor.row, column: anchor.column },
      rangeAroundCells(anchor, cell),
      keepsOthers ? selection.others : [],
    );
    // The grid scrolls back to where a range begins.
    if (extend) beginWith(axis, to.first);
    return true;
  };
}
