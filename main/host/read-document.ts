import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import type { FileKind } from '../../shared/host.ts';
import { failure, success } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { checkedFilePath } from './checked-path.ts';
import { fileFailure, fileProblem } from './file-problems.ts';

/** Files above this are refused: no workbook comes near it, and the window would run out of memory. */
export const largestDocumentBytes = 200 * 1024 * 1024;

/**
 * The text of a `.roundtrip` file.
 *
 * Takes a whole path; gives it with the text. Refuses other kinds of file, folders, devices,
 * files above 200 MB and text that is not UTF-8.
 */
export async function readDocument(path: string): Promise<Result<{ path: string; text: string }>> {
  const read = await readDocumentBytes(path, ['roundtrip']);
  if (!read.ok) return read;
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(read.value.bytes);
    return success({ path: read.value.path, text });
  } catch (error) {
    if (error instanceof TypeError && 'code' in error && error.code === 'ERR_ENCODING_INVALID_ENCODED_DATA') {
      return failure(
        fileProblem(path, 'opened', {
          code: 'not-text',
          because: 'it is not a Roundtrip workbook, or it is damaged',
          remedy: 'Choose another file, or take an earlier copy of it.',
        }),
      );
    }
    throw error;
  }
}

/**
 * The bytes of a file.
 *
 * Takes a path and the kinds its name may have; gives the whole path and the bytes. Refuses what
 * `readDocument` refuses, except text that is not UTF-8.
 */
export async function readDocumentBytes(
  path: string,
  kinds: readonly FileKind[],
): Promise<Result<{ path: string; bytes: Uint8Array }>> {
  const checked = checkedFilePath(path, kinds, 'opened');
  if (!checked.ok) return checked;
  try {
    const bytes = await readWithinLimit(checked.value);
    return bytes.ok ? success({ path: checked.value, bytes: bytes.value }) : bytes;
  } catch (error) {
    return fileFailure(error, checked.value, 'opened');
  }
}

/** `O_NONBLOCK` does not exist on Windows, and neither do named pipes in the file tree. */
const nonBlockingRead = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0);

async function readWithinLimit(path: string): Promise<Result<Uint8Array>> {
  // The size is asked of the opened file, so that it cannot be exchanged in between. Opening
  // without waiting keeps a named pipe from holding the program up for ever.
  const file = await open(path, nonBlockingRead);
  try {
    const status = await file.stat();
    if (!status.isFile()) return failure(notAFile(path, status.isDirectory()));
    if (status.size > largestDocumentBytes) return failure(tooLarge(path, status.size));
    return success(await file.readFile());
  } finally {
    await file.close();
  }
}

function notAFile(path: string, folder: boolean) {
  return fileProblem(path, 'opened', {
    code: folder ? 'is-a-folder' : 'not-a-file',
    because: folder ? 'it is a folder, not a file' : 'it is a device, not a file',
    remedy: folder ? 'Open the folder and choose a file in it.' : 'Choose a Roundtrip workbook.',
  });
}

function tooLarge(path: string, bytes: number) {
  const megabytes = Math.ceil(bytes / 1024 / 1024);
  return fileProblem(path, 'opened', {
    code: 'too-large',
    because: `it has ${megabytes} MB, and a workbook has at most ${largestDocumentBytes / 1024 / 1024} MB`,
    remedy: 'Check that it is a Roundtrip workbook.',
  });
}
