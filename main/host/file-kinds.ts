import { extname } from 'node:path';
import type { FileKind } from '../../shared/host.ts';

interface KindOfFile {
  /** With its dot, lower case. */
  readonly extension: string;
  /** What a file dialog calls it. */
  readonly label: string;
}

/** The kinds of file the window may name. The host opens and writes no others. */
export const fileKinds: Readonly<Record<FileKind, KindOfFile>> = {
  roundtrip: { extension: '.roundtrip', label: 'Roundtrip workbook' },
  xlsx: { extension: '.xlsx', label: 'Excel workbook' },
  pdf: { extension: '.pdf', label: 'PDF document' },
};

/**
 * Whether a path ends in the extension of one of `kinds`, in upper or lower case.
 * A compromised window can so never be made to read a key file or to replace a start-up script.
 */
export function hasKind(path: string, kinds: readonly FileKind[]): boolean {
  const extension = extname(path).toLowerCase();
  return kinds.some((kind) => fileKinds[kind].extension === extension);
}

/** The path with the kind's extension added when it has another or none. */
export function withExtension(path: string, kind: FileKind): string {
  return hasKind(path, [kind]) ? path : path + fileKinds[kind].extension;
}
