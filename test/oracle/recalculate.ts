import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { readXlsx } from 'hucre/xlsx';
import { unzip, zip, zipDirectory } from '../../shared/exchange/xlsx/zip.ts';
import { errorCodes, type CellValue, type ErrorCode } from '../../shared/workbook/document.ts';

const run = promisify(execFile);

/** A start with a fresh profile takes seconds; a hanging one must not hold up all tests. */
const timeLimit = 120_000;

/**
 * Settings of the profile: recalculate every xlsx file while loading it. Left to itself LibreOffice
 * trusts the values that the file brings along, and would only repeat ours.
 */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
`;

/** True when LibreOffice can be started here. */
async function hasLibreOffice(): Promise<boolean> {
  try {
    await run('soffice', ['--version'], { timeout: timeLimit });
    return true;
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return false;
    throw problem;
  }
}

/** True where the tests against LibreOffice must run: everywhere but on a machine of one's own without it. */
export async function runsOracle(): Promise<boolean> {
  return process.env['CI'] !== undefined || (await hasLibreOffice());
}

/**
 * Values of all sheets of an xlsx file, by sheet, row by row, after LibreOffice has loaded it and
 * recalculated every formula. Throws when LibreOffice is missing or gives no file.
 */
export async function recalculateWithLibreOffice(xlsx: Uint8Array): Promise<Map<string, CellValue[][]>> {
  const [values] = await recalculateAllWithLibreOffice([xlsx]);
  if (!values) throw new Error('LibreOffice was given no file');
  return values;
}

/** The same for several files, in one start of LibreOffice: its start costs as much as a large file. */
export async function recalculateAllWithLibreOffice(
  files: readonly Uint8Array[],
): Promise<Map<string, CellValue[][]>[]> {
  return Promise.all((await savedByLibreOffice(files)).map(valuesOf));
}

/** Xlsx files as LibreOffice writes them after it has loaded them and recalculated every formula. */
export async function savedByLibreOffice(files: readonly Uint8Array[]): Promise<Uint8Array[]> {
  const folder = await mkdtemp(join(tmpdir(), 'roundtrip-recalculate-'));
  try {
    const profile = join(folder, 'profile');
    await mkdir(join(profile, 'user'), { recursive: true });
    await writeFile(join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
    const given = files.map((_, index) => join(folder, `given-${index}.xlsx`));
    for (const [index, path] of given.entries()) await writeFile(path, files[index] ?? '');
    const { stdout, stderr } = await run(
      'soffice',
      [
        `-env:UserInstallation=${pathToFileURL(profile).href}`,
        '--headless',
        '--norestore',
        '--convert-to',
        'xlsx:Calc MS Excel 2007 XML',
        '--outdir',
        join(folder, 'recalculated'),
        ...given,
      ],
      { timeout: timeLimit },
    );
    const answers: Uint8Array[] = [];
    for (const path of given) {
      const answer = await readFile(join(folder, 'recalculated', basename(path))).catch((cause: unknown) => {
        throw new Error(`LibreOffice gave no file. ${stdout} ${stderr}`, { cause });
      });
      answers.push(new Uint8Array(answer));
    }
    return answers;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function valuesOf(xlsx: Uint8Array): Promise<Map<string, CellValue[][]>> {
  const { sheets } = await readXlsx(await withoutFormats(xlsx));
  return new Map(
    sheets.map(({ name, rows, cells }) => [
      name,
      rows.map((row, rowIndex) =>
        row.map((raw, column) => value(raw, cells?.get(`${rowIndex},${column}`)?.type)),
      ),
    ]),
  );
}

/** The file without its formats, so that a number with a date format is read as the number it is. */
async function withoutFormats(xlsx: Uint8Array): Promise<Uint8Array> {
  const entries = zipDirectory(xlsx);
  if (!entries) throw new Error('LibreOffice wrote no zip archive');
  const parts = await unzip(xlsx, entries, Infinity);
  if (!parts.ok) throw new Error(parts.problem.message);
  return zip(new Map([...parts.value].filter(([name]) => name !== 'xl/styles.xml')), false);
}

function value(raw: unknown, type: string | undefined): CellValue {
  if (raw === null || raw === undefined) return null;
  if (typeof raw === 'string') return type === 'error' && isErrorCode(raw) ? { error: raw } : raw;
  if (typeof raw === 'number' || typeof raw === 'boolean') return raw;
  throw new Error(`LibreOffice's file holds a value of unknown kind: ${JSON.stringify(raw)}`);
}

function isErrorCode(text: string): text is ErrorCode {
  return (errorCodes as readonly string[]).includes(text);
}
