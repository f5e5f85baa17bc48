import type { Finding } from '../../shared/audit/finding.ts';
import { addressText, type Address, type Range } from '../../shared/workbook/address.ts';
import { movedAddress, type Reshaping } from '../../shared/workbook/document-changes.ts';
import type { Session } from '../session.ts';
import { Topics } from '../session/topics.ts';
import type { SheetView } from '../sheet-view.ts';
import { TraceStore } from './trace-store.ts';

/** The pages of the panel. */
export type AuditTab = 'cell' | 'history' | 'watch' | 'findings';

/** What the panel shows. */
export interface DeskState {
  /** True while the panel is on the screen. */
  readonly inSight: boolean;
  readonly tab: AuditTab;
  /** The cell that is looked into. */
  readonly inspected: Address;
  /** Cells whose values stay in sight, in the order in which they were added. */
  readonly watched: readonly Address[];
  /** Null until the workbook was audited. */
  readonly findings: readonly Finding[] | null;
  readonly auditing: boolean;
  /** True when the workbook has changed since the findings were made. */
  readonly findingsAreOld: boolean;
}

/** The panel beside the grid: which cell it looks into, the watch list and the findings. */
export class AuditDesk {
  readonly traces: TraceStore;
  readonly #session: Session;
  readonly #view: SheetView;
  readonly #topics = new Topics<'desk'>();
  /** Watched cells that went with their lines or sheets, and the shape of the workbook that had them: undo brings both back. */
  #lost: readonly { readonly shape: number; readonly address: Address }[] = [];
  #shape: number;
  /** True while the panel itself leads to a cell: what it looks into stays. */
  #leading = false;
  #state: DeskState;

  constructor(session: Session, view: SheetView) {
    this.#session = session;
    this.#view = view;
    this.#shape = session.history.shape;
    this.traces = new TraceStore(session);
    this.#state = {
      inSight: false,
      tab: 'cell',
      inspected: view.selection,
      watched: [],
      findings: null,
      auditing: false,
      findingsAreOld: false,
    };
    view.subscribe(() => {
      if (!this.#leading) this.#change({ inspected: view.selection });
    });
    session.subscribe('history', () => {
      this.#shape = session.history.shape;
      if (this.#state.findings) this.#change({ findingsAreOld: true });
    });
    session.onReshaped((reshaping) => this.#follow(reshaping));
  }

  get state(): DeskState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    return this.#topics.subscribe('desk', listener);
  }

  /** The panel has come into sight. Gives the function that tells that it is gone. */
  comeIntoSight(): () => void {
    this.#change({ inSight: true });
    return () => this.#change({ inSight: false });
  }

  /** Turns to a page; the findings are made when they are first looked at. */
  show(tab: AuditTab): void {
    this.#change({ tab });
    if (tab === 'findings' && this.#state.findings === null) void this.audit();
  }

  /** Chooses cells in the grid and goes on looking into the same cell. Does nothing where their sheet is gone. */
  lead(sheet: string, range: Range): void {
    if (!this.#session.hasSheet(sheet)) return;
    this.#leading = true;
    this.#view.select({ sheet, row: range.top, column: range.left }, range);
    this.#leading = false;
  }

  isWatched(address: Address): boolean {
    return this.#state.watched.some((watched) => sameCell(watched, address));
  }

  /** Adds a cell to the watch list; one that is there already stays where it is. */
  watch({ sheet, row, column }: Address): void {
    const address = { sheet, row, column };
    if (!this.isWatched(address)) this.#change({ watched: [...this.#state.watched, address] });
  }

  unwatch(address: Address): void {
    this.#change({ watched: this.#state.watched.filter((watched) => !sameCell(watched, address)) });
  }

  /** Audits the workbook as it is now. */
  async audit(): Promise<void> {
    if (this.#state.auditing) return;
    this.#change({ auditing: true, findingsAreOld: false });
    try {
      this.#change({ findings: await this.#session.ask('audit', {}) });
    } finally {
      this.#change({ auditing: false });
    }
  }

  /** Keeps hold of cells whose lines or sheets moved, and of those that are gone for as long as they may come back. */
  #follow(reshaping: Reshaping): void {
    const { shape } = this.#session.history;
    const back = this.#lost.filter((lost) => lost.shape === shape);
    const watched = this.#state.watched.map((address) => ({
      address,
      now: movedAddress(address, reshaping),
    }));
    const gone = watched.filter(({ now }) => now === null);
    this.#lost = [
      ...this.#lost.filter((lost) => lost.shape !== shape),
      ...gone.map(({ address }) => ({ shape: this.#shape, address })),
    ];
    this.#change({
      inspected: this.#view.selection,
      watched: [...watched.flatMap(({ now }) => now ?? []), ...back.map(({ address }) => address)],
      findingsAreOld: this.#state.findings !== null,
    });
  }

  #change(change: Partial<DeskState>): void {
    this.#state = { ...this.#state, ...change };
    this.#topics.tell('desk');
  }
}

function sameCell(one: Address, other: Address): boolean {
  return addressText(one) === addressText(other);
}
