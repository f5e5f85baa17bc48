import { expect, test } from 'vitest';
import { turnReference } from '../../renderer/formula-bar/turn-reference.ts';

test('F4 walks a reference through its four forms', () => {
  let text = '=A1+B2';
  const seen: string[] = [];
  for (let turn = 0; turn < 4; turn++) {
    const turned = turnReference(text, 2);
    text = turned?.text ?? '';
    seen.push(text);
  }
  expect(seen).toEqual(['=$A$1+B2', '=A$1+B2', '=$A1+B2', '=A1+B2']);
});

test('only the reference at the text cursor turns', () => {
  expect(turnReference('=A1+B2', 6)).toEqual({ text: '=A1+$B$2', caret: 8 });
});

test('nothing turns in text or away from references', () => {
  expect(turnReference('A1', 1)).toBeUndefined();
  expect(turnReference('=SUM( )', 5)).toBeUndefined();
});
