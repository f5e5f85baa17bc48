import { failure, success, type Problem, type Result } from '../../shared/result.ts';
import type { Area, Range } from '../../shared/workbook/address.ts';
import type { Axis } from '../../shared/workbook/structure/line-change.ts';
import { insertion } from './cell-insertion.ts';
import { cutInsertion } from './inserted-cells.ts';
import type { Command } from '../../shared/workbook/command.ts';
import type { EntryLocale } from '../../shared/workbook/entry-locale.ts';
import { isFilteredOut } from '../filter/rows-in-sight.ts';
import { rangesText, rangeText } from '../range-text.ts';
import type { Session } from '../session.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import { Topics } from '../session/topics.ts';
import { userLocale } from '../user-locale.ts';
import { maximumCells, type Block, type OwnBlock } from './block.ts';
import { clipboardSteps, type ClipboardTexts } from './clipboard-data.ts';
import { withCarriedFormats } from '../../shared/workbook/conditional/carry-formats.ts';
import type { ConditionalFormat } from '../../shared/workbook/conditional/conditional-format.ts';
import { copiedCells } from './copied-cells.ts';
import { htmlSteps } from './html-read.ts';
import { atOnce, inSlices } from './in-slices.ts';
import { pasteSteps, type PasteTarget } from './paste.ts';
import { asOneStep, pasteParts } from './paste-command.ts';
import { plainPaste, type PasteOptions } from './paste-options.ts';
import { linkedBlock } from './linked-block.ts';
import { linedUp, notTogether } from './lined-up.ts';
import { pasteRange, tooManyCells } from './paste-range.ts';
import { copyOf, privateSteps } from './private-data.ts';
import { textSteps } from './text-table.ts';

/** Cells that were copied or cut here and are outlined until that ends. */
export interface CopiedArea {
  readonly sheet: string;
  /** One rectangle, or several whose rows and columns line up. */
  readonly ranges: readonly Range[];
  readonly cut: boolean;
}

interface Copied extends CopiedArea {
  readonly copy: string;
  /** Later where the engine has not answered what was entered last. */
  readonly block: OwnBlock | Promise<OwnBlock>;
  /** True once everything that was sent before the copy is answered. */
  isSettled: boolean;
  /** The text that other programs get; null while it is worked out. */
  text: string | null;
}

/** More cells than this are made into texts little by little, while the screen goes on. */
const cellsAtOnce = 10_000;

/** What a paste did: the cells it wrote; null where there was nothing to do. */
export type Pasted = Result<Range | null>;

/**
 * Copy, cut and paste. Other programs get displayed texts and exact values; a paste of cells that were
 * copied in a window of this program carries looks, notes and formulas, with their relative references
 * moved along.
 * A copy ends as in Excel: with Escape, with the next copy, and when the workbook is changed by
 * anything but a paste. The clipboard still holds the cells then, but cut cells are no longer moved.
 */
export class CellClipboard {
  readonly #session: Session;
  readonly #locale: () => EntryLocale | undefined;
  readonly #topics = new Topics<'copied'>();
  #copied: Copied | null = null;
  #pastes = 0;

  constructor(session: Session, locale: () => EntryLocale | undefined = userLocale) {
    this.#session = session;
    this.#locale = locale;
  }

