import { failure, success, type Problem, type Result } from '../../result.ts';
import { foreignLooks } from '../roundtrip/foreign-text.ts';
import { textOf, unzip, zipDirectory, type ZipEntry, type ZipParts } from './zip.ts';

/** What a workbook may unpack to: many times the largest real ones, and still within a process's memory. */
const maximumSize = 512 * 1_048_576;
/** Real sheets shrink ten to forty times. Small files are let through whatever they claim. */
const maximumRatio = 250;
const ratioCountsFrom = 32 * 1_048_576;

/** The first bytes of the container of old and of encrypted Office files. */
const oleStart = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * The parts of an xlsx file. Refuses anything that is not one, says what it is, and refuses an
 * archive made to fill the memory before any of it is unpacked. Never throws on any bytes.
 */
export async function xlsxParts(bytes: Uint8Array, fileName: string): Promise<Result<ZipParts>> {
  if (oleStart.every((byte, index) => bytes[index] === byte)) return failure(oldOrEncrypted(bytes, fileName));
  const entries = zipDirectory(bytes);
  if (!entries || entries.length === 0) return failure(noArchive(bytes, fileName));
  const kind = otherKind(entries);
  if (kind !== null) return failure(foreign(fileName, kind));
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > maximumSize || (size > ratioCountsFrom && size > bytes.length * maximumRatio))
    return failure(tooLarge(fileName, size));
  const parts = await unzip(bytes, entries, maximumSize);
  if (parts.ok) return success(parts.value);
  return failure(
    parts.problem.code === 'archive-too-large'
      ? tooLarge(fileName, maximumSize)
      : damagedXlsx(fileName, parts.problem.message),
  );
}

/** The file is an xlsx file that cannot be read; `what` is a sentence. */
export function damagedXlsx(fileName: string, what: string): Problem {
  return {
    code: 'damaged-file',
    message: `"${fileName}" is a damaged Excel file. ${what}`,
    subject: fileName,
    remedy: 'Open it in Excel or LibreOffice, let it be repaired, and save it again as .xlsx.',
  };
}

function oldOrEncrypted(bytes: Uint8Array, fileName: string): Problem {
  const encrypted = holds(bytes, 'EncryptedPackage');
  return {
    code: encrypted ? 'encrypted-file' : 'old-format',
    message: encrypted
      ? `"${fileName}" is protected by a password.`
      : `"${fileName}" is in the old Excel format (.xls).`,
    subject: fileName,
    remedy: encrypted
      ? 'Open it in Excel, remove the password, and save it again.'
      : 'Open it in Excel or LibreOffice and save it as .xlsx.',
  };
}

/** True when the bytes hold the text as two-byte characters, as the directory of the old container does. */
function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0);
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let index = 0;
    while (
      index < text.length &&
      bytes[at + index * 2] === text.charCodeAt(index) &&
      bytes[at + index * 2 + 1] === 0
    )
      index++;
    if (index === text.length) return true;
  }
  return false;
}

function noArchive(bytes: Uint8Array, fileName: string): Problem {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b)
    return damagedXlsx(fileName, 'It is cut short, or its list of contents is missing.');
  const looks = foreignLooks(textOf(bytes.subarray(0, 8192)));
  return foreign(fileName, looks ?? 'JSON, or a Roundtrip file');
}

/** What an archive is when it is no xlsx file; null when it is one. */
function otherKind(entries: readonly ZipEntry[]): string | null {
  const has = (name: string) => entries.some((entry) => entry.name === name);
  const hasFolder = (folder: string) => entries.some((entry) => entry.name.startsWith(folder));
  if (has('xl/workbook.bin')) return 'a binary Excel workbook (.xlsb)';
  if (has('[Content_Types].xml') && !hasFolder('word/') && !hasFolder('ppt/')) return null;
  if (hasFolder('word/')) return 'a Word document';
  if (hasFolder('ppt/')) return 'a PowerPoint presentation';
  if (has('mimetype') && has('content.xml')) return 'an OpenDocument file (.ods)';
  return 'a zip archive of another kind';
}

function foreign(fileName: string, looks: string): Problem {
  return {
    code: 'foreign-file',
    message: `"${fileName}" is not an Excel file (.xlsx); it looks like ${looks}.`,
    subject: fileName,
    remedy: 'Open it in the program that made it and save it as .xlsx.',
  };
}

function tooLarge(fileName: string, size: number): Problem {
  return {
    code: 'file-too-large',
    message: `"${fileName}" would unpack to ${Math.round(size / 1_048_576)} MB or more; up to ${maximumSize / 1_048_576} MB is read, and less from a file that is packed as tightly as no real workbook is.`,
    subject: fileName,
    remedy: 'Save the sheets that are needed as a smaller file.',
  };
}
