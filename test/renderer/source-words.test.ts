import { expect, test } from 'vitest';
import { sourceWords } from '../../renderer/shell/source-words.ts';

test('a seed figure names its facts, that they are contradicted, and why', () => {
  const provenance = {
    kind: 'seed',
    sources: ['B08', 'B08b'],
    reason: 'Potential.',
    contradicted: true,
  } as const;
  expect(sourceWords({ content: 100, provenance })).toBe('Seed, facts B08, B08b ≠: Potential.');
});

test('a benchmark names its register item, an assumption its reason', () => {
  expect(sourceWords({ content: 1, provenance: { kind: 'benchmark', sources: ['Oracle'] } })).toBe(
    'Benchmark, Oracle',
  );
  const provenance = { kind: 'assumption', sources: [], reason: 'A judgement.' } as const;
  expect(sourceWords({ content: 1, provenance })).toBe('Assumption: A judgement.');
});

test('a note alone is shown as it is, and nothing where there is none', () => {
  expect(sourceWords({ content: 1, note: 'Low 20, high 40.' })).toBe('Low 20, high 40.');
  expect(sourceWords({ content: 1 })).toBe('');
  expect(sourceWords(null)).toBe('');
});
