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
  readonly setCellValue?: (value: EngineValue) => unknown;
}

type Calculation = 'recomputeVertex' | 'processVertexOnCycle';

/**
 * Has nodes calculated by `instead`, which may do it as it is done without, until what is given back is
 * called. Of several the last one ends first.
 */
function calculateBy(
  { evaluator }: HyperFormula,
  names: readonly Calculation[],
  instead: (node: CalculatedNode, calculate: () => unknown) => unknown,
): () => void {
  const own = evaluator as unknown as Record<Calculation, unknown>;
  const before = names.map((name) => [name, Object.getOwnPropertyDescriptor(own, name)] as const);
  for (const name of names) {
    const method = own[name] as (this: unknown, node: CalculatedNode, changes: unknown) => unknown;
    own[name] = function (this: unknown, node: CalculatedNode, changes: unknown) {
      return instead(node, () => method.call(this, node, changes));
    };
  }
  return () => {
    for (const [name, descriptor] of before) {
      if (descriptor) Object.defineProperty(own, name, descriptor);
      // What the object does not have itself it has from its class.
      else Reflect.deleteProperty(own, name);
    }
  };
}

function fillsSeveral({ width = 1, height = 1 }: CalculatedNode): boolean {
  return width * height > 1;
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
  const { lazilyTransformingAstService: transformations } = formulas;
  return calculateBy(formulas, ['recomputeVertex', 'processVertexOnCycle'], (node, calculate) => {
    const isWatched = !onlyArrays || fillsSeveral(node);
    const value = isWatched && node.getAddress ? node.valueOrUndef?.() : undefined;
    if (value !== undefined && node.getAddress) {
      const place = node.getAddress(transformations);
      tell(place, value, () => furtherCellsOf(formulas, node, place));
    }
    return calculate();
  });
}

/** The values that formulas had before they were calculated for the first time since this was begun. */
export class ValuesBefore {
  readonly #formulas: HyperFormula;
  /** Of formulas that have come since there is none. */
  readonly #values = new Map<CalculatedNode, EngineValue | undefined>();
  readonly #stop: () => void;

  constructor(formulas: HyperFormula) {
    this.#formulas = formulas;
    this.#stop = calculateBy(formulas, ['recomputeVertex', 'processVertexOnCycle'], (node, calculate) => {
      if (!fillsSeveral(node) && !this.#values.has(node)) this.#values.set(node, node.valueOrUndef?.());
      return calculate();
    });
  }

  /**
   * Ends with what brings every cell back to what it held when this was begun: formulas take the value
   * that they had then, in place of being calculated. Those that fill several cells are calculated.
   */
  bringBack(enter: () => void): void {
    this.#stop();
    const stop = calculateBy(this.#formulas, ['recomputeVertex'], (node, calculate) => {
      const value = this.#values.get(node);
      if (value === undefined) return calculate();
      if (node.valueOrUndef?.() === value) return false;
      node.setCellValue?.(value);
      return true;
    });
    try {
      enter();
    } finally {
      stop();
    }
  }
}
