import type { Problem } from '../shared/result.ts';
import type { Address, Range } from '../shared/workbook/address.ts';
import type { Command, SetCells } from '../shared/workbook/command.ts';
import { isFormula } from '../shared/workbook/document.ts';
import { editText, readEntry } from '../shared/workbook/entry.ts';
import {
  pointAt,
  pointsOn,
  referenceBehind,
  type Caret,
  type PointedCells,
  type PointedReference,
} from './formula-bar/pointing.ts';
import { turnReference } from './formula-bar/turn-reference.ts';
import { TextHistory } from './formula-bar/text-history.ts';
import type { Session } from './session.ts';
import { entryLabel } from './entry-label.ts';
import { entryCells, type EntryTarget } from './entry-cells.ts';
import { withFormulaFormat } from './session/entry-format.ts';
import { givenUp, reconsidered } from './session/consent.ts';
import { Topics } from './session/topics.ts';
import { userLocale } from './user-locale.ts';

/** Where the text cursor is while a cell is edited. */
export type EditingPlace = 'cell' | 'bar';

export interface EditState {
  readonly address: Address;
  readonly text: string;
  /** A text of the column that goes on where the typed one ends: the rest of `text` behind that is from it. */
  readonly proposal: { readonly entry: string; readonly typed: string } | null;
  readonly place: EditingPlace;
  /** True when typing over the cell began the edit: arrow keys then leave it, as in Excel. */
  readonly typedOver: boolean;
  /** The reference that was pointed at last; null once something was typed. */
  readonly pointed: PointedReference | null;
  /** The engine is looking at the text; keys wait. */
  readonly committing: boolean;
  /** Why the text was refused; it stays until the text changes. */
  readonly problem: Problem | null;
}

type WidthFor = (cell: SetCells['cells'][number]) => number | null;

/** An entry that was refused while another was being typed. */
export interface LateRefusal {
  readonly text: string;
  readonly address: Address;
  readonly problem: Problem;
}

/**
 * The one edit that is under way, whether its cursor is in the cell or in the formula bar. Both
 * show this text; nothing reaches the workbook before it is committed.
 */
export class Editing {
  readonly #session: Session;
  readonly #topics = new Topics<'edit'>();
  #state: EditState | null = null;
  #history = new TextHistory();
  #underWay: Promise<boolean> | null = null;
  /** Whether the engine took the last entry that closed before its answer. */
  #lastAnswer: Promise<boolean> = Promise.resolve(true);
  #isGivenUp = false;
  readonly #lateListeners = new Set<(refusal: LateRefusal) => void>();
  #widthFor: WidthFor = () => null;

  constructor(session: Session) {
    this.#session = session;
  }

  get state(): EditState | null {
    return this.#state;
  }

  /** Asks how wide the column of an entry has to be, in CSS pixels at 100 %; null where it stays as it is. */
  widenBy(widthFor: WidthFor): void {
    this.#widthFor = widthFor;
  }

  /** True when the person did without the entry that was committed last, once it was asked about. */
  get isGivenUp(): boolean {
    return this.#isGivenUp;
  }

