import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readRoundtripFile, writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import type { Migration } from '../../shared/exchange/roundtrip/roundtrip-migrations.ts';
import { buildModel } from '../../shared/model/build.ts';
import { describeProblem, type Result } from '../../shared/result.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { small as smallWorkbook } from '../fixtures/small-workbooks.ts';
import { withoutEmptyEnds, workbookDocuments } from './any-document.ts';
import { draftOf } from '../fixtures/draft.ts';

const small: WorkbookDocument = {
  title: 'Small model',
  names: [
    {
      name: 'total_debt',
      sheet: 'Deals',
      range: { top: 3, left: 1, bottom: 3, right: 1 },
      label: 'Total debt',
      unit: 'US$ bn',
      headline: true,
    },
  ],
  styles: { label: { role: 'label' }, 'input/us-bn': { role: 'input', format: '0.0' } },
  sheets: [
    {
      name: 'Cover',
      rows: [[{ content: 'Small model', style: 'label' }], [], [], [], [{ content: '=total_debt' }]],
      columnWidths: [240],
      frozenRows: 0,
      frozenColumns: 0,
      gridLines: false,
    },
    {
      name: 'Deals',
      rows: [
        [{ content: 'Deal' }, { content: 'Value' }],
        [
          { content: 'A' },
          {
            content: 300,
            style: 'input/us-bn',
            note: 'Over five years.',
            provenance: { kind: 'seed', sources: ['A05'] },
          },
        ],
        [{ content: 'B' }, null, null, null, { content: true }],
        [{ content: 'Total' }, { content: '=SUM(B2:B3)' }],
      ],
      columnWidths: [120, 80.5],
      frozenRows: 1,
      frozenColumns: 0,
      gridLines: true,
    },
  ],
};
const smallText = writeRoundtripFile(small);

function problemOf(result: Result<unknown>) {
  if (result.ok) throw new Error('The file was accepted');
  return result.problem;
}

/** The small file with one piece of its text replaced. */
function changed(from: string, to: string): string {
  if (!smallText.includes(from)) throw new Error(`The small file holds no ${from}`);
  return smallText.replace(from, to);
}

