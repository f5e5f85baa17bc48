import { basename, dirname } from 'node:path';
import { failure } from '../../shared/result.ts';
import type { Problem } from '../../shared/result.ts';

/** What was being done, as it stands in a message: "could not be saved". */
export type FileAction = 'opened' | 'saved' | 'listed';

interface Explanation {
  readonly code: string;
  /** What happened, after "could not be saved: ". */
  readonly because: string;
  readonly remedy: string;
}

const otherPlace = 'Save it in another folder.';

/** The system's error names, in plain words. Names not listed here get the general explanation. */
const explanations: Readonly<Record<string, (path: string, action: FileAction) => Explanation>> = {
  ENOENT: (path, action) =>
    action === 'saved'
      ? {
          code: 'folder-missing',
          because: `the folder ${dirname(path)} does not exist`,
          remedy: 'Choose a folder that exists.',
        }
      : {
          code: 'not-found',
          because: 'there is nothing at that path',
          remedy: 'It may have been moved, renamed or deleted; choose it again.',
        },
  ENOTDIR: (_path, action) => ({
    code: 'not-a-folder',
    because: 'a part of its path is a file, not a folder',
    remedy: action === 'saved' ? otherPlace : 'Choose a folder that exists.',
  }),
  EISDIR: (_path, action) => ({
    code: 'is-a-folder',
    because: 'it is a folder, not a file',
    remedy: action === 'saved' ? 'Give the file another name.' : 'Open the folder and choose a file in it.',
  }),
  EEXIST: () => ({
    code: 'exists',
    because: 'a file of that name is already there',
    remedy: 'Replace it, or give the file another name.',
  }),
  EACCES: (_path, action) => ({
    code: 'no-permission',
    because: 'you have no permission there',
    remedy: action === 'saved' ? otherPlace : 'Ask its owner for permission, or choose another one.',
  }),
  EPERM: (_path, action) => ({
    code: 'no-permission',
    because: 'the system does not permit it',
    remedy:
      action === 'saved'
        ? 'Close other programs that have the file open, or save it in another folder.'
        : 'Ask its owner for permission, or choose another one.',
  }),
  EROFS: () => ({
    code: 'read-only-disk',
    because: 'the disk can only be read',
    remedy: 'Save it on another disk.',
  }),
  ENOSPC: () => ({
    code: 'disk-full',
    because: 'the disk is full',
    remedy: 'Free some space or save it on another disk; the file that was there is unchanged.',
  }),
  EDQUOT: () => ({
    code: 'disk-full',
    because: 'your share of the disk is used up',
    remedy: 'Free some space or save it on another disk; the file that was there is unchanged.',
  }),
  EFBIG: () => ({
    code: 'too-large',
    because: 'it is larger than this disk allows a file to be',
    remedy: 'Save it on another disk; the file that was there is unchanged.',
  }),
  ENAMETOOLONG: (_path, action) => ({
    code: 'name-too-long',
    because: 'its name is too long for this disk',
    remedy: action === 'saved' ? 'Give the file a shorter name.' : 'Choose a file with a shorter name.',
  }),
  EBUSY: () => ({
    code: 'in-use',
    because: 'another program has it open',
    remedy: 'Close the file in the other program and try again.',
  }),
  ELOOP: () => ({
    code: 'link-loop',
    because: 'it is a link that leads back to itself',
    remedy: 'Choose the file itself instead of the link.',
  }),
  EMFILE: () => ({
    code: 'too-many-files',
    because: 'too many files are open on this machine',
    remedy: 'Close some other programs and try again.',
  }),
  EIO: () => ({
    code: 'disk-error',
    because: 'the disk reported an error',
    remedy: 'Use another disk and check this one.',
  }),
};

/** The system's name of an error (`ENOSPC`), or null when it is not one of the system's errors. */
export function systemErrorName(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const { code, errno } = error as NodeJS.ErrnoException;
  return typeof code === 'string' && typeof errno === 'number' ? code : null;
}

/**
 * The problem behind an error of a file operation, for a person.
 *
 * Gives what happened, to which file, and what to do. Throws the error again when it does not
 * come from the system: then it is a bug, and hiding it would hide the bug.
 */
export function describeFileError(error: unknown, path: string, action: FileAction): Problem {
  const name = systemErrorName(error);
  if (name === null) throw error;
  const explanation = explanations[name]?.(path, action) ?? {
    code: 'file-error',
    because: `the system reported ${name}`,
    remedy: 'Try again, or use another folder.',
  };
  return fileProblem(path, action, explanation);
}

/** A problem with one file, worded like those of the system. */
export function fileProblem(path: string, action: FileAction, explanation: Explanation): Problem {
  return {
    code: explanation.code,
    message: `${basename(path) || path} could not be ${action}: ${explanation.because}.`,
    subject: path,
    remedy: explanation.remedy,
  };
}

/** `describeFileError` as a failed result. */
export function fileFailure(error: unknown, path: string, action: FileAction) {
  return failure(describeFileError(error, path, action));
}
