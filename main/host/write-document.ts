import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { FileKind, HostInput } from '../../shared/host.ts';
import { failure, success } from '../../shared/result.ts';
import type { Result } from '../../shared/result.ts';
import { checkedFilePath } from './checked-path.ts';
import { fileFailure, fileProblem, systemErrorName } from './file-problems.ts';
import { writeAtomic } from './write-atomic.ts';

/**
 * Writes a workbook or an export, atomically.
 *
 * Takes a whole path, the content, and whether an existing file may be replaced. Gives the path.
 * Refuses kinds of file the program does not make, folders, files marked as read-only, and an
 * existing file unless `replace`; on every failure the file that was there stays as it was.
 */
export async function writeDocument(request: HostInput<'files.write'>): Promise<Result<{ path: string }>> {
  const { content, replace } = request;
  const bytes = content.kind === 'text' ? content.text : Buffer.from(content.base64, 'base64');
  return writeExport(request.path, bytes, { replace, kinds: ['roundtrip', 'xlsx', 'pdf'] });
}

/** `writeDocument` for content that is at hand as text or bytes, and for names of `kinds` only. */
export async function writeExport(
  path: string,
  content: string | Uint8Array,
  rules: WritingRules,
): Promise<Result<{ path: string }>> {
  const target = await checkTarget(path, rules);
  if (!target.ok) return target;
  try {
    await writeAtomic(target.value.path, content);
    return target;
  } catch (error) {
    return fileFailure(error, target.value.path, 'saved');
  }
}

interface WritingRules {
  /** Whether an existing file may be replaced. */
  readonly replace: boolean;
  readonly kinds: readonly FileKind[];
}

/**
 * Whether `writeExport` may write there, before its content is at hand; writes nothing. Gives the
 * path. Refuses what `writeDocument` refuses, and a folder that does not exist.
 */
export async function checkTarget(
  path: string,
  { replace, kinds }: WritingRules,
): Promise<Result<{ path: string }>> {
  const checked = checkedFilePath(path, kinds, 'saved');
  if (!checked.ok) return checked;
  try {
    const obstacle = await obstacleAt(checked.value, replace);
    return obstacle === null ? success({ path: checked.value }) : failure(obstacle);
  } catch (error) {
    return fileFailure(error, checked.value, 'saved');
  }
}

/** What stands in the way of writing there, or null. Throws when the system does, as over a missing folder. */
async function obstacleAt(path: string, replace: boolean) {
  const there = await stat(path).catch((error: unknown) => {
    if (systemErrorName(error) === 'ENOENT') return null;
    throw error;
  });
  if (there === null) {
    await stat(dirname(path));
    return null;
  }
  if (!there.isFile()) {
    return fileProblem(path, 'saved', {
      code: there.isDirectory() ? 'is-a-folder' : 'not-a-file',
      because: there.isDirectory() ? 'it is a folder, not a file' : 'it is a device, not a file',
      remedy: 'Give the file another name.',
    });
  }
  if (!replace) {
    return fileProblem(path, 'saved', {
      code: 'exists',
      because: 'a file of that name is already there',
      remedy: 'Replace it, or give the file another name.',
    });
  }
  return (await markedReadOnly(path, there.mode))
    ? fileProblem(path, 'saved', {
        code: 'read-only-file',
        because: 'the file is marked as read-only',
        remedy: 'Save it under another name, or remove the mark.',
      })
    : null;
}

/** A rename would go over a read-only file without asking; the mark is there to be heeded. */
async function markedReadOnly(path: string, mode: number): Promise<boolean> {
  if ((mode & 0o222) === 0) return true;
  try {
    await access(path, constants.W_OK);
    return false;
  } catch (error) {
    if (systemErrorName(error) === 'EACCES' || systemErrorName(error) === 'EPERM') return true;
    throw error;
  }
}
