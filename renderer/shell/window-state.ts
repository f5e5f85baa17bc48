import type { ContextPlace } from '../../shared/app-commands/listed-command.ts';
import { Topics } from '../session/topics.ts';

/** A page that lies over the window and has the keyboard. */
export type Page =
  | 'palette'
  | 'insertLines'
  | 'insertCopied'
  | 'deleteLines'
  | 'formatCells'
  | 'formatBorders'
  | 'textColour'
  | 'fillColour'
  | 'cellStyles'
  | 'unhideSheet'
  | 'groupLines'
  | 'ungroupLines'
  | 'rowHeight'
  | 'columnWidth'
  | 'note'
  | 'names'
  | 'createNames'
  | 'pasteName'
  | 'tabColour'
  | 'conditionalFormats'
  | 'validation'
  | 'sort'
  | 'expandAscending'
  | 'expandDescending'
  | 'keys'
  | 'functions'
  | 'about';

/** A panel at the right of the sheet. */
export type Panel = 'history' | 'inspector';

/** What is open beside and over the workbook. */
export interface Shown {
  readonly page: Page | null;
  readonly panel: Panel | null;
  readonly presenting: boolean;
  /** The sheet whose name is being typed on its tab. */
  readonly renaming: string | null;
  /** Where a context menu is open. */
  readonly contextMenu: { readonly place: ContextPlace; readonly x: number; readonly y: number } | null;
}

const nothing: Shown = {
  page: null,
  panel: null,
  presenting: false,
  renaming: null,
  contextMenu: null,
};

/** What the window shows besides the workbook; commands open it, the parts close themselves. */
export class WindowState {
  readonly #topics = new Topics<'shown'>();
  #shown = nothing;

  get shown(): Shown {
    return this.#shown;
  }

  change(change: Partial<Shown>): void {
    this.#shown = { ...this.#shown, ...change };
    this.#topics.tell('shown');
  }

  subscribe(listener: () => void): () => void {
    return this.#topics.subscribe('shown', listener);
  }
}
