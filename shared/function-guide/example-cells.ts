import type { WorkbookDocument } from '../workbook/document.ts';

/** The cells that examples may read, from A1 on: deals, and beside them criteria for the database functions. */
export const exampleCells: readonly (readonly (string | number | null)[])[] = [
  ['Deal', 'Year', 'US$ bn', null, 'Deal', 'US$ bn'],
  ['Cloud', 2025, 300, null, 'Chips', '>95'],
  ['Chips', 2026, 100, null, 'Cloud', null],
  ['Cloud', 2027, 38, null, null, null],
  ['Power', 2026, 22.5, null, null, null],
  ['Chips', 2028, 90, null, null, null],
];

/** A workbook of these cells alone, in which examples are calculated. */
export function exampleDocument(): WorkbookDocument {
  return {
    title: 'Examples',
    styles: {},
    names: [],
    sheets: [
      {
        name: 'Examples',
        rows: exampleCells.map((cells) => cells.map((content) => (content === null ? null : { content }))),
        columnWidths: [],
        frozenRows: 0,
        frozenColumns: 0,
        gridLines: true,
      },
    ],
  };
}

/** Whether an example reads cells. */
export function readsCells(example: string): boolean {
  return /\b[A-F][1-6]\b/.test(example.replaceAll(/"[^"]*"/g, ''));
}
