/** How far a text reads as JSON, for a message about a damaged file. */
export interface JsonExtent {
  /** True when the text stops before the JSON is complete; false when it holds something that is no JSON. */
  readonly cutShort: boolean;
  /** Characters from the start that read. */
  readonly characters: number;
  /** Line and character where reading stops, counted from 1. */
  readonly line: number;
  readonly column: number;
  /** Objects that are complete in the array under `listKey` of the outermost object, as text. */
  readonly completeItems: readonly string[];
}

type Expected = 'value' | 'value or ]' | 'key' | 'key or }' | 'colon' | 'comma or end' | 'nothing';

const literals = ['true', 'false', 'null'];
const number = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const numberStart = /-?(?:(?:0|[1-9][0-9]*)(?:\.(?:[0-9]+(?:[eE][+-]?)?)?|[eE][+-]?)?)?$/y;
const hexadecimal = /^[0-9a-fA-F]{0,4}$/;

/**
 * Reads `text` as JSON without building it, as far as it goes. `listKey` is the key of the
 * outermost object whose items are collected. Gives null when the whole text is one JSON value.
 * It keeps its own stack, so no depth of nesting ends it.
 */
export function jsonExtent(text: string, listKey: string): JsonExtent | null {
  const stack: ('{' | '[')[] = [];
  const completeItems: string[] = [];
  let expected: Expected = 'value';
  let rootKey = '';
  let itemStart = 0;
  let at = 0;

  const stop = (cutShort: boolean, characters: number): JsonExtent => {
    const before = text.slice(0, characters);
    const lineStart = before.lastIndexOf('\n') + 1;
    return {
      cutShort,
      characters,
      line: before.split('\n').length,
      column: characters - lineStart + 1,
      completeItems,
    };
  };
  const afterValue = (): Expected => (stack.length === 0 ? 'nothing' : 'comma or end');
  const opens = (bracket: '{' | '[') => {
    stack.push(bracket);
    if (stack.length === 3 && bracket === '{' && rootKey === listKey) itemStart = at;
    expected = bracket === '{' ? 'key or }' : 'value or ]';
    at++;
  };
  const closes = () => {
    at++;
    if (stack.length === 3 && stack[2] === '{' && rootKey === listKey)
      completeItems.push(text.slice(itemStart, at));
    stack.pop();
    expected = afterValue();
  };

  for (;;) {
    while (at < text.length && ' \t\r\n'.includes(text.charAt(at))) at++;
    if (at >= text.length) return expected === 'nothing' ? null : stop(true, text.length);
    const character = text.charAt(at);
    const isKey: boolean = expected === 'key' || expected === 'key or }';
    const isValue: boolean = expected === 'value' || expected === 'value or ]';

    if (character === '"' && (isKey || isValue)) {
      const end = stringEnd(text, at);
      if (end.complete && isKey && stack.length === 1) rootKey = text.slice(at + 1, end.at - 1);
      if (!end.complete) return stop(end.at >= text.length, end.at);
      at = end.at;
      expected = isKey ? 'colon' : afterValue();
    } else if (isValue && (character === '{' || character === '[')) {
      opens(character);
    } else if (
      character === '}' &&
      (expected === 'key or }' || (expected === 'comma or end' && stack.at(-1) === '{'))
    ) {
      closes();
    } else if (
      character === ']' &&
      (expected === 'value or ]' || (expected === 'comma or end' && stack.at(-1) === '['))
    ) {
      closes();
    } else if (character === ':' && expected === 'colon') {
      expected = 'value';
      at++;
    } else if (character === ',' && expected === 'comma or end') {
      expected = stack.at(-1) === '{' ? 'key' : 'value';
      at++;
    } else if (isValue) {
      const end = scalarEnd(text, at);
      if (end === null) return stop(scalarIsCutShort(text, at), at);
      at = end;
      expected = afterValue();
    } else {
      return stop(false, at);
    }
  }
}

/** End of the string that begins at `start`, after its quote; or where it stops being one. */
function stringEnd(text: string, start: number): { complete: boolean; at: number } {
  for (let at = start + 1; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === '"') return { complete: true, at: at + 1 };
    if (character < ' ') return { complete: false, at };
    if (character !== '\\') continue;
    const escaped = text.charAt(at + 1);
    if (escaped === 'u') {
      const digits = text.slice(at + 2, at + 6);
      if (!hexadecimal.test(digits)) return { complete: false, at };
      if (digits.length < 4) return { complete: false, at: text.length };
      at += 5;
    } else if (escaped === '' || '"\\/bfnrt'.includes(escaped)) {
      at++;
    } else return { complete: false, at };
  }
  return { complete: false, at: text.length };
}

function scalarEnd(text: string, at: number): number | null {
  const literal = literals.find((word) => text.startsWith(word, at));
  if (literal) return at + literal.length;
  number.lastIndex = at;
  const match = number.exec(text);
  if (!match) return null;
  const end = at + match[0].length;
  // `1.` and `1e` match as `1`: the rest is what does not read.
  return '.eE'.includes(text.charAt(end)) && end < text.length ? null : end;
}

function scalarIsCutShort(text: string, at: number): boolean {
  const rest = text.slice(at, at + 400);
  if (literals.some((word) => word.startsWith(rest))) return true;
  numberStart.lastIndex = at;
  return numberStart.test(text);
}
