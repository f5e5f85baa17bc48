import type { ScenarioComparison } from '../../shared/analysis/scenarios.ts';
import type { Finding } from '../../shared/audit/finding.ts';
import type { Trace } from '../../shared/audit/trace.ts';
import type { Result } from '../../shared/result.ts';
import type { Address, Range } from '../../shared/workbook/address.ts';
import type { CellEvent } from '../../shared/workbook/change-log/cell-history.ts';
import type { Stamp } from '../../shared/workbook/change-log/log-entry.ts';
import type { StepPlaces } from '../../shared/workbook/change-log/place-now.ts';
import type { SentCommand } from './sent-command.ts';
import type { ConditionalFormat } from '../../shared/workbook/conditional/conditional-format.ts';
import type { ConditionalChange } from '../../shared/workbook/conditional/conditional-looks.ts';
import type { CellContent, CellValue, Sheet, WorkbookDocument } from '../../shared/workbook/document.ts';
import type { ErrorExplanation } from '../../shared/workbook/explain/explain-error.ts';
import type { Allowed } from '../../shared/workbook/validation/allowed.ts';
import type { InvalidCell } from '../../shared/workbook/validation/invalid-cells.ts';
import type { PackedCells } from './packed-cells.ts';
import type { Changes } from '../../shared/workbook/changes.ts';
import type { HistoryStep, PassedShape } from '../../shared/workbook/step-history.ts';

/*
 * What the screen may ask of the engine worker, which owns the workbook. Requests and answers are
 * plain data; the worker answers in the order in which it was asked. Results of what-if tables come
 * as news, when they are there.
 */

/** The labels that the Undo and Redo menu entries show; null when there is nothing to do. */
export interface HistoryState {
  readonly undoLabel: string | null;
  readonly redoLabel: string | null;
  /** Tells states of the document apart that differ in more than contents, such as in their lines or looks. */
  readonly shape: number;
}

/** A sheet with all that is worked out from the document. */
export interface OpenedSheet extends Sheet {
  readonly values: CellValue[][];
  readonly conditionalLooks: readonly ConditionalChange[];
}

/** What a document holds besides its title and its history. */
export interface OpenedDocument {
  readonly styles: WorkbookDocument['styles'];
  readonly names: WorkbookDocument['names'];
  readonly namedFormulas: NonNullable<WorkbookDocument['namedFormulas']>;
  readonly bounds: NonNullable<WorkbookDocument['bounds']>;
  readonly validations: NonNullable<WorkbookDocument['validations']>;
  readonly whatIfTables: NonNullable<WorkbookDocument['whatIfTables']>;
  readonly conditionalFormats: readonly ConditionalFormat[];
  /** Sheets with contents, and beside them the calculated values, row by row, and the looks that conditional formats give cells. */
  readonly sheets: readonly OpenedSheet[];
}

/** What a change did, and the document as it is now where its cells are not where they were. */
export interface ChangesToShow extends Omit<Changes, 'contents' | 'values'> {
  readonly contents: readonly PackedCells<CellContent | null>[];
  readonly values: readonly PackedCells<CellValue>[];
  readonly history: HistoryState;
  /** The shapes that the document took on the way, one after the other. */
  readonly passed: readonly PassedShape[];
  readonly reopened: OpenedDocument | null;
}

export interface OpenedWorkbook extends OpenedDocument {
  readonly title: string;
  readonly history: HistoryState;
}

export interface HistorySteps {
  readonly done: readonly HistoryStep[];
  readonly undone: readonly HistoryStep[];
}

/** What was done, the newest first, and how many older ones there are besides. */
export interface LoggedChanges {
  readonly events: readonly CellEvent[];
  readonly older: number;
}

/** An `.xlsx` file, and what of the document it does not hold as it is here, a sentence each. */
export interface XlsxExport {
  readonly bytes: Uint8Array;
  readonly warnings: readonly string[];
}

export interface EngineRequests {
  /** Opens the shipped model, or the text of a `.roundtrip` file. `name` is the file's name, for messages. */
  open: {
    input: {
      source: { kind: 'seeds' } | { kind: 'file'; name: string; text: string };
      hyperformulaKey: string;
    };
    output: Result<OpenedWorkbook>;
  };
  /** `consent`: a person wants what a validation only warns of. */
  apply: { input: { command: SentCommand; consent: boolean }; output: Result<ChangesToShow> };
  undo: { input: object; output: ChangesToShow | null };
  redo: { input: object; output: ChangesToShow | null };
  /** Goes to where so many steps are done: what changed on the way, one after the other. */
  goTo: { input: { done: number }; output: readonly ChangesToShow[] };
  /** All steps: those done, the first of them first, and those taken back, the next to do again first. */
  historySteps: { input: object; output: HistorySteps };
  /** The newest of what was done since the log began: to the cell at a place, or with null to anything. */
  changes: { input: { of: Address | null; most: number }; output: LoggedChanges };
  /** What the step of an entry of the log did, and where that is now. */
  stepPlaces: { input: { entry: number }; output: StepPlaces | null };
  /** Shows a sheet so large, in percent: no step of undo. */
  setZoom: { input: { sheet: string; zoom: number }; output: null };
  /**
   * A command is about to come, and shall not wait for what is worked out unasked: this stands aside for a
   * moment, and while an entry is being typed for as long.
   */
  expectCommand: { input: { entry: boolean }; output: null };
  /** The document as the text of a `.roundtrip` file. */
  serialize: { input: object; output: string };
  /** The document as an `.xlsx` file with live formulas and cached values. */
  exportXlsx: { input: object; output: XlsxExport };
  /** What an example of the guide to functions gives, row by row. */
  exampleResult: { input: { formula: string }; output: readonly (readonly CellValue[])[] };
  /** The cells that one formula fills, in the first of them, of which the cell is one; null for a cell by itself. */
  arrayAt: { input: { address: Address }; output: Range | null };
  /** What a cell may hold now; null where it has no validation. */
  allowedAt: { input: { address: Address }; output: Allowed | null };
  /** What a part of a formula gives in a cell, written as a part of it; null where it gives nothing by itself. */
  partText: { input: { address: Address; formula: string }; output: string | null };
  /** Why a cell shows an error; null when it shows none. */
  explainError: { input: { address: Address }; output: ErrorExplanation | null };
  /** What a cell reads and what reads it, one step each way. */
  trace: { input: { address: Address }; output: Trace };
  /** What a reviewer would ask about the workbook. */
  audit: { input: object; output: readonly Finding[] };
  /** Every headline figure under every scenario. */
  compareScenarios: { input: object; output: ScenarioComparison };
}

export type EngineMethod = keyof EngineRequests;
export interface EngineRequest<Method extends EngineMethod = EngineMethod> {
  readonly id: number;
  readonly method: Method;
  readonly input: EngineRequests[Method]['input'];
  /** Who asks, and when. */
  readonly stamp: Stamp;
}
export type EngineAnswer =
  | { readonly id: number; readonly ok: true; readonly output: unknown }
  /** A bug in the worker: shown as such, never swallowed. */
  | { readonly id: number; readonly ok: false; readonly error: string };

/** What the worker says of what-if tables without being asked. */
export interface ResultNews {
  /** What changed where the results of what-if tables were written. */
  readonly results: Changes;
  /** True when all results hold for the workbook as it was when the last answer was given. */
  readonly upToDate: boolean;
}

/** The cells that hold what their validations do not allow, where they are others than those told before. */
export interface InvalidNews {
  readonly invalid: readonly InvalidCell[];
}

export type EngineNews = ResultNews | InvalidNews;

export type EngineMessage = EngineAnswer | { readonly news: EngineNews };
