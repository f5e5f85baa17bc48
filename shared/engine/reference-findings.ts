import type { SimpleCellAddress } from 'hyperformula';
import type { Areas } from './functions/lookup/reference-areas.ts';
import { positionKey } from './positions.ts';

/** What the references of a formula came out as; undefined where that cannot be told yet. */
export type FoundReferences = readonly (Areas | undefined)[];

interface Finding {
  readonly place: SimpleCellAddress;
  readonly found: FoundReferences;
}

/**
 * The cells whose formulas have references that are worked out, as far as they have been calculated,
 * and those of them whose references came out other than the dependencies they were entered with.
 */
export class ReferenceFindings {
  readonly #cells = new Map<number, SimpleCellAddress>();
  #findings = new Map<number, Finding>();

  get cells(): Iterable<SimpleCellAddress> {
    return this.#cells.values();
  }

  get isEmpty(): boolean {
    return this.#cells.size === 0;
  }

  /** Notes that a cell has such references. */
  add(place: SimpleCellAddress): void {
    this.#cells.set(positionKey(place), place);
  }

  /** Forgets a cell whose formula is another one now. */
  remove(place: SimpleCellAddress): void {
    this.#cells.delete(positionKey(place));
  }

  /** Notes what the references of a cell came out as, where its dependencies are others. */
  report(place: SimpleCellAddress, found: FoundReferences): void {
    this.#findings.set(positionKey(place), { place, found });
  }

  /** What was noted since the last time. */
  takeFindings(): Finding[] {
    const findings = [...this.#findings.values()];
    if (findings.length > 0) this.#findings = new Map();
    return findings;
  }
}
