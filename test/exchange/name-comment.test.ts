import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentedName, nameComment } from '../../shared/exchange/xlsx/name-comment.ts';

describe('the comment of a name', () => {
  it('holds its words so that they can be read again', () => {
    const words = { label: 'Total debt', unit: 'US$ bn', headline: true, stripCaption: 'owed' };
    const comment = nameComment(words);
    expect(comment).toBe('Total debt | unit: US$ bn | headline | caption: owed');
    expect(commentedName(comment ?? '')).toStrictEqual(words);
    expect(commentedName('Anything | else')).toStrictEqual({ label: 'Anything | else' });
  });

  it('never gives words that the name did not have', () => {
    const text = fc.oneof(fc.string({ maxLength: 20 }), fc.constantFrom('a | headline', ' | unit: x', '|'));
    fc.assert(
      fc.property(text, text, fc.boolean(), text, (label, unit, headline, stripCaption) => {
        const comment = nameComment({ label, unit, headline, stripCaption }) ?? '';
        const read = commentedName(comment);
        if (comment !== label) {
          expect(read).toStrictEqual({
            ...(label && { label }),
            ...(unit && { unit }),
            ...(headline && { headline }),
            ...(stripCaption && { stripCaption }),
          });
        }
        expect(comment.length).toBeLessThanOrEqual(255);
      }),
    );
  });
});
