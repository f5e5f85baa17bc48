import type { Cell } from '../../shared/workbook/document.ts';

/** Where a figure is from, and why it is what it is, in one line; empty for a cell that says nothing of it. */
export function sourceWords(cell: Cell | null): string {
  if (!cell?.provenance) return cell?.note ?? '';
  const { kind, sources, reason, contradicted } = cell.provenance;
  const from = {
    seed: `Seed, ${sources.length === 1 ? 'fact' : 'facts'} ${sources.join(', ')}`,
    benchmark: `Benchmark, ${sources.join(', ')}`,
    assumption: 'Assumption',
  }[kind];
  const words = [`${from}${contradicted ? ' ≠' : ''}`, reason, cell.note].filter(Boolean);
  return words.join(': ');
}
