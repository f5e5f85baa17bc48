/*
 * What happens while cells are calculated.
 */
/* oxlint-disable typescript/no-unsafe-type-assertion */
import type { HyperFormula, SimpleCellAddress } from 'hyperformula';
import { furtherCellsOf } from './cells.ts';
import type { EngineValue } from './interpreter.ts';

interface CalculatedNode {
  readonly width?: number;
  readonly height?: number;
  readonly getAddress?: (transformations: unknown) => SimpleCellAddress;
  readonly valueOrUndef?: () => EngineValue | undefined;
}

/**
 * Tells of each formula the value it had, and which cells it filled besides its first, every time
 * before it is calculated anew, until what is given back is called. Formulas that have not been
 * calculated yet are left out, and with `onlyArrays` those that fill one cell.
 */
export function watchOldValues(
  formulas: HyperFormula,
  onlyArrays: boolean,
  tell: (place: SimpleCellAddress, value: EngineValue, furtherCells: () => SimpleCellAddress[]) => void,
): () => void {
  const isWatched = ({ width = 1, height = 1 }: CalculatedNode) => !onlyArrays || width * height > 1;
  const { evaluator, lazilyTransformingAstService: transformations } = formulas;
  const own = evaluator as unknown as Record<'recomputeVertex' | 'processVertexOnCycle', unknown>;
  for (const name of ['recomputeVertex', 'processVertexOnCycle'] as const) {
    const method = own[name] as (this: unknown, node: CalculatedNode, changes: unknown) => unknown;
    own[name] = function (this: unknown, node: CalculatedNode, changes: unknown) {
      const value = isWatched(node) && node.getAddress ? node.valueOrUndef?.() : undefined;
      if (value !== undefined && node.getAddress) {
        const place = node.getAddress(transformations);
        tell(place, value, () => furtherCellsOf(formulas, node, place));
      }
      return method.call(this, node, changes);
    };
  }
  return () => {
    // What the object does not have itself it has from its class.
    Reflect.deleteProperty(own, 'recomputeVertex');
    Reflect.deleteProperty(own, 'processVertexOnCycle');
  };
}
