import { compareScenarios } from '../../shared/analysis/scenarios.ts';
import { audit } from '../../shared/audit/audit.ts';
import { traceOf } from '../../shared/audit/trace.ts';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import { exportWarnings } from '../../shared/exchange/xlsx/export-warnings.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { exampleDocument } from '../../shared/function-guide/example-cells.ts';
import { buildModel } from '../../shared/model/build.ts';
import { success, type Result } from '../../shared/result.ts';
import type { Stamp } from '../../shared/workbook/change-log/log-entry.ts';
import type { Changes } from '../../shared/workbook/changes.ts';
import type { PassedShape } from '../../shared/workbook/step-history.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import type {
  ChangesToShow,
  EngineAnswer,
  EngineMessage,
  EngineMethod,
  EngineRequest,
  EngineRequests,
  HistoryState,
  OpenedDocument,
  OpenedWorkbook,
  XlsxExport,
} from './protocol.ts';
import { InvalidSearch } from './invalid-search.ts';
import { packedCells } from './packed-cells.ts';
import { unpackCommand } from './sent-command.ts';
import { ResultRefresh } from './result-refresh.ts';

type Answers = {
  readonly [Method in EngineMethod]: (
    input: EngineRequests[Method]['input'],
  ) => EngineRequests[Method]['output'] | Promise<EngineRequests[Method]['output']>;
};

/**
 * Owns the workbook and answers what the screen asks, one request after the other in the order in
 * which they come. Between requests it brings the results of what-if tables up to date.
 */
export class EngineService {
  readonly #post: (message: EngineMessage) => void;
  readonly #refresh: ResultRefresh;
  readonly #invalid: InvalidSearch;
  #workbook: Workbook | null = null;
  /** The cells that examples of functions read. */
  #examples: Workbook | null = null;
  /** Who asked what is being answered, and when. */
  #stamp: Stamp | null = null;
  #waiting = 0;
  #expectsEntry = false;
  #last: Promise<unknown> = Promise.resolve();

  /** `post` takes every answer, and the news that nobody asked for. */
  constructor(post: (message: EngineMessage) => void) {
    this.#post = post;
    this.#refresh = new ResultRefresh((news) => {
      post({ news });
      if (news.upToDate) this.#lookForInvalid();
    });
    this.#invalid = new InvalidSearch((invalid) => post({ news: { invalid } }));
  }

  /** Takes a request; its answer is posted when it is there. */
  receive(request: EngineRequest): void {
    this.#waiting++;
    this.#refresh.standAside();
    this.#invalid.standAside();
    this.#last = this.#last.then(async () => {
      this.#post(await this.#answer(request));
      this.#waiting--;
      if (this.#waiting === 0 && !this.#expectsEntry) this.#invalid.goOn(() => this.#refresh.goOn());
    });
  }

  async #answer({ id, method, input, stamp }: EngineRequest): Promise<EngineAnswer> {
    this.#stamp = stamp;
    try {
      // The page sends each method with its own input; both ends are this program's.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      const give = this.#answers[method] as (input: unknown) => unknown;
      return { id, ok: true, output: await give(input) };
    } catch (error) {
      return {
        id,
        ok: false,
        error: error instanceof Error ? (error.stack ?? error.message) : String(error),
      };
    }
  }

  readonly #answers: Answers = {
    open: (input) => this.#open(input),
    apply: ({ command, consent }) => {
      const applied = this.#current.apply(unpackCommand(command), { consent });
      return applied.ok ? success(this.#changed(applied.value)) : applied;
    },
    undo: () => this.#stepped(this.#current.undo()),
    redo: () => this.#stepped(this.#current.redo()),
    goTo: ({ done }) => this.#current.goTo(done, (changes, passed) => this.#changed(changes, passed)),
    historySteps: () => this.#current.historySteps,
    changes: ({ of, most }) => {
      const events = this.#current.changes(of);
      return { events: events.slice(0, most), older: Math.max(0, events.length - most) };
    },
    stepPlaces: ({ entry }) => this.#current.stepPlaces(entry),
    serialize: () => writeRoundtripFile(this.#current.loggedDocument),
    setZoom: ({ sheet, zoom }) => {
      this.#current.setZoom(sheet, zoom);
      return null;
    },
    expectCommand: ({ entry }) => {
      this.#expectsEntry = entry;
      return null;
    },
    exportXlsx: () => this.#exportXlsx(),
    exampleResult: ({ formula }) => (this.#examples ??= Workbook.open(exampleDocument())).calculate(formula),
    arrayAt: ({ address }) => this.#current.spillAt(address) ?? null,
    allowedAt: ({ address }) => this.#current.allowedAt(address),
    partText: ({ address, formula }) => this.#current.partText(formula, address),
    explainError: ({ address }) => this.#current.explainError(address),
    trace: ({ address }) => traceOf(this.#current, address),
    audit: () => audit(this.#current),
    compareScenarios: () => compareScenarios(this.#current),
  };

  get #current(): Workbook {
    if (!this.#workbook) throw new Error('The engine was asked before a workbook was open');
    return this.#workbook;
  }

  #open({ source, hyperformulaKey }: EngineRequests['open']['input']): Result<OpenedWorkbook> {
    const read =
      source.kind === 'seeds' ? success(buildModel()) : readRoundtripFile(source.text, source.name);
    if (!read.ok) return read;
    const opened = Workbook.open(read.value, hyperformulaKey, () => this.#stamp);
    // Only now: a file that cannot be read leaves the open workbook as it is.
    this.#workbook?.close();
    this.#workbook = opened;
    this.#expectsEntry = false;
    this.#refresh.startOver(opened);
    this.#invalid.open(opened);
    return success({
      title: opened.document.title,
      ...documentOf(opened),
      history: historyOf(opened),
    });
  }

  #stepped(changes: Changes | null): ChangesToShow | null {
    return changes && this.#changed(changes);
  }

  /** `passed` are the shapes on the way, where that was more than one step. */
  #changed(
    changes: Changes,
    passed: readonly PassedShape[] = [{ shape: this.#current.shape, reshaping: changes.reshaping }],
  ): ChangesToShow {
    if (changes.isRecalculated) this.#refresh.startOver(this.#current);
    this.#invalid.startOver(this.#current);
    return {
      ...changes,
      contents: packedCells(changes.contents, ({ content }) => content),
      values: packedCells(changes.values, ({ value }) => value),
      history: historyOf(this.#current),
      passed,
      reopened: changes.reshaping && documentOf(this.#current),
    };
  }

  /** Results that were written may be invalid, or others since. */
  #lookForInvalid(): void {
    this.#invalid.startOver(this.#current);
    this.#invalid.goOn(() => {});
  }

  async #exportXlsx(): Promise<XlsxExport> {
    this.#refresh.finish();
    return { bytes: await writeXlsx(this.#current), warnings: exportWarnings(this.#current) };
  }
}

function documentOf(workbook: Workbook): OpenedDocument {
  const {
    styles,
    names,
    namedFormulas = [],
    sheets,
    bounds = [],
    validations = [],
    whatIfTables = [],
    conditionalFormats = [],
  } = workbook.document;
  return {
    styles,
    names,
    namedFormulas,
    bounds,
    validations,
    whatIfTables,
    conditionalFormats,
    sheets: sheets.map((sheet) => ({
      ...sheet,
      values: workbook.sheetValues(sheet.name),
      conditionalLooks: workbook.conditionalLooks(sheet.name),
    })),
  };
}

function historyOf({ undoLabel, redoLabel, shape }: Workbook): HistoryState {
  return { undoLabel, redoLabel, shape };
}
