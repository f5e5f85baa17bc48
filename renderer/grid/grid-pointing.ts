import { flushSync } from 'react-dom';
import { maximumLines } from '../../shared/workbook/structure/line-change.ts';
import type { PointedCells } from '../formula-bar/pointing.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import type { Workspace } from '../workspace.ts';
import type { CellEditorHandle } from './cell-editor.tsx';
import { cellsUnderMouse, pointingKey, rangeAroundCells, type KeyPress } from './grid-keys.ts';

/** What surrounds the pointing: the field that is typed in, and the way to cells out of view. */
interface Surroundings {
  readonly editor: () => CellEditorHandle | null;
  readonly reveal: (cell: CellPosition) => void;
  /** How many rows Page Up and Page Down pass over. */
  readonly rowsOfPage: () => number;
}

/** Points the formula that is being typed at cells, with the mouse and with arrows. */
export class GridPointing {
  readonly #workspace: Workspace;
  readonly #surroundings: Surroundings;

  constructor(workspace: Workspace, surroundings: Surroundings) {
    this.#workspace = workspace;
    this.#surroundings = surroundings;
  }

  /**
   * The mouse went down on a cell or, with a line below 0, on a heading, or was drawn over one since. True
   * when that is not for the grid to choose by.
   */
  takesMouse(place: CellPosition, event: MouseEvent, drawn: boolean): boolean {
    const { editing, view, waiting } = this.#workspace;
    const { state } = editing;
    const isCell = place.row >= 0 && place.column >= 0;
    if (!state) return isCell && this.#chooseInMode(place, drawn);
    const { sheet } = view;
    const began = state.pointed?.sheet === sheet ? state.pointed : undefined;
    if (drawn && began === undefined) return false;
    const cells = cellsUnderMouse(place, drawn || event.shiftKey ? began : undefined);
    const adds = !drawn && (event.ctrlKey || event.metaKey);
    if (!this.#point({ sheet, ...cells }, adds) && !drawn) {
      void editing.commit();
      if (!isCell) return false;
      waiting.do(() => view.select({ sheet, ...place }));
    }
    event.preventDefault();
    return true;
  }

  /** Points at the cell to which an arrow key leads; false where it points at none. */
  takesKey(press: KeyPress): boolean {
    const { editing, session, view } = this.#workspace;
    const { state } = editing;
    if (!state) return false;
    const { sheet } = view;
    const from = sheet === state.address.sheet ? state.address : view.selection;
    const here = { row: from.row, column: from.column };
    const last = state.pointed?.sheet === sheet ? state.pointed : { anchor: here, head: here };
    const isLine = last.head.row === maximumLines.rows - 1 || last.head.column === maximumLines.columns - 1;
    // From whole lines keys lead on from their first cell.
    const cells = isLine ? { anchor: last.anchor, head: last.anchor } : last;
    const { reveal, rowsOfPage } = this.#surroundings;
    const next = pointingKey(press, cells, session.sheet(sheet), maximumLines, rowsOfPage());
    if (!next || !this.#point({ sheet, ...next })) return false;
    reveal(next.head);
    return true;
  }

  /** While F8 or Shift+F8 is in force a click draws the range on, or chooses another one. */
  #chooseInMode(cell: CellPosition, drawn: boolean): boolean {
    const { view } = this.#workspace;
    const { mode, selection, sheet } = view;
    if (mode === null) return false;
    const from = mode === 'extend' || drawn ? selection : cell;
    const isNew = mode === 'add' && !drawn;
    const others = isNew ? [...selection.others, selection.range] : selection.others;
    view.select({ sheet, row: from.row, column: from.column }, rangeAroundCells(from, cell), others);
    return true;
  }

  /** `adds` another reference beside the one pointed at last. */
  #point(cells: PointedCells, adds = false): boolean {
    const { editing } = this.#workspace;
    const field = this.#surroundings.editor()?.activeField();
    const end = editing.state?.text.length ?? 0;
    const caret = { start: field?.selectionStart ?? end, end: field?.selectionEnd ?? end };
    // The fields have the new text when the cursor is put into it, so that no key comes in between.
    const after = flushSync(() => editing.point(cells, caret, adds));
    if (after !== undefined) field?.setSelectionRange(after, after);
    return after !== undefined;
  }
}