describe('a .roundtrip file', () => {
  it('is JSON with a name, a style and a row of cells a line', () => {
    expect(smallText).toBe(`{"format":"roundtrip","version":1,
"title":"Small model",
"names":[
{"name":"total_debt","cells":"Deals!$B$4","label":"Total debt","unit":"US$ bn","headline":true}
],
"styles":[
{"style":"input/us-bn","role":"input","format":"0.0"},
{"style":"label","role":"label"}
],
"sheets":[
{"name":"Cover","columnWidths":[240],"frozenRows":0,"frozenColumns":0,"gridLines":false,"rows":[
[["Small model","label"]],
{"empty":3},
["=total_debt"]
]},
{"name":"Deals","columnWidths":[120,80.5],"frozenRows":1,"frozenColumns":0,"gridLines":true,"rows":[
["Deal","Value"],
["A",[300,"input/us-bn",{"note":"Over five years.","provenance":{"kind":"seed","sources":["A05"]}}]],
["B",{"empty":3},true],
["Total","=SUM(B2:B3)"]
]}
]}
`);
  });

  it('gives back the document it was written from', () => {
    expect(readRoundtripFile(smallText, 'small.roundtrip')).toStrictEqual({ ok: true, value: small });
  });

  it('opens after an editor has added a byte order mark, changed the line ends or taken the last one', () => {
    for (const text of [`\uFEFF${smallText}`, smallText.replaceAll('\n', '\r\n'), smallText.trimEnd()]) {
      expect(readRoundtripFile(text, 'small.roundtrip')).toStrictEqual({ ok: true, value: small });
    }
  });

  it('changes one line when one cell changes', () => {
    const edited = draftOf(small);
    edited.sheets[1]!.rows[2]![1] = { content: 12 };
    const before = smallText.split('\n');
    const after = writeRoundtripFile(edited).split('\n');
    expect(after.filter((line, index) => line !== before[index])).toStrictEqual(['["B",12,null,null,true],']);
  });

  it('is never written with a number that no file can hold', () => {
    const broken = { ...small, sheets: [{ ...small.sheets[0]!, rows: [[null, { content: Number.NaN }]] }] };
    expect(() => writeRoundtripFile(broken)).toThrow('Cover!B1 is NaN');
  });

  it('gives back the shipped model', () => {
    const model = buildModel();
    const text = writeRoundtripFile(model);
    const read = readRoundtripFile(text, 'model.roundtrip');
    expect(read).toStrictEqual({ ok: true, value: withoutEmptyEnds(model) });
  });

  it('of version 1 opens as it did when it was written, with the choices of its styles as validations', async () => {
    const text = await readFile(new URL('../fixtures/version-1.roundtrip', import.meta.url), 'utf8');
    const read = readRoundtripFile(text, 'version-1.roundtrip');
    expect(read).toStrictEqual({ ok: true, value: withoutEmptyEnds(smallWorkbook) });
    expect(text).toContain('"choicesName":"cases"');
    expect(readRoundtripFile(writeRoundtripFile(smallWorkbook), 'again.roundtrip')).toStrictEqual(read);
  });

  it('gives back any document, and the same bytes when it is saved again', () => {
    fc.assert(
      fc.property(workbookDocuments, (document) => {
        const text = writeRoundtripFile(document);
        const read = readRoundtripFile(text, 'any.roundtrip');
        if (!read.ok) throw new Error(describeProblem(read.problem));
        expect(read.value).toStrictEqual(withoutEmptyEnds(document));
        expect(writeRoundtripFile(read.value)).toBe(text);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a file of another kind is refused with what it looks like', () => {
  it.each([
    ['', 'an empty file'],
    ['\n \n', 'an empty file'],
    ['\0\0\0\0', 'power failure'],
    ['PK\u0003\u0004\u0014\u0000', 'an Excel workbook'],
    [
      new TextDecoder().decode(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])),
      'an old or encrypted Office file',
    ],
    ['%PDF-1.7', 'a PDF'],
    ['<!DOCTYPE html><html>', 'a web page (HTML)'],
    ['<?xml version="1.0"?>', 'XML'],
    [
      new TextDecoder().decode(
        new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]),
      ),
      'a binary file',
    ],
    ['Deal,Value\nA,300\n', 'plain text'],
    ['{"name":"some-package","private":true}', 'JSON of another kind, with the fields "name", "private"'],
    ['{"name":"some-package",', 'JSON of another kind'],
    ['{}', 'JSON of another kind: an object without fields'],
    ['[1,2,3]', 'JSON of another kind: a list'],
    ['"text"', 'plain text'],
    ['null', 'plain text'],
  ])('%j', (text, looks) => {
    const problem = problemOf(readRoundtripFile(text, 'plan.roundtrip'));
    expect(problem.code).toBe('foreign-file');
    expect(problem.message).toContain('"plan.roundtrip" is not a Roundtrip file');
    expect(problem.message).toContain(looks);
  });
});

describe('a file of a newer program', () => {
  it('is refused with the version found and the version supported', () => {
    const problem = problemOf(
      readRoundtripFile('{"format":"roundtrip","version":7,"somethingNew":[]}', 'plan.roundtrip'),
    );
    expect(problem.code).toBe('newer-file');
    expect(problem.message).toContain('version 7');
    expect(problem.message).toContain('versions up to 1');
  });
});

describe('a file of an older version', () => {
  /** A version that never shipped: it had a caption in place of a title. */
  const versionZero = z.looseObject({ caption: z.string() });
  const fromVersionZero: Migration = {
    from: 0,
    schema: versionZero,
    migrate: (file) => {
      const { caption, ...rest } = versionZero.parse(file);
      return { ...rest, title: caption, version: 1 };
    },
  };
  const old = smallText.replace('"version":1', '"version":0').replace('"title"', '"caption"');

  it('is migrated before it is validated', () => {
    expect(readRoundtripFile(old, 'old.roundtrip', [fromVersionZero])).toStrictEqual({
      ok: true,
      value: small,
    });
  });

  it('is refused when it does not fit its own version', () => {
    const problem = problemOf(
      readRoundtripFile(old.replace('"caption"', '"heading"'), 'old.roundtrip', [fromVersionZero]),
    );
    expect(problem.code).toBe('damaged-file');
    expect(problem.message).toContain('field "caption"');
  });

  it('is refused when no program ever wrote that version', () => {
    expect(problemOf(readRoundtripFile(old, 'old.roundtrip')).message).toContain(
      'version 0, which never existed',
    );
  });
});

describe('a file that is cut short', () => {
  it('says how far it reads and which sheet is the last complete one', () => {
    const text = smallText.slice(0, smallText.indexOf('"B",{"empty"') + 2);
    expect(problemOf(readRoundtripFile(text, 'plan.roundtrip'))).toStrictEqual({
      code: 'damaged-file',
      message: `"plan.roundtrip" is a damaged Roundtrip file: it is cut short: it reads up to line 19, character 4 (${text.length} of ${text.length} characters); its last complete sheet is "Cover", number 1.`,
      subject: 'plan.roundtrip',
      remedy: 'Restore it from a backup or from version control; the file was not changed.',
    });
  });

  it('says so when no sheet is complete', () => {
    expect(problemOf(readRoundtripFile(smallText.slice(0, 300), 'plan.roundtrip')).message).toContain(
      'no sheet in it is complete',
    );
  });

  it('says where foreign text begins', () => {
    const problem = problemOf(readRoundtripFile(changed('"Total"', 'Total'), 'plan.roundtrip'));
    expect(problem.message).toContain('line 20, character 2 ');
    expect(problem.message).toContain('stops being JSON');
  });

  it('is told apart from an unresolved merge', () => {
    const problem = problemOf(
      readRoundtripFile(changed('["Deal"', '<<<<<<< HEAD\n["Deal"'), 'plan.roundtrip'),
    );
    expect(problem.message).toContain('line 17 holds the marks of an unresolved merge');
    expect(problem.remedy).toContain('Resolve the merge');
  });

  it('is never accepted, wherever it is cut', () => {
    for (let length = 0; length < smallText.trimEnd().length; length++) {
      expect(readRoundtripFile(smallText.slice(0, length), 'cut.roundtrip').ok).toBe(false);
    }
    fc.assert(
      fc.property(
        workbookDocuments,
        fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
        (document, part) => {
          const text = writeRoundtripFile(document).trimEnd();
          expect(readRoundtripFile(text.slice(0, Math.floor(part * text.length)), 'cut.roundtrip').ok).toBe(
            false,
          );
        },
      ),
    );
  });
});

describe('a file with one damaged byte', () => {
  it('never throws', () => {
    fc.assert(
      fc.property(
        workbookDocuments,
        fc.nat(),
        fc.integer({ min: 0, max: 255 }),
        (document, position, byte) => {
          const bytes = new TextEncoder().encode(writeRoundtripFile(document));
          bytes[position % bytes.length] = byte;
          readRoundtripFile(new TextDecoder().decode(bytes), 'damaged.roundtrip');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('never throws on any text at all', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.json()),
        (text) => void readRoundtripFile(text, 'any.roundtrip'),
      ),
    );
    readRoundtripFile('['.repeat(1_000_000), 'deep.roundtrip');
    readRoundtripFile(`{"format":"roundtrip","version":1,"title":${'['.repeat(1_000_000)}`, 'deep.roundtrip');
    readRoundtripFile(
      `{"format":"roundtrip","version":1,"title":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      'deep.roundtrip',
    );
  });
});

describe('a file that contradicts itself is refused with the place and what is wrong', () => {
  it.each([
    [
      'two sheets of one name',
      '"name":"Cover"',
      '"name":"DEALS"',
      'sheet "Deals" has a name that another sheet has too',
    ],
    [
      'a name for cells of a missing sheet',
      '"cells":"Deals!$B$4"',
      '"cells":"Loans!$B$4"',
      'name "total_debt" stands for cells of the sheet "Loans", which does not exist',
    ],
    [
      'a name for no cells',
      '"cells":"Deals!$B$4"',
      '"cells":"Deals"',
      'name "total_debt" stands for "Deals", which is no reference',
    ],
    [
      'a name that reads as a cell',
      '"name":"total_debt"',
      '"name":"AB12"',
      'name "AB12" reads as the address of a cell',
    ],
    [
      'a name Excel does not take',
      '"name":"total_debt"',
      '"name":"total debt"',
      'name "total debt" must begin with a letter',
    ],
    [
      'a style that does not exist',
      '"input/us-bn",{',
      '"input/eur",{',
      'Deals!B2 uses the style "input/eur", which does not exist',
    ],
    [
      'a style listed twice',
      '"style":"label"',
      '"style":"input/us-bn"',
      'style "input/us-bn" is listed twice',
    ],
    [
      'a style with a dangerous name',
      '{"style":"label"',
      '{"style":"__proto__","role":"label"},\n{"style":"label"',
      'style "__proto__" has a name that no style may have',
    ],
    [
      'choices that do not exist',
      '"role":"label"',
      '"role":"label","choicesName":"yes_no"',
      'style "label" takes its choices from the name "yes_no", which does not exist',
    ],
    [
      'a number that is not finite',
      '[300,',
      '[1e999,',
      'Deals!B2 is wrong: content: expected text, a number, true, false or null',
    ],
    [
      'a bare number that is not finite',
      '["Deal","Value"]',
      '["Deal",-1e999]',
      'Deals!B1 is wrong: it cannot hold',
    ],
    [
      'a sheet name with a slash',
      '"name":"Cover"',
      '"name":"Cov/er"',
      'sheet "Cov/er" has a name that holds the character /',
    ],
    [
      'a sheet name that is too long',
      '"name":"Cover"',
      `"name":"${'x'.repeat(32)}"`,
      'has 32 characters; the limit is 31',
    ],
    ['a sheet without a name', '"name":"Cover"', '"name":""', 'sheet "" has a name that is empty'],
    [
      'a sheet name between apostrophes',
      '"name":"Cover"',
      '"name":"\'Cover\'"',
      'begins or ends with an apostrophe',
    ],
    [
      'a formula that is too long',
      '"=SUM(B2:B3)"',
      `"=${'1+'.repeat(5000)}1"`,
      'Deals!B4 holds a formula of 10002 characters',
    ],
    [
      'text that is too long',
      '["Deal",',
      `["${'x'.repeat(32_768)}",`,
      'Deals!A1 is wrong: its text of 32768 characters',
    ],
    [
      'a cell that is an object',
      '"Deal","Value"',
      '"Deal",{"content":5}',
      'Deals!B1 is wrong: a run of empty cells',
    ],
    [
      'a cell after a run of empty ones',
      '{"empty":3},true]',
      '{"empty":3},[true,7]]',
      'Deals!E3 is wrong: style',
    ],
    [
      'a cell in a row after a run of empty ones',
      '["=total_debt"]',
      '["=total_debt",["x",7]]',
      'Cover!B5 is wrong: style',
    ],
    [
      'provenance of an unknown kind',
      '"kind":"seed"',
      '"kind":"guess"',
      'Deals!B2 is wrong: note and provenance, provenance, kind',
    ],
    ['a row that is no list', '["Total","=SUM(B2:B3)"]', '"Total"', 'row 4 of sheet "Deals" is wrong'],
    [
      'too many columns',
      '{"empty":3},true]',
      '{"empty":16384},true]',
      'row 3 of sheet "Deals" has more than 16384 columns',
    ],
    [
      'too many rows',
      '{"empty":3},\n["=total_debt"]',
      '{"empty":1048576}',
      'sheet "Cover" has more than 1048576 rows',
    ],
    ['an unknown role', '"role":"input"', '"role":"inputs"', 'style "input/us-bn", field "role", is wrong'],
    [
      'an unknown field',
      '"frozenRows":1',
      '"frozenRows":1,"__proto__":{"polluted":true}',
      'sheet "Deals" is wrong: unrecognized key',
    ],
    ['a missing field', '"frozenRows":1,', '', 'sheet "Deals", field "frozenRows", is wrong'],
    [
      'a width that is no number',
      '[120,80.5]',
      '[120,"80"]',
      'sheet "Deals", field "columnWidths.1", is wrong',
    ],
    [
      'a title that is no text',
      '"title":"Small model"',
      '"title":5',
      'the file, field "title", is wrong: expected string, received number',
    ],
    ['a version that is no number', '"version":1', '"version":"1"', 'its first line should begin with'],
    [
      'another word for the format',
      '"format":"roundtrip"',
      '"format":"roundtri"',
      'its first line should begin with',
    ],
  ])('%s', (_what, from, to, message) => {
    const problem = problemOf(readRoundtripFile(changed(from, to), 'plan.roundtrip'));
    expect(problem.code).toBe('damaged-file');
    expect(problem.message).toContain(message);
    expect(problem.subject).toBe('plan.roundtrip');
    expect(problem.remedy).not.toBe('');
  });

  it('no sheet at all', () => {
    const text = '{"format":"roundtrip","version":1,"title":"","names":[],"styles":[],"sheets":[]}';
    expect(problemOf(readRoundtripFile(text, 'plan.roundtrip')).message).toContain('field "sheets"');
  });

  it('empty cells beyond what memory holds', () => {
    const row = `[{"empty":16383},1]`;
    const text = changed('["Deal","Value"]', Array.from({ length: 700 }, () => row).join(','));
    expect(problemOf(readRoundtripFile(text, 'plan.roundtrip')).message).toContain('beyond 10000000 cells');
  });

  it('and no key of it reaches the prototype of all objects', () => {
    readRoundtripFile(
      changed(
        '"title"',
        '"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}},"title"',
      ),
      'plan.roundtrip',
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
