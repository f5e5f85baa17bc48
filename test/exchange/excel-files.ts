import { writeXlsx as writeFile } from 'hucre/xlsx';
import { expect } from 'vitest';
import { readXlsx } from '../../shared/exchange/xlsx/xlsx-read.ts';
import { writeXlsx } from '../../shared/exchange/xlsx/xlsx-write.ts';
import { bytesOf, textOf, unzip, zip, zipDirectory, type ZipParts } from '../../shared/exchange/xlsx/zip.ts';
import type { WorkbookDocument } from '../../shared/workbook/document.ts';
import { parseReference } from '../../shared/workbook/address.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';

/** A document as an .xlsx file. */
export async function exported(document: WorkbookDocument): Promise<Uint8Array> {
  const workbook = Workbook.open(document);
  const file = await writeXlsx(workbook);
  workbook.close();
  return file;
}

/** What is read of a file. Throws where it is refused. */
export async function read(bytes: Uint8Array, fileName = 'plan.xlsx') {
  const result = await readXlsx(bytes, fileName);
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}

/** Why a file is refused. Throws where it is read. */
export async function problem(bytes: Uint8Array) {
  const result = await readXlsx(bytes, 'plan.xlsx');
  if (result.ok) throw new Error('The file was accepted');
  return result.problem;
}

/** The parts of a file. Throws where it is damaged. */
export async function unzipped(file: Uint8Array): Promise<ZipParts> {
  const parts = await unzip(file, zipDirectory(file) ?? [], Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  return parts.value;
}

/** The file with a part put right by hand. */
export async function withPart(
  file: Uint8Array,
  part: string,
  edit: (text: string) => string,
): Promise<Uint8Array> {
  const edited = [...(await unzipped(file))].map(([name, bytes]): [string, Uint8Array] => {
    if (name !== part) return [name, bytes];
    expect(edit(textOf(bytes))).not.toBe(textOf(bytes));
    return [name, bytesOf(edit(textOf(bytes)))];
  });
  return zip(new Map(edited), false);
}

/** The file with more parts. */
export async function withAddedParts(
  file: Uint8Array,
  added: ReadonlyMap<string, Uint8Array>,
): Promise<Uint8Array> {
  return zip(new Map([...(await unzipped(file)), ...added]), false);
}

/** A file with 1, 2, 3 and 10, 20, 30 in A1:B3, names for them, and plain formulas elsewhere, by address. */
export function plainFormulas(
  formulas: Readonly<Record<string, string>>,
  array = false,
): Promise<Uint8Array> {
  return writeFile({
    sheets: [
      {
        name: 'S',
        rows: [
          [1, 10],
          [2, 20],
          [3, 30],
        ],
        cells: new Map(
          Object.entries(formulas).map(([address, formula]) => {
            const { top = 0, left = 0 } = parseReference(address)?.range ?? {};
            return [
              `${top},${left}`,
              { formula, ...(array && { formulaType: 'array' as const, formulaRef: address }) },
            ];
          }),
        ),
      },
    ],
    namedRanges: [
      { name: 'ones', range: 'S!$A$1:$A$3' },
      { name: 'one', range: 'S!$A$1' },
    ],
  });
}
