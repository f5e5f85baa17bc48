import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { withNextFrame } from '../../renderer/grid/with-next-frame.ts';

let planned: (() => void)[] = [];
const frame = () => {
  const due = planned;
  planned = [];
  for (const work of due) work();
};

beforeEach(() => {
  planned = [];
  vi.stubGlobal('requestAnimationFrame', (work: () => void) => planned.push(work));
});
afterEach(() => vi.unstubAllGlobals());

test('what is asked for several times before a frame is done once with it, and again when asked again', () => {
  let done = 0;
  const ask = withNextFrame(() => done++, new AbortController().signal);
  ask();
  ask();
  expect(done).toBe(0);
  frame();
  expect(done).toBe(1);
  frame();
  expect(done).toBe(1);
  ask();
  frame();
  expect(done).toBe(2);
});

test('what is asked for while it is done comes with the frame after', () => {
  let done = 0;
  const ask = withNextFrame(() => {
    if (++done === 1) ask();
  }, new AbortController().signal);
  ask();
  frame();
  expect(done).toBe(1);
  frame();
  expect(done).toBe(2);
});

test('nothing is done once its place is gone', () => {
  let done = 0;
  const life = new AbortController();
  withNextFrame(() => done++, life.signal)();
  life.abort();
  frame();
  expect(done).toBe(0);
});
