import type { Core } from './handsontable.ts';
import type { SheetGridOptions } from './sheet-grid-options.ts';

/** Whether the grid has the keyboard: exactly while the focus is in it and nothing is edited. */
export class GridKeyboard {
  readonly #hot: Core;
  readonly #options: Pick<SheetGridOptions, 'root' | 'view' | 'editing'>;
  readonly #signal: AbortSignal;
  #isMoving = false;

  /** `signal` ends with the grid. */
  constructor(hot: Core, options: Pick<SheetGridOptions, 'root' | 'view' | 'editing'>, signal: AbortSignal) {
    this.#hot = hot;
    this.#options = options;
    this.#signal = signal;
    const { root, editing } = options;
    root.addEventListener(
      'focusin',
      () => {
        if (!editing.state) hot.listen();
      },
      { signal },
    );
    // Handsontable leaves the keyboard where it is, see `leave`; who presses on a cell wants it there.
    root.addEventListener(
      'mousedown',
      () => {
        if (!editing.state && this.elsewhere()) this.take();
      },
      { signal, capture: true },
    );
    // Not the grid's own `focusout`: while the active cell is hidden, nothing of the grid has the focus.
    document.addEventListener(
      'focusin',
      ({ target }) => {
        if (target instanceof Node && !root.contains(target)) hot.unlisten();
      },
      { signal },
    );
    this.leave();
  }

  get isHere(): boolean {
    return this.#hot.isListening();
  }

  /** True while the active cell is moved by `press`: the key was about an entry, and has no other meaning. */
  get isMoving(): boolean {
    return this.#isMoving;
  }

  /** Gives the grid the keyboard. */
  take(): void {
    this.#hot.listen();
    // A click elsewhere makes Handsontable stop listening after everyone else has seen it.
    setTimeout(() => {
      const { root, editing } = this.#options;
      if (!this.#signal.aborted && !editing.state && root.contains(document.activeElement))
        this.#hot.listen();
    });
    const { row, column } = this.#options.view.selection;
    const cell = this.#hot.getCell(row, column, true);
    if (cell) cell.focus({ preventScroll: true });
    // A hidden cell is none of the page; who has been there still takes the keyboard from elsewhere.
    else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  }

  /** Takes the keyboard away, while a cell is edited. */
  rest(): void {
    this.#hot.unlisten();
  }

  /** Keeps Handsontable from taking the keyboard from a field, as late as a cell it has chosen is drawn. */
  leave(): void {
    this.#hot.getFocusManager().suspend();
  }

  /** Who has the keyboard, where that is neither the grid nor nobody. */
  elsewhere(): HTMLElement | undefined {
    const { activeElement } = document;
    const isElsewhere =
      activeElement instanceof HTMLElement &&
      activeElement !== document.body &&
      !this.#options.root.contains(activeElement);
    return isElsewhere ? activeElement : undefined;
  }

  /** Moves the active cell as the key would, through the chosen range if there is one. */
  press(
    key: 'Enter' | 'Tab' | 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight',
    shiftKey: boolean,
  ): void {
    this.#isMoving = true;
    this.#hot.rootDocument.documentElement.dispatchEvent(
      new KeyboardEvent('keydown', { key, code: key, shiftKey, bubbles: true, cancelable: true }),
    );
    this.#isMoving = false;
  }
}
