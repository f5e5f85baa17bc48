import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonExtent } from '../../shared/exchange/roundtrip/json-extent.ts';

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

describe('how far a text reads as JSON', () => {
  it('agrees with JSON.parse on what is JSON, for JSON with one changed character and for its beginnings', () => {
    fc.assert(
      fc.property(
        fc.json(),
        fc.nat(),
        fc.constantFrom(
          '',
          '"',
          '\\',
          ',',
          ':',
          '{',
          '}',
          '[',
          ']',
          '1',
          '-',
          '.',
          'e',
          'n',
          ' ',
          '\n',
          '\u0001',
          'u',
        ),
        (json, position, character) => {
          const at = position % json.length;
          for (const text of [json, json.slice(0, at), json.slice(0, at) + character + json.slice(at + 1)]) {
            expect(jsonExtent(text, 'sheets') === null).toBe(isJson(text));
          }
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('calls every beginning of JSON cut short, never wrong', () => {
    const json = '{"a":[1,-2.5e+10,true,false,null,"x\\u00e9\\n\\"y"],"b":{},"c":[],"d":{"e":[{}]}}';
    for (let length = 0; length < json.length; length++)
      expect(jsonExtent(json.slice(0, length), 'a')?.cutShort).toBe(true);
  });

  it('gives the complete items of one list of the outermost object', () => {
    const text =
      '{"names":[{"x":1}],"sheets":[{"name":"A","rows":[{"empty":3}]},{"name":"B"},{"name":"C","rows":[';
    expect(jsonExtent(text, 'sheets')).toStrictEqual({
      cutShort: true,
      characters: text.length,
      line: 1,
      column: text.length + 1,
      completeItems: ['{"name":"A","rows":[{"empty":3}]}', '{"name":"B"}'],
    });
  });
});
