import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bytesOf, textOf, unzip, zip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';

describe('a zip archive', () => {
  it('gives back its parts, packed or stored', async () => {
    const anyParts = fc.uniqueArray(
      fc.tuple(
        fc.string({ minLength: 1, unit: 'grapheme' }).filter((name) => !name.endsWith('/')),
        fc.uint8Array({ maxLength: 2000 }),
      ),
      { selector: ([name]) => name, maxLength: 5 },
    );
    await fc.assert(
      fc.asyncProperty(anyParts, fc.boolean(), async (given, compress) => {
        const archive = await zip(new Map(given), compress);
        const entries = zipDirectory(archive);
        expect(entries?.map(({ name, size }) => [name, size])).toStrictEqual(
          given.map(([name, bytes]) => [name, bytes.length]),
        );
        const parts = await unzip(archive, entries ?? [], Infinity);
        expect(parts).toStrictEqual({ ok: true, value: new Map(given) });
      }),
      { numRuns: 50 },
    );
  });

  it('is the same bytes for the same parts', async () => {
    const parts = new Map([['a.xml', bytesOf('<a/>')]]);
    expect(await zip(parts, true)).toStrictEqual(await zip(parts, true));
  });

  it('holds UTF-8 text', () => {
    expect(textOf(bytesOf('Übersicht ≠ 表'))).toBe('Übersicht ≠ 表');
  });

  it('has no directory when the bytes are none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect(zipDirectory(bytes)).toBeNull();
      }),
    );
  });
});