  /** Ends copies as the workbook changes. Gives the function that stops this. */
  follow(): () => void {
    return this.#session.subscribe('history', () => {
      if (this.#pastes === 0 && this.#copied?.isSettled) this.end();
    });
  }

  /** The cells that were copied or cut last, until that ends. */
  get copied(): CopiedArea | null {
    return this.#copied;
  }

  /** Calls back when cells are copied and when that ends. Gives the function that ends it. */
  subscribe(listener: () => void): () => void {
    return this.#topics.subscribe('copied', listener);
  }

  /**
   * Copies cells, or cuts them, and gives what belongs onto the clipboard. Several rectangles are
   * copied as one, if their rows and columns line up, and rows that a filter hides are left out. That takes a while for many cells, and where the
   * engine has not answered the last entry; null then means that cells were copied anew meanwhile.
   */
  copy(
    sheet: string,
    ranges: readonly Range[],
    cut: boolean,
  ): Result<ClipboardTexts | Promise<ClipboardTexts | null>> {
    const lines = cut && ranges.length > 1 ? null : linedUp(ranges);
    if (!lines) return failure(notTogether(cut ? 'cut' : 'copied', rangesText(sheet, ranges)));
    const count = ranges.reduce(
      (sum, range) => sum + (range.bottom - range.top + 1) * (range.right - range.left + 1),
      0,
    );
    if (count > maximumCells) return failure(tooManyCells('copied', count, rangesText(sheet, ranges)));
    const { isSettled } = this.#session;
    const mirror = this.#session.sheet(sheet);
    const rows = cut ? lines.rows : lines.rows.filter((row) => !isFilteredOut(mirror, row));
    const read = () => copiedCells(this.#session, sheet, { ...lines, rows });
    const block = isSettled ? read() : this.#session.settled().then(read);
    const copied: Copied = { copy: crypto.randomUUID(), sheet, ranges, cut, block, isSettled, text: null };
    this.#set(copied);
    if (block instanceof Promise || count > cellsAtOnce) return success(this.#textsLater(copied));
    const texts = atOnce(clipboardSteps(copied.copy, block));
    copied.text = texts.text;
    return success(texts);
  }

  /** Ends a copy; true when there was one. */
  end(): boolean {
    if (!this.#copied) return false;
    this.#set(null);
    return true;
  }

  /** Pastes what is on the clipboard, or with null what was copied here, into the chosen cells, as one command. */
  async paste(
    texts: ClipboardTexts | null,
    sheet: string,
    chosen: Range,
    options: PasteOptions = plainPaste,
  ): Promise<Pasted> {
    const copied = this.#copied;
    if (copied && (texts === null || isSameCopy(copied, texts)))
      return copied.cut
        ? this.#move(copied, sheet, chosen)
        : this.#writeCopied(copied, sheet, chosen, options);
    this.end();
    const block = texts && (await this.#read(texts));
    return block ? this.#write(block, null, sheet, chosen, options) : success(null);
  }

  /** Pastes the cells that were copied or cut here, once, as Enter does in Excel. */
  async pasteOnce(sheet: string, chosen: Range): Promise<Pasted> {
    const copied = this.#copied;
    if (!copied) return success(null);
    if (copied.cut) return this.#move(copied, sheet, chosen);
    const pasted = await this.#writeCopied(copied, sheet, chosen, plainPaste);
    if (pasted.ok) this.end();
    return pasted;
  }

  /** Moves cells elsewhere on their sheet, copies them there or puts them among others, as dragging them does; what was copied before is no longer. */
  async drag(sheet: string, range: Range, to: Range, how: 'move' | 'copy' | 'insert'): Promise<Pasted> {
    const source = { sheet, ranges: [range] };
    const chosen = { ...to, bottom: to.top, right: to.left };
    if (how === 'move') return this.#move(source, sheet, chosen);
    if (how === 'insert') {
      // Along the way they were dragged; straight to the side, others go to the side.
      const axis = to.top === range.top ? 'columns' : 'rows';
      const made = cutInsertion({ sheet, range }, { sheet, range: to, axis });
      if (!made.ok) return made;
      this.end();
      return made.value ? this.#send(made.value.command, made.value.range) : success(null);
    }
    const lines = linedUp([range]);
    if (!lines) return success(null);
    await this.#session.settled();
    this.end();
    return this.#write(copiedCells(this.#session, sheet, lines), source, sheet, chosen, plainPaste);
  }

  /** Pastes the cells that were copied here as the options say. */
  async pasteSpecial(sheet: string, chosen: Range, options: PasteOptions): Promise<Pasted> {
    const copied = this.#copied;
    const problem = this.specialProblem();
    if (problem) return failure(problem);
    return copied ? this.#writeCopied(copied, sheet, chosen, options) : success(null);
  }

  /** Why nothing can be pasted in a special way now; null when it can. */
  specialProblem(): Problem | null {
    if (this.#copied?.cut)
      return {
        code: 'cut-not-copied',
        message: 'Cut cells can only be moved as they are.',
        remedy: 'Press Ctrl+V to move them, or copy them instead.',
      };
    if (this.#copied) return null;
    return {
      code: 'nothing-copied',
      message: 'No cells are copied.',
      remedy: 'Copy cells of a sheet first; what comes from another program is pasted with Ctrl+V.',
    };
  }

  async #textsLater(copied: Copied): Promise<ClipboardTexts | null> {
    const block = await copied.block;
    copied.isSettled = true;
    const texts = await inSlices(clipboardSteps(copied.copy, block));
    copied.text = texts.text;
    return this.#copied === copied ? texts : null;
  }

  async #writeCopied(
    { block, sheet: from, ranges }: Copied,
    sheet: string,
    chosen: Range,
    options: PasteOptions,
  ): Promise<Pasted> {
    const source = { sheet: from, ranges };
    if (options.what !== 'links') return this.#write(await block, source, sheet, chosen, options);
    const mirror = this.#session.sheet(from);
    const lines = linedUp(ranges);
    const rows = lines?.rows.filter((row) => !isFilteredOut(mirror, row));
    if (!lines || !rows) return success(null);
    const corner = { row: chosen.top, column: chosen.left };
    const place = { sheet: from, isOther: from !== sheet };
    const links = linkedBlock(await block, { ...lines, rows }, place, corner);
    return this.#write(links, source, sheet, chosen, { ...plainPaste, what: 'formulas' });
  }

  async #read({ text, html, own }: ClipboardTexts): Promise<Block | null> {
    const block =
      (own === '' ? null : await inSlices(privateSteps(own))) ??
      (await inSlices(htmlSteps(html, this.#locale())));
    if (block || text === '') return block;
    const rows = await inSlices(textSteps(text));
    const columns = rows.reduce((most, row) => Math.max(most, row.length), 1);
    return { kind: 'texts', columns, rows };
  }

  async #write(
    block: Block,
    from: Pick<Copied, 'sheet' | 'ranges'> | null,
    sheet: string,
    chosen: Range,
    options: PasteOptions,
  ): Promise<Pasted> {
    // What stands in the cells counts, and what was entered last may be on its way to the engine still.
    await this.#session.settled();
    const made = await inSlices(pasteSteps(block, this.#target(sheet, chosen), options));
    if (!made.ok) return made;
    const { range } = made.value;
    const where = rangeText(sheet, range);
    const label =
      from === null ? `Paste into ${where}` : `Paste ${rangesText(from.sheet, from.ranges)} into ${where}`;
    const formats = from && this.#carriedFormats(from, { sheet, range }, options);
    const command = asOneStep(label, pasteParts(label, made.value, formats));
    return command ? this.#send(command, range) : success(range);
  }

  /** The conditional formats after cells of this workbook were pasted with their looks; null where they stay as they are. */
  #carriedFormats(
    { sheet, ranges }: Pick<Copied, 'sheet' | 'ranges'>,
    to: Area,
    { what, transpose, skipBlanks }: PasteOptions,
  ): readonly ConditionalFormat[] | null {
    const [range, ...others] = ranges;
    const isCarried = (what === 'all' || what === 'formats') && !transpose && !skipBlanks;
    if (!range || others.length > 0 || !isCarried) return null;
    const before = this.#session.conditionalFormats;
    const after = withCarriedFormats(before, { sheet, range }, to);
    return after === before ? null : after;
  }

  /**
   * Puts the copied or cut cells among others, which go out of their way along an axis; whole rows or columns that
   * were cut on the same sheet are moved as such. Gives the cells that hold them then.
   */
  async insert(sheet: string, at: CellPosition, axis: Axis, areWhole: boolean): Promise<Pasted> {
    const copied = this.#copied;
    if (!copied) return success(null);
    await this.#session.settled();
    const put = { sheet, at, axis, areWhole };
    const made = await insertion({ ...copied, block: await copied.block }, put, (range) =>
      this.#target(sheet, range),
    );
    if (!made.ok) return made;
    if (!made.value) return success(null);
    const moved = await this.#send(made.value.command, made.value.range);
    if (moved.ok && copied.cut) this.end();
    return moved;
  }

  /** Moves cut cells; references to them follow. */
  async #move(
    { sheet: from, ranges }: Pick<Copied, 'sheet' | 'ranges'>,
    sheet: string,
    chosen: Range,
  ): Promise<Pasted> {
    const [source] = ranges;
    if (!source) return success(null);
    const { top: row, left: column } = chosen;
    const size = { rows: source.bottom - source.top + 1, columns: source.right - source.left + 1 };
    const fitting = pasteRange(sheet, { top: row, left: column, bottom: row, right: column }, size);
    if (!fitting.ok) return fitting;
    const range = fitting.value;
    const moved = await this.#send(
      {
        kind: 'moveCells',
        label: `Move ${rangeText(from, source)} to ${rangeText(sheet, range)}`,
        from: { sheet: from, range: source },
        to: { sheet, row, column },
      },
      range,
    );
    if (moved.ok) this.end();
    return moved;
  }

  async #send(command: Command, range: Range): Promise<Pasted> {
    this.#pastes++;
    try {
      const answer = await this.#session.dispatch(command);
      return answer.ok ? success(range) : answer;
    } finally {
      this.#pastes--;
    }
  }

  #target(sheet: string, chosen: Range): PasteTarget {
    const mirror = this.#session.sheet(sheet);
    return {
      sheet,
      chosen,
      cellAt: (row, column) => mirror.cell(row, column),
      styleOf: (cell) => this.#session.styleOf(cell),
      ruleAt: this.#session.rulesOn(sheet),
      mayCarry: (settings) => this.#session.mayHold(settings),
      locale: this.#locale(),
    };
  }

  #set(copied: Copied | null): void {
    this.#copied = copied;
    this.#topics.tell('copied');
  }
}

/**
 * Whether the clipboard still holds a copy, or soon will. It may have gone through a program that keeps
 * only text.
 */
function isSameCopy({ copy, text }: Copied, now: ClipboardTexts): boolean {
  if (text === null) return true;
  return now.own === ''
    ? now.html === '' && plainLines(now.text) === plainLines(text)
    : copyOf(now.own) === copy;
}

/** The system may change line ends and add one at the end. */
function plainLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
}
