import { maximumColumns, maximumRows, type Area, type Range } from '../shared/workbook/address.ts';
import type { LineSpans } from '../shared/workbook/line-spans.ts';
import type { Axis } from '../shared/workbook/structure/line-change.ts';
import { AuditDesk } from './audit/audit-desk.ts';
import { Editing } from './editing.ts';
import { insertAtCursor } from './formula-bar/insert-text.ts';
import { Finding } from './find/finding.ts';
import type { KeyPress } from './grid/grid-keys.ts';
import type { Extent } from './grid/whole-lines.ts';
import { FormatPainter } from './looks/format-painter.ts';
import { Repeating } from './repeating.ts';
import type { Session } from './session.ts';
import { SheetView } from './sheet-view.ts';
import { WaitingInput } from './waiting-input.ts';

/** What the grid lends to the rest of the screen. */
export interface GridActions {
  /** Gives the grid the keyboard. */
  focus(): void;
  /** Empties the chosen cells, as one command. */
  clear(): void;
  /** Fills the chosen cells from the first row or column of them, as one command. */
  fill(direction: 'down' | 'right'): void;
  /** Opens the active cell. */
  edit(): void;
  /** Opens the filter of the column in whose heading the active cell stands. */
  openFilter(): void;
  /** Opens the list of choices of the active cell, if it has one. */
  openChoices(): void;
  /** Scrolls until the active cell is in view. */
  reveal(): void;
  /** Makes lines of the sheet in view as large as what they hold. */
  fitLines(axis: Axis, lines: LineSpans): void;
  /** The percent at which a range fills the room that the sheet has. */
  fittingZoom(range: Range): number;
  /** The size of a line in CSS pixels at 100 %. */
  lineSize(axis: Axis, line: number): number;
  /** How many rows and columns the sheet in view has in the grid. */
  extent(): Extent;
  /** True while the grid has the keyboard. */
  hasFocus(): boolean;
  /** Moves the active cell as Enter or Tab would. */
  press(key: 'Enter' | 'Tab', shiftKey: boolean): void;
  /** Points the formula that is being typed at the cell to which an arrow key leads; false where it points at none. */
  pointWith(press: KeyPress): boolean;
  /** Asks how the copied cells are pasted into the chosen ones. */
  pasteSpecial(): void;
  /** What is copied or cut now: whole rows or columns, or cells; null where nothing is. */
  copiedShape(): Axis | 'cells' | null;
  /** Puts the copied or cut cells, or with `areWhole` lines, among others, which go out of their way along an axis. */
  insertCopied(axis: Axis, areWhole: boolean): void;
  /** Pastes the values of the copied cells into the chosen ones. */
  pasteValues(): void;
}

/** What the name box lends to the rest of the screen. */
interface NameBoxActions {
  /** Takes the keyboard, with the place offered that was left last. */
  ask(): void;
}

/** Everything that belongs to one open document on the screen. */
export class Workspace {
  readonly session: Session;
  readonly view: SheetView;
  readonly editing: Editing;
  /** What is done while the engine looks at an entry. */
  readonly waiting: WaitingInput;
  readonly finding: Finding;
  readonly audit: AuditDesk;
  readonly painter: FormatPainter;
  /** What F4 does again. */
  readonly repeating: Repeating;
  #grid: GridActions | null = null;
  #nameBox: NameBoxActions | null = null;
  #leftPlace: Area | null = null;

  constructor(session: Session) {
    this.session = session;
    this.view = new SheetView(session);
    this.editing = new Editing(session);
    this.waiting = new WaitingInput(this.editing);
    session.holdInputWith((change) => this.waiting.during(change));
    this.finding = new Finding(session, this.view);
    this.audit = new AuditDesk(session, this.view);
    this.painter = new FormatPainter(session);
    this.repeating = new Repeating(session);
  }

