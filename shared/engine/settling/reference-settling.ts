import { ErrorType, type HyperFormula, type SimpleCellAddress } from 'hyperformula';
import { linkedTo } from '../functions/lookup/references.ts';
import { enterFormula, formulaOfCorner, showsError } from '../internals/cells.ts';
import { interpreterOf } from '../internals/interpreter.ts';
import { positionKey } from '../positions.ts';
import type { FoundReferences, ReferenceFindings } from '../reference-findings.ts';
import { isComputedCall, unlinked, type ComputedCall } from '../syntax/computed-references.ts';
import type { SettlingSteps } from './settling-steps.ts';

/** References that are still others after so many rounds depend on themselves. */
const mostRounds = 500;

/**
 * Enters formulas anew whose references came out other than the dependencies they were entered with,
 * until all are alike. Each round settles at least the references that only depend on settled ones.
 * A loop may only be there because of references that are no longer meant: those of the formulas in it
 * are let go and worked out again, until the same loops come out. What never settles is made to depend on itself.
 */
export class ReferenceSettling {
  readonly #formulas: HyperFormula;
  readonly #references: ReferenceFindings;
  readonly #steps: SettlingSteps;
  /** The formulas that stood in loops together, and their references, before they were let go. */
  readonly #loopsBefore = new Set<string>();

  constructor(formulas: HyperFormula, references: ReferenceFindings, steps: SettlingSteps) {
    this.#formulas = formulas;
    this.#references = references;
    this.#steps = steps;
  }

  /** Whether anything was entered anew. */
  settle(): boolean {
    if (this.#references.isEmpty) return false;
    for (let round = 0; round < mostRounds; round++) {
      const findings = this.#references.takeFindings();
      const loops = findings.length > 0 ? [] : this.#newLoops();
      if (findings.length === 0 && loops.length === 0) return round > 0;
      this.#steps.calculate(() => {
        for (const { place, found } of findings) this.#link(place, found);
        for (const [place, call] of loops) this.#enter(place, unlinked(call));
      });
    }
    const endless = this.#references.takeFindings();
    this.#steps.calculate(() => {
      for (const { place, found } of endless) {
        const { sheet, row, col } = place;
        const itself = [{ sheet, range: { top: row, left: col, bottom: row, right: col } }];
        this.#link(
          place,
          found.map(() => itself),
        );
      }
    });
    return true;
  }

  #callAt(place: SimpleCellAddress): ComputedCall | undefined {
    const formula = formulaOfCorner(this.#formulas, place);
    if (isComputedCall(formula)) return formula;
    this.#references.remove(place);
    return undefined;
  }

  #link(place: SimpleCellAddress, found: FoundReferences): void {
    const call = this.#callAt(place);
    if (call) this.#enter(place, linkedTo(call, found, interpreterOf(this.#formulas)));
  }

  #enter(place: SimpleCellAddress, call: ComputedCall): void {
    this.#steps.beforeEntering(place);
    enterFormula(this.#formulas, place, call);
  }

  /** The formulas in loops, unless exactly they have stood in loops with the same references before. */
  #newLoops(): [place: SimpleCellAddress, call: ComputedCall][] {
    const loops: [SimpleCellAddress, ComputedCall][] = [];
    const words: string[] = [];
    for (const place of this.#references.cells) {
      if (!showsError(this.#formulas, place, ErrorType.CYCLE)) continue;
      const call = this.#callAt(place);
      if (!call || call.linked.every((reference) => reference === '')) continue;
      loops.push([place, call]);
      words.push(`${positionKey(place)} ${call.linked.join()}`);
    }
    const state = words.toSorted().join(';');
    if (this.#loopsBefore.has(state)) return [];
    this.#loopsBefore.add(state);
    return loops;
  }
}
