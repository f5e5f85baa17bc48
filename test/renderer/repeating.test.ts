import { expect, test } from 'vitest';
import { Repeating } from '../../renderer/repeating.ts';

/** A history of steps, and what does one. */
function history() {
  const steps: string[] = [];
  const session = {
    get history() {
      return { undoLabel: steps.at(-1) ?? null };
    },
    isSettled: true,
    settled: async () => {},
  };
  let chosen = 'A1';
  const repeating = new Repeating(session);
  return {
    steps,
    repeating,
    choose: (cell: string) => {
      chosen = cell;
    },
    bold: () => repeating.do('Bold', async () => steps.push(`Bold in ${chosen}`)),
  };
}

test('what was done last is done again to what is chosen then', async () => {
  const { steps, repeating, choose, bold } = history();
  expect(repeating.words).toBeNull();
  expect(await repeating.again()).toBe(false);
  await bold();
  expect(repeating.words).toBe('Bold');
  choose('B2');
  expect(await repeating.again()).toBe(true);
  choose('C3');
  expect(await repeating.again()).toBe(true);
  expect(steps).toEqual(['Bold in A1', 'Bold in B2', 'Bold in C3']);
});

test('nothing is done again once another step came after it', async () => {
  const { steps, repeating, bold } = history();
  await bold();
  steps.push('Type 5 in A1');
  expect(repeating.isPossible).toBe(false);
  expect(await repeating.again()).toBe(false);
  expect(steps).toHaveLength(2);
});

test('what is still under way is waited for', async () => {
  const { steps, repeating, bold } = history();
  void bold();
  expect(repeating.isPossible).toBe(true);
  expect(await repeating.again()).toBe(true);
  expect(steps).toEqual(['Bold in A1', 'Bold in A1']);
});
