import { readXlsx } from 'hucre/xlsx';
import { failure, success, type Result } from '../../result.ts';
import { sheetNameFault } from '../../workbook/sheet-name.ts';
import { damagedXlsx } from './xlsx-archive.ts';
import { zip, type ZipParts } from './zip.ts';

/** A file as the library reads it. */
export type FileWorkbook = Awaited<ReturnType<typeof readXlsx>>;
export type FileSheet = FileWorkbook['sheets'][number];
export type FileCell = NonNullable<ReturnType<NonNullable<FileSheet['cells']>['get']>>;

/**
 * Reads the parts of an xlsx file, numbers as the file holds them. `skipped` are sheets without cells,
 * which the library takes for damaged ones. Refuses a file that does not read, that has no sheet, or
 * whose sheets have names that they cannot have.
 */
export async function fileWorkbook(
  parts: ZipParts,
  skipped: ReadonlySet<string>,
  fileName: string,
): Promise<Result<FileWorkbook>> {
  let file: FileWorkbook;
  try {
    file = await libraryWorkbook(parts, skipped);
  } catch (error) {
    // The library throws on everything that it does not expect in a file.
    const reason = error instanceof Error ? error.message : String(error);
    return failure(damagedXlsx(fileName, `The part that does not read: ${reason}.`));
  }
  const damage = sheetsDamage(file.sheets.map(({ name }) => name));
  return damage === null ? success(file) : failure(damagedXlsx(fileName, damage));
}

async function libraryWorkbook(parts: ZipParts, skipped: ReadonlySet<string>): Promise<FileWorkbook> {
  const sheetsWithCells = { sheets: ({ name }: { readonly name: string }) => !skipped.has(name) };
  // Packed again from the parts that were unpacked within the limit: the library has none of its own.
  const file = await readXlsx(await zip(parts, false), { readStyles: true, ...sheetsWithCells });
  if (file.sheets.some(({ rows }) => rows.some((row) => row.some((value) => value instanceof Date)))) {
    // The library turns numbers with a date format into dates, rounded; without formats it gives the numbers.
    const withoutFormats = new Map([...parts].filter(([name]) => !name.endsWith('/styles.xml')));
    const plain = await readXlsx(await zip(withoutFormats, false), sheetsWithCells);
    for (const [index, sheet] of file.sheets.entries()) sheet.rows = plain.sheets[index]?.rows ?? [];
  }
  return file;
}

function sheetsDamage(names: readonly string[]): string | null {
  if (names.length === 0) return 'It has no sheet with cells.';
  const taken = new Set<string>();
  for (const name of names) {
    if (taken.has(name.toLowerCase())) return `It has two sheets with the name "${name}".`;
    taken.add(name.toLowerCase());
  }
  for (const name of names) {
    const fault = sheetNameFault(name);
    if (fault) return `The name of its sheet "${name}" ${fault}.`;
  }
  return null;
}
