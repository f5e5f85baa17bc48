import type { CellRole } from '../../shared/workbook/document.ts';

/** What a cell may be for, in words; what is not listed belongs to the layout of a page. */
export const roleWords: readonly (readonly [role: CellRole, words: string])[] = [
  ['calculation', 'Calculation'],
  ['input', 'Input'],
  ['link', 'Link to another sheet'],
  ['total', 'Total'],
  ['check', 'Check'],
  ['result', 'Result of a what-if table'],
  ['title', 'Title'],
  ['subtitle', 'Subtitle'],
  ['section', 'Section'],
  ['header', 'Heading'],
  ['label', 'Label'],
  ['unit', 'Unit'],
  ['note', 'Remark'],
  ['source', 'Source'],
  ['identifier', 'Identifier'],
];
