import type { Workspace } from '../workspace.ts';
import type { ChosenCells } from './chosen-cells.ts';
import { isBareKey, type KeyPress } from './grid-keys.ts';

/** While looks are taken up: they go onto the cells that the mouse is drawn over, or with Enter onto the chosen ones. */
export class FormatBrush {
  readonly #workspace: Pick<Workspace, 'painter' | 'view'>;
  readonly #cells: ChosenCells;

  constructor(workspace: Pick<Workspace, 'painter' | 'view'>, cells: ChosenCells) {
    this.#workspace = workspace;
    this.#cells = cells;
  }

  /** Listens to the mouse in the grid. Gives the function that ends it. */
  follow(element: HTMLElement): () => void {
    const { painter } = this.#workspace;
    const paint = () => this.#paint();
    const begin = ({ button, target }: MouseEvent): void => {
      const isCell = target instanceof Element && target.closest('td, th') !== null;
      if (painter.isOn && button === 0 && isCell)
        element.ownerDocument.addEventListener('mouseup', paint, { once: true });
    };
    element.addEventListener('mousedown', begin);
    const unsubscribe = painter.subscribe(() => element.toggleAttribute('data-painting', painter.isOn));
    return () => {
      element.removeEventListener('mousedown', begin);
      unsubscribe();
    };
  }

  /** True when the key was about the looks. */
  takesKey(press: KeyPress): boolean {
    const { painter } = this.#workspace;
    if (!painter.isOn || !isBareKey(press)) return false;
    if (press.key === 'Escape') painter.end();
    else if (press.key === 'Enter') this.#paint();
    else return false;
    return true;
  }

  #paint(): void {
    const { painter, view } = this.#workspace;
    const command = painter.paint(view.selection);
    if (command) void this.#cells.send(command);
  }
}