  /**
   * Opens a cell. Without `text` its own content is edited; with it, it is typed over, and arrow keys leave
   * it unless `typedOver` says otherwise.
   */
  begin(
    { sheet, row, column }: Address,
    place: EditingPlace,
    text?: string,
    typedOver = text !== undefined,
  ): void {
    const address = { sheet, row, column };
    const cell = this.#session.cell(address);
    const own = editText(cell?.content ?? null, this.#session.styleOf(cell)?.format, userLocale());
    this.#history = new TextHistory();
    this.#set({
      address,
      text: text ?? own,
      proposal: null,
      place,
      typedOver,
      pointed: null,
      committing: false,
      problem: null,
    });
  }

  /** The text is another one; with `proposed`, one that begins so and stands in the column, the rest is from that. */
  type(text: string, proposed?: string): void {
    this.#write(text, null, false, proposed);
  }

  /**
   * Puts a reference to cells at the text cursor, in place of the one pointed at just before, or with
   * `adds` beside it. Gives where the text cursor then stands; undefined where no reference can stand.
   */
  point(cells: PointedCells, caret: Caret, adds = false): number | undefined {
    const state = this.#state;
    if (!state || state.committing) return undefined;
    const put = pointAt(state.text, caret, state.pointed, cells, state.address.sheet, adds);
    if (!put) return undefined;
    this.#write(put.text, put.pointed, pointsOn(caret, state.pointed) && !adds);
    return put.pointed.to;
  }

  /** Turns the references at the text cursor between fixed and moving ones, as F4 does; gives what is then chosen. */
  turn(caret: Caret): Caret | undefined {
    const state = this.#state;
    if (!state) return undefined;
    const isPointed = pointsOn(caret, state.pointed);
    const turned = turnReference(state.text, caret, isPointed);
    if (!turned) return undefined;
    this.#write(turned.text, isPointed ? { ...state.pointed, to: turned.caret.end } : null);
    return turned.caret;
  }

  /** Takes the last change of the text back, or makes it again. Gives where the text cursor then stands. */
  step(back: boolean): number | undefined {
    const state = this.#state;
    if (!state || state.committing) return undefined;
    const now = typedText(state);
    const restored = back ? this.#history.undo(now) : this.#history.redo(now);
    if (!restored) return undefined;
    this.#set({ ...state, text: restored.text, proposal: null, pointed: null, problem: null });
    return restored.caret;
  }

  #write(typed: string, pointed: PointedReference | null, goesOn = false, proposed?: string): void {
    const state = this.#state;
    if (!state || state.committing) return;
    const before = typedText(state);
    const proposal = proposed === undefined ? null : { entry: proposed, typed };
    const text = proposed === undefined ? typed : typed + proposed.slice(typed.length);
    if (typed === before && text === state.text && pointed === state.pointed) return;
    if (typed !== before) this.#history.record(before, typed, goesOn);
    this.#set({ ...state, text, proposal, pointed, problem: null });
  }

  /** Moves the text cursor to the cell or the bar. */
  moveTo(place: EditingPlace): void {
    if (this.#state && this.#state.place !== place) this.#set({ ...this.#state, place, typedOver: false });
  }

  /** The entry goes on in the cell or the bar as it was: arrow keys do what they did. */
  goOnIn(place: EditingPlace): void {
    if (this.#state && this.#state.place !== place) this.#set({ ...this.#state, place });
  }

  /**
   * What F2 does while a cell is edited: arrow keys, which point at cells or leave the cell, move inside the
   * text from now on, and the other way round. A reference that ends at the text cursor can then be
   * pointed elsewhere.
   */
  changeArrows(caret: Caret): void {
    const state = this.#state;
    if (!state) return;
    if (state.typedOver || pointsOn(caret, state.pointed))
      this.#set({ ...state, typedOver: false, pointed: null });
    else {
      const pointed = referenceBehind(state.text, caret.end, state.address.sheet) ?? null;
      this.#set({ ...state, typedOver: true, pointed });
    }
  }

  /** Ends the edit; the cell stays as it was. */
  cancel(): void {
    if (this.#state) this.#set(null);
  }

  /** Takes away the message; the text stays. */
  dismissProblem(): void {
    if (this.#state?.problem) this.#set({ ...this.#state, problem: null });
  }

  /**
   * Writes the text into the cell, or with `into` into the cells around it (see `entryCells`). True
   * when it was taken; on a refusal the edit stays open with its text and says why. Asked again while
   * the engine looks at the text, it gives the same answer.
   *
   * Numbers and words are as good as taken, so the cell closes at once and the next can be typed;
   * should the engine refuse one all the same, its cell opens again. Formulas wait for the answer, and
   * so does what a validation may refuse.
   */
  commit(into?: EntryTarget): Promise<boolean> {
    this.#underWay ??= this.#commit(into).finally(() => {
      this.#underWay = null;
    });
    return this.#underWay;
  }

  /**
   * Commits, and waits until the engine has answered. False when the entry was refused; one that is
   * begun while the engine answers is left alone.
   */
  async settled(): Promise<boolean> {
    return (await this.commit()) && this.#lastAnswer;
  }

  async #commit(into?: EntryTarget): Promise<boolean> {
    const state = this.#state;
    if (!state) return true;
    this.#lastAnswer = Promise.resolve(true);
    const { address } = state;
    const text = state.proposal?.entry ?? state.text;
    const cell = this.#session.cell(address);
    const current = { format: this.#session.styleOf(cell)?.format, content: cell?.content ?? null };
    const locale = userLocale();
    const read = readEntry(text, current, locale);
    const entry = withFormulaFormat(this.#session, read, address.sheet, current.format);
    const { content } = entry;
    // The text of a number may have a format of its own; one that was only looked at stays as it is.
    const keepsFormat = !entry.format || text === editText(current.content, current.format, locale);
    if (!into && content === current.content && keepsFormat) {
      this.#set(null);
      return true;
    }
    const waits = isFormula(content) || this.#session.validationAt(address)?.alert !== undefined;
    this.#set(waits ? { ...state, committing: true, problem: null } : null);
    const cells = entryCells(this.#session, address, entry, into);
    const sent = this.#session.dispatch(
      this.#command(entryLabel(text, address), address, cells, into?.ranges),
    );
    if (!waits) {
      this.#lastAnswer = sent.then((answer) => {
        if (!answer.ok) this.#reopen(state, answer.problem);
        return answer.ok;
      });
      return true;
    }
    const answer = await sent.catch((bug: unknown) => {
      // The text must not be locked away by a bug.
      this.#set({ ...state, committing: false });
      throw bug;
    });
    this.#isGivenUp = !answer.ok && answer.problem === givenUp;
    if (answer.ok || this.#isGivenUp) this.#set(null);
    else {
      const problem = answer.problem === reconsidered ? null : answer.problem;
      this.#set({ ...state, committing: false, problem });
    }
    return answer.ok;
  }

  /**
   * Writes the cells. A text with a line break wraps from now on, and the column of the entry is widened where its
   * number needs that, as in Excel.
   */
  #command(
    label: string,
    { sheet, row, column }: Address,
    cells: SetCells['cells'],
    into: readonly Range[] = cells.map((cell) => rangeOfCell(cell.row, cell.column)),
  ): Command {
    const written: SetCells = { kind: 'setCells', label, cells };
    const own = cells.find((cell) => cell.row === row && cell.column === column);
    const width = own && this.#widthFor(own);
    if (width !== undefined && width !== null) {
      const widened = { kind: 'setColumnWidth', label, sheet, first: column, last: column, width } as const;
      return { kind: 'several', label, commands: [written, widened] };
    }
    const breaks = cells.some(({ content }) => typeof content === 'string' && content.includes('\n'));
    const wraps = cells.every((cell) => this.#session.styleOf(this.#session.cell(cell))?.wrap === true);
    if (!breaks || wraps || isFormula(cells[0]?.content)) return written;
    const areas = into.map((range) => ({ sheet, range, look: { wrap: true } }));
    return { kind: 'several', label, commands: [written, { kind: 'setLooks', label, areas }] };
  }

  /** Calls back with entries that were refused after the next one had been begun. */
  onLateRefusal(listener: (refusal: LateRefusal) => void): () => void {
    this.#lateListeners.add(listener);
    return () => this.#lateListeners.delete(listener);
  }

  #reopen(state: EditState, problem: Problem): void {
    if (this.#state === null) this.#set({ ...state, committing: false, problem });
    else
      for (const listener of this.#lateListeners)
        listener({ text: state.text, address: state.address, problem });
  }

  subscribe(listener: () => void): () => void {
    return this.#topics.subscribe('edit', listener);
  }

  #set(state: EditState | null): void {
    if ((state === null) !== (this.#state === null)) this.#session.expectCommand(state !== null);
    this.#state = state;
    this.#topics.tell('edit');
  }
}

function typedText({ text, proposal }: EditState): string {
  return proposal?.typed ?? text;
}

function rangeOfCell(row: number, column: number): Range {
  return { top: row, left: column, bottom: row, right: column };
}
