import type { Range } from '../../shared/workbook/address.ts';
import type { LineSpans } from '../../shared/workbook/line-spans.ts';
import type { Axis, Interval } from '../../shared/workbook/structure/line-change.ts';
import type { Editing } from '../editing.ts';
import type { Session } from '../session.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import type { SheetView } from '../sheet-view.ts';
import type { WaitingInput } from '../waiting-input.ts';
import type { FillMode } from './fill/source-cell.ts';

/** What the grid of cells shows, and who is told what a person does in it. */
export interface SheetGridOptions {
  readonly root: HTMLElement;
  readonly session: Session;
  readonly view: SheetView;
  readonly editing: Editing;
  readonly waiting: WaitingInput;
  readonly licenceKey: string;
  /** A key went down while the grid has the focus; true when the grid shall not see it. */
  readonly onKey: (event: KeyboardEvent) => boolean;
  /**
   * The mouse went down on a cell or, with a line below 0, on a heading while an edit is under way, or was
   * drawn over one since; true when the edit took it.
   */
  readonly onPoint: (address: CellPosition, event: MouseEvent, drawn: boolean) => boolean;
  readonly onOpenCell: (address: CellPosition) => void;
  /** The button of a filter was pressed. */
  readonly onFilterButton: (address: CellPosition) => void;
  /** Cells were scrolled or drawn anew: what floats over them must follow. */
  readonly onScroll: () => void;
  /** Lines were given another size, in pixels at 100 %. */
  readonly onLineSize: (axis: Axis, lines: LineSpans, size: number) => void;
  /** Lines shall be as large as what they hold. */
  readonly onLineFit: (axis: Axis, lines: LineSpans) => void;
  readonly onLinesShown: (axis: Axis, lines: Interval) => void;
  /** Cells of the sheet in view are filled by the handle. */
  readonly onFill: (source: Range, target: Range, mode: FillMode) => void;
  /** True for a cell that is marked because it holds what is looked for. */
  readonly isFound: (row: number, column: number) => boolean;
}
