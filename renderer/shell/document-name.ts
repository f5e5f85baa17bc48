/** The last part of a path, whichever way the system writes it. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path;
}

/** What a document is called on the screen: its file without the ending, or the workbook's own title. */
export function documentName(path: string | null, title: string): string {
  return path === null ? title : fileName(path).replace(/\.roundtrip$/i, '');
}