  /**
   * Shows a sheet. A formula that is being typed goes on in the formula bar, so that references can
   * be picked there; any other entry is taken first.
   */
  async showSheet(sheet: string): Promise<void> {
    const { state } = this.editing;
    if (state?.text.startsWith('=')) {
      this.view.show(sheet);
      this.editing.goOnIn(sheet === state.address.sheet ? 'cell' : 'bar');
    } else if (await this.editing.commit()) {
      this.view.show(sheet);
      this.#grid?.focus();
    }
  }

  /** Shows the sheet `step` places further on, if there is one. */
  async showNextSheet(step: 1 | -1): Promise<void> {
    const names = this.session.shownSheetNames;
    const next = names[names.indexOf(this.view.sheet) + step];
    if (next !== undefined) await this.showSheet(next);
  }

  /** Where a person was before going elsewhere by name; null before they did. */
  get leftPlace(): Area | null {
    return this.#leftPlace;
  }

  /** Asks where to go, as Go To does: with the place offered that was left last, so that Enter leads back. */
  askWhere(): void {
    this.#nameBox?.ask();
  }

  attachNameBox(nameBox: NameBoxActions): () => void {
    this.#nameBox = nameBox;
    return () => {
      if (this.#nameBox === nameBox) this.#nameBox = null;
    };
  }

  /** Does a step once what has just been closed is gone from the page; what is typed meanwhile waits. */
  inNextFrame(step: () => void): void {
    const done = new Promise<boolean>((resolve) => {
      requestAnimationFrame(() => {
        step();
        resolve(true);
      });
    });
    void this.waiting.during(done);
  }

  /**
   * Chooses cells on whichever sheet and gives the grid the keyboard; an entry under way is taken first, and what is typed
   * meanwhile waits. `others` are ranges of the sheet that are chosen with them.
   */
  async goTo(area: Area, others: readonly Range[] = []): Promise<void> {
    await this.waiting.during(this.#goTo(area, others));
  }

  async #goTo({ sheet, range }: Area, others: readonly Range[]): Promise<boolean> {
    if (!(await this.editing.commit())) return false;
    this.#leftPlace = { sheet: this.view.sheet, range: this.view.selection.range };
    this.view.show(sheet);
    const drawn = (one: Range): Range => withinGrid(one, this.#grid?.extent());
    this.view.select({ sheet, row: range.top, column: range.left }, drawn(range), others.map(drawn));
    // Cells that were chosen already may have been scrolled away.
    this.#grid?.reveal();
    this.#grid?.focus();
    return true;
  }

  /** Writes the beginning of a call: at the end of the formula that is being typed, or into the chosen cell. */
  writeCall(name: string): void {
    const { state } = this.editing;
    const begun = state?.text.startsWith('=') ? state.text : '=';
    if (state) this.editing.type(`${begun}${name}(`);
    else this.editing.begin(this.view.selection, 'cell', `${begun}${name}(`);
  }

  /** Writes a name at the text cursor of the formula that is being typed, or a formula of it into the chosen cell. */
  writeName(name: string): void {
    if (insertAtCursor(name, this.editing)) return;
    const { state } = this.editing;
    if (state) this.editing.type(`${state.text}${name}`);
    else this.editing.begin(this.view.selection, 'cell', `=${name}`);
  }

  /** Gives the entry under way up and goes back to its cell, from wherever references were picked. */
  giveEntryUp(): void {
    const { state } = this.editing;
    this.editing.cancel();
    if (state) this.view.show(state.address.sheet);
    this.#grid?.focus();
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

/** Whole rows and columns end where the grid does, which grows with what a person does. */
function withinGrid(range: Range, extent: Extent | undefined): Range {
  if (!extent) return range;
  return {
    ...range,
    bottom: range.bottom === maximumRows - 1 && range.top === 0 ? extent.rows - 1 : range.bottom,
    right: range.right === maximumColumns - 1 && range.left === 0 ? extent.columns - 1 : range.right,
  };
}
