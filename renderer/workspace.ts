import { Editing } from './editing.ts';
import type { Session } from './session.ts';
import { SheetView } from './sheet-view.ts';

/** What the grid lends to the rest of the screen. */
export interface GridActions {
  /** Gives the grid the keyboard. */
  focus(): void;
  /** Empties the chosen cells, as one command. */
  clear(): void;
  /** True while the grid has the keyboard. */
  hasFocus(): boolean;
  /** Moves the active cell as Enter or Tab would. */
  press(key: 'Enter' | 'Tab', shiftKey: boolean): void;
}

/** Everything that belongs to one open document on the screen. */
export class Workspace {
  readonly session: Session;
  readonly view: SheetView;
  readonly editing: Editing;
  #grid: GridActions | null = null;

  constructor(session: Session) {
    this.session = session;
    this.view = new SheetView(session);
    this.editing = new Editing(session);
  }

  /** Null until the grid has been drawn. */
  get grid(): GridActions | null {
    return this.#grid;
  }

  attachGrid(grid: GridActions): () => void {
    this.#grid = grid;
    return () => {
      if (this.#grid === grid) this.#grid = null;
    };
  }
}
