import type { ScenarioComparison } from '../../shared/analysis/scenarios.ts';
import type { Result } from '../../shared/result.ts';
import type { CellContent, CellValue, DefinedName } from '../../shared/workbook/document.ts';

/** What the slides need of the open document: named figures, a word when they change, and the two switches. */
export interface PresentationSession {
  readonly names: readonly DefinedName[];
  /** Value of the first cell of a defined name; null when the workbook has no such name. */
  namedValue(name: string): CellValue;
  /** Values of a defined name's cells, row by row; empty when the workbook has no such name. */
  namedValues(name: string): readonly (readonly CellValue[])[];
  subscribe(topic: 'values', listener: () => void): () => void;
  /** Every headline figure under every scenario. */
  ask(question: 'compareScenarios', input: object): Promise<ScenarioComparison>;
  /** Writes one content into the first cell of a defined name, as one command with this label. On a refusal nothing has changed. */
  setNamed(name: string, content: CellContent, label: string): Promise<Result<null>>;
}
