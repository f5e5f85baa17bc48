import type { Problem } from '../../shared/result.ts';
import type { Range } from '../../shared/workbook/address.ts';
import { CellClipboard, type CopiedArea, type Pasted } from '../clipboard/cell-clipboard.ts';
import type { ClipboardTexts } from '../clipboard/clipboard-data.ts';
import { listenToClipboard } from '../clipboard/clipboard-events.ts';
import { notOneTarget } from '../clipboard/lined-up.ts';
import { plainPaste, type PasteOptions } from '../clipboard/paste-options.ts';
import { chosenRanges } from '../sheet-view.ts';
import type { Workspace } from '../workspace.ts';
import type { Axis } from '../../shared/workbook/structure/line-change.ts';
import { without } from '../../shared/workbook/range-parts.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { cellsOf } from './cells-of.ts';
import type { DropHow } from './range-drag.ts';
import { isBareKey, type KeyPress } from './grid-keys.ts';

/** Copies the chosen cells and pastes into them; `say` is told why something cannot be. */
export class GridClipboard {
  readonly #workspace: Pick<Workspace, 'session' | 'view' | 'waiting' | 'repeating'>;
  readonly #clipboard: CellClipboard;
  readonly #say: (problem: Problem) => void;

  constructor(
    workspace: Pick<Workspace, 'session' | 'view' | 'waiting' | 'repeating'>,
    say: (problem: Problem) => void,
  ) {
    this.#workspace = workspace;
    this.#clipboard = new CellClipboard(workspace.session);
    this.#say = say;
  }

