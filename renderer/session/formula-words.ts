import type { DefinedName } from '../../shared/workbook/document.ts';

interface FormulaWord {
  readonly text: string;
  readonly kind: 'name' | 'function';
}

/** The words that formulas of a document can use: its names at once, the engine's functions when they are known. */
export class FormulaWords {
  readonly #askFunctions: () => Promise<readonly string[]>;
  readonly #listeners = new Set<() => void>();
  #current: readonly FormulaWord[];
  #asked = false;

  constructor(names: readonly DefinedName[], askFunctions: () => Promise<readonly string[]>) {
    this.#current = names.map(({ name }) => ({ text: name, kind: 'name' }));
    this.#askFunctions = askFunctions;
  }

  get current(): readonly FormulaWord[] {
    return this.#current;
  }

  /** Asks for the functions when the first field begins to listen. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    if (!this.#asked) {
      this.#asked = true;
      void this.#askFunctions().then((functions) => {
        const words = functions.toSorted().map((text): FormulaWord => ({ text, kind: 'function' }));
        this.#current = [...this.#current, ...words];
        for (const told of this.#listeners) told();
      });
    }
    return () => this.#listeners.delete(listener);
  }
}
