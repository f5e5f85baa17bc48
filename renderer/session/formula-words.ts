import type { GuideFunction } from '../../shared/function-guide/guide-function.ts';

export type FormulaWord =
  | { readonly kind: 'name'; readonly text: string }
  | { readonly kind: 'sheet'; readonly text: string }
  | { readonly kind: 'function'; readonly text: string; readonly guide: GuideFunction };

/**
 * The words that formulas of a document can use: its names and sheets at once, functions with what the
 * guide says of them once they have been loaded.
 */
export class FormulaWords {
  readonly #listeners = new Set<() => void>();
  #names: readonly FormulaWord[] = [];
  #sheets: readonly FormulaWord[] = [];
  #functions: readonly FormulaWord[] = [];
  #current: readonly FormulaWord[] = [];
  #asked = false;

  constructor(names: readonly { readonly name: string }[], sheets: readonly string[]) {
    this.setWords(names, sheets);
  }

  get current(): readonly FormulaWord[] {
    return this.#current;
  }

  /** The document has other names, or other sheets are shown. */
  setWords(names: readonly { readonly name: string }[], sheets: readonly string[]): void {
    const texts = new Set(names.map(({ name }) => name));
    this.#names = Array.from(texts, (text) => ({ text, kind: 'name' }));
    this.#sheets = sheets.map((text) => ({ text, kind: 'sheet' }));
    this.#tell();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Adds the functions, when a person begins to write a formula. */
  async loadFunctions(): Promise<void> {
    if (this.#asked) return;
    this.#asked = true;
    const { functionGuide } = await import('../../shared/function-guide/index.ts');
    this.#functions = functionGuide
      .map((guide): FormulaWord => ({ text: guide.name, kind: 'function', guide }))
      .toSorted((a, b) => (a.text < b.text ? -1 : 1));
    this.#tell();
  }

  #tell(): void {
    this.#current = [...this.#names, ...this.#sheets, ...this.#functions];
    for (const told of this.#listeners) told();
  }
}
