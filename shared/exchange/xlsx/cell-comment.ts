import type { Cell, Provenance } from '../../workbook/document.ts';

const kinds: Readonly<Record<Provenance['kind'], string>> = {
  seed: 'Figure from the sources.',
  benchmark: 'Benchmark.',
  assumption: 'Assumption.',
};

/** What a cell's comment says: its note, then where its figure is from; null when there is nothing to say. */
export function cellComment({ note, provenance }: Cell): string | null {
  const lines = note ? [note] : [];
  if (provenance) {
    const { kind, sources, reason, contradicted } = provenance;
    lines.push(
      sources.length === 0
        ? kinds[kind]
        : `${kinds[kind]} ${sources.length === 1 ? 'Source' : 'Sources'}: ${sources.join(', ')}.`,
    );
    if (contradicted) lines.push('≠ The sources contradict each other.');
    if (reason) lines.push(reason);
  }
  return lines.length === 0 ? null : lines.join('\n');
}