  /**
   * Answers the clipboard's events while `isActive` says that they are about cells, and tells
   * `onCopied` which cells are copied. Gives the function that ends it.
   */
  follow(isActive: () => boolean, onCopied: (copied: CopiedArea | null) => void): () => void {
    const stops = [
      this.#listen(isActive),
      this.#clipboard.follow(),
      this.#clipboard.subscribe(() => onCopied(this.#clipboard.copied)),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  /** While cells are copied, Escape ends that, and Enter pastes them once. True when the key was about that. */
  takesKey(press: KeyPress): boolean {
    if (!this.#clipboard.copied || !isBareKey(press)) return false;
    if (press.key === 'Escape') return this.#clipboard.end();
    if (press.key !== 'Enter') return false;
    this.#pasteInto((sheet, range) => this.#clipboard.pasteOnce(sheet, range));
    return true;
  }

  /** Whether it can be asked how the copied cells are pasted; why not is said. */
  maySpecial(): boolean {
    const problem = this.#clipboard.specialProblem();
    if (problem) this.#say(problem);
    return problem === null && this.#target() !== null;
  }

  /** Pastes the copied cells in a special way. */
  pasteSpecial(options: PasteOptions): void {
    this.#pasteInto((sheet, range) => this.#clipboard.pasteSpecial(sheet, range, options));
  }

  /** Moves cells of the sheet in view elsewhere on it, copies them or puts them among others, and chooses them there. Data is replaced only where that is wanted. */
  drag(range: Range, to: CellPosition, how: DropHow): void {
    const { view, session, waiting } = this.#workspace;
    const { sheet } = view;
    const choose = view.chooserForLater();
    const dragAndChoose = async (): Promise<boolean> => {
      await session.settled();
      const landing = shifted(range, to);
      const isFree = how === 'insert' || this.#isEmpty(sheet, landing, how === 'copy' ? null : range);
      if (!isFree && !(await session.isWanted(replacing))) return false;
      const dragged = await this.#clipboard.drag(sheet, range, landing, how);
      if (!dragged.ok) this.#say(dragged.problem);
      else if (dragged.value) choose(dragged.value);
      return dragged.ok;
    };
    void waiting.during(dragAndChoose());
  }

  /** The ranges that are copied or cut now; null where none are. */
  get copied(): readonly Range[] | null {
    return this.#clipboard.copied?.ranges ?? null;
  }

  /** Puts the copied or cut cells among those from the active one on, which go out of their way along an axis. */
  insert(axis: Axis, areWhole: boolean): void {
    const { view, waiting, repeating } = this.#workspace;
    const insertAndChoose = async (): Promise<boolean> => {
      const choose = view.chooserForLater();
      const { top: row, left: column } = view.selection.range;
      const inserted = await this.#clipboard.insert(view.sheet, { row, column }, axis, areWhole);
      if (!inserted.ok) this.#say(inserted.problem);
      else if (inserted.value) choose(inserted.value);
      return inserted.ok;
    };
    const waitedFor = () => waiting.during(insertAndChoose());
    if (this.#clipboard.copied?.cut) void waitedFor();
    else void repeating.do('Insert copied cells', waitedFor);
  }

  /** Whether nothing stands in cells, but for those of a range that go elsewhere. */
  #isEmpty(sheet: string, range: Range, leaving: Range | null): boolean {
    const mirror = this.#workspace.session.sheet(sheet);
    const used = {
      ...range,
      bottom: Math.min(range.bottom, mirror.usedRows - 1),
      right: Math.min(range.right, mirror.usedColumns - 1),
    };
    return (leaving ? without(used, leaving) : [used])
      .flatMap((part) => cellsOf(part, sheet))
      .every(({ row, column }) => !mirror.isFilled(row, column));
  }

  #listen(isActive: () => boolean): () => void {
    const { waiting } = this.#workspace;
    return listenToClipboard({
      active: isActive,
      copy: (cut) =>
        waiting.isWaiting
          ? new Promise((resolve) => waiting.do(() => resolve(this.#copy(cut))))
          : this.#copy(cut),
      onLost: () => {
        this.#clipboard.end();
        this.#say({
          code: 'copy-took-too-long',
          message: 'So many cells could not be copied.',
          remedy: 'Copy a smaller part at a time, and wait a moment before you go on.',
        });
      },
      paste: (texts, valuesOnly) => this.#pasteTexts(texts, valuesOnly),
    });
  }

  #copy(cut: boolean): ClipboardTexts | Promise<ClipboardTexts | null> | null {
    const { view } = this.#workspace;
    const copied = this.#clipboard.copy(view.sheet, chosenRanges(view.selection), cut);
    if (copied.ok) return copied.value;
    this.#say(copied.problem);
    return null;
  }

  #pasteTexts(texts: ClipboardTexts, valuesOnly: boolean): void {
    const copiedBefore = this.#clipboard.copied;
    this.#workspace.waiting.do(() => {
      const { copied } = this.#clipboard;
      // A copy that waited as well has not come to the clipboard by then.
      const isNewer = copied !== null && copied !== copiedBefore;
      this.#pasteInto((sheet, range) =>
        this.#clipboard.paste(isNewer ? null : texts, sheet, range, {
          ...plainPaste,
          what: valuesOnly ? 'values' : 'all',
        }),
      );
    });
  }

  /** Pastes into the chosen range, and chooses what was filled; what is typed meanwhile comes after it. */
  #pasteInto(paste: (sheet: string, range: Range) => Promise<Pasted>): void {
    const { view, waiting, repeating } = this.#workspace;
    const pasteAndChoose = async (): Promise<boolean> => {
      const range = this.#target();
      if (!range) return false;
      const choose = view.chooserForLater();
      const pasted = await paste(view.sheet, range);
      if (!pasted.ok) this.#say(pasted.problem);
      else if (pasted.value) choose(pasted.value);
      return pasted.ok;
    };
    const waitedFor = () => waiting.during(pasteAndChoose());
    // What was cut is there only once.
    if (this.#clipboard.copied?.cut) void waitedFor();
    else void repeating.do('Paste', waitedFor);
  }

  /** The range into which is pasted; null where several are chosen, which is said. */
  #target(): Range | null {
    const { range, others } = this.#workspace.view.selection;
    if (others.length === 0) return range;
    this.#say(notOneTarget);
    return null;
  }
}

/** What is asked before cells are dragged upon others, in Excel's words. */
const replacing: Problem = {
  code: 'data-replaced',
  heading: 'Replace what is there?',
  message: 'There is already data in the cells onto which these are dragged.',
  remedy: 'OK replaces it; Cancel leaves everything as it is.',
};

/** The range with its first cell at a place. */
function shifted({ top, left, bottom, right }: Range, { row, column }: CellPosition): Range {
  return { top: row, left: column, bottom: row + bottom - top, right: column + right - left };
}
