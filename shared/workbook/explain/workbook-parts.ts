import type { Engine } from '../../engine/engine.ts';
import type { Address } from '../address.ts';
import type { CellContent, DefinedName } from '../document.ts';

/** What of a workbook has to be asked to explain what its cells show. */
export interface ExplainedWorkbook {
  readonly engine: Engine;
  readonly contentOf: (address: Address) => CellContent | null;
  /** The defined name, whatever its case. */
  readonly nameOf: (name: string) => DefinedName | undefined;
  readonly names: readonly string[];
  readonly sheets: readonly string[];
}
