import type { CellStyle as FileStyle } from 'hucre/xlsx';
import { cellReference, quoteSheet, rangeReference } from '../../workbook/address.ts';
import type { FileCell, FileSheet, FileWorkbook } from './file-workbook.ts';
import { listedCells } from './formula-report.ts';
import { bodyFont } from './xlsx-look.ts';
import type { ZipParts } from './zip.ts';

/*
 * What of a file has no place in our workbook, and is gone when it is exported again: told in sentences
 * that name it, so that nobody finds out from the exported file.
 */

/** Looks of cells that we do not have, and how a file has them. */
const lostLooks: readonly (readonly [what: string, has: (style: FileStyle) => boolean])[] = [
  [
    'Gradients and patterns of fills were left out',
    ({ fill }) =>
      fill?.type === 'gradient' || (fill?.type === 'pattern' && !/^(?:none|solid)$/.test(fill.pattern)),
  ],
  [
    'Text that is turned, shrunk to fit, or spread over its cell or its neighbours stands as other text',
    ({ alignment: { horizontal, vertical, textRotation, shrinkToFit } = {} }) =>
      /^(?:fill|justify|centerContinuous|distributed)$/.test(horizontal ?? '') ||
      /^(?:justify|distributed)$/.test(vertical ?? '') ||
      (textRotation ?? 0) !== 0 ||
      shrinkToFit === true,
  ],
  ['Diagonal borders were left out', ({ border }) => border?.diagonal !== undefined],
  ['Raised and lowered text stands as other text', ({ font }) => font?.vertAlign !== undefined],
];

/** Other things of cells that we do not have. */
const lostParts: readonly (readonly [what: string, has: (cell: FileCell) => boolean])[] = [
  [
    'Looks of parts of a text were left out',
    ({ richText = [] }) =>
      richText.some(({ font }) => JSON.stringify(font) !== JSON.stringify(richText[0]?.font)),
  ],
  ['Links were left out, their texts kept', ({ hyperlink }) => hyperlink !== undefined],
];

/** Parts of a file that are there for things which we do not have. */
const lostObjects: readonly (readonly [part: RegExp, what: string])[] = [
  [/^xl\/charts\/chart/, 'charts'],
  [/^xl\/media\//, 'pictures'],
  [/^xl\/pivotTables\//, 'pivot tables'],
  [/^xl\/(?:slicers|timelines)\//, 'slicers'],
  [/^xl\/vbaProject\.bin$/, 'macros'],
];

/** What of a file has no place here, a sentence each. */
export function leftOut(file: FileWorkbook, parts: ZipParts): string[] {
  const fonts = new Set<string>();
  const noteFont = ({ font }: FileStyle) => {
    if (font?.name !== undefined && font.name.toLowerCase() !== bodyFont.name.toLowerCase())
      fonts.add(font.name);
  };
  if (file.defaultFont) noteFont({ font: file.defaultFont });
  const found = new Map<string, string[]>();
  const add = (what: string, place: string) => {
    const places = found.get(what) ?? [];
    found.set(what, places);
    places.push(place);
  };
  const known = new Map<FileStyle, readonly string[]>();
  const lostOf = (style: FileStyle): readonly string[] => {
    const lost = known.get(style) ?? lostLooks.flatMap(([what, has]) => (has(style) ? [what] : []));
    if (!known.has(style)) noteFont(style);
    known.set(style, lost);
    return lost;
  };
  for (const sheet of file.sheets) {
    for (const [key, cell] of sheet.cells ?? []) {
      const lost = [
        ...(cell.style ? lostOf(cell.style) : []),
        ...lostParts.flatMap(([what, has]) => (has(cell) ? [what] : [])),
      ];
      if (lost.length === 0) continue;
      const [row = 0, column = 0] = key.split(',').map(Number);
      for (const what of lost) add(what, `${quoteSheet(sheet.name)}!${cellReference(row, column)}`);
    }
    for (const range of mergedRanges(sheet))
      add(
        'Merged cells were taken apart, their content is in the first of them',
        `${quoteSheet(sheet.name)}!${range}`,
      );
    if (sheet.protection?.sheet) add('Sheets are no longer protected', quoteSheet(sheet.name));
  }
  const objects = lostObjects.flatMap(([part, what]) =>
    [...parts.keys()].some((name) => part.test(name)) ? [what] : [],
  );
  return [
    ...(fonts.size > 0
      ? [`Text is shown and exported in one font, ${bodyFont.name}, instead of ${listed([...fonts])}.`]
      : []),
    ...[...found].map(([what, places]) => `${what}: ${listedCells(places)}.`),
    ...(objects.length > 0 ? [`Its ${listed(objects)} were left out.`] : []),
  ];
}

function mergedRanges({ merges = [] }: FileSheet): string[] {
  return merges.map(({ startRow, startCol, endRow, endCol }) =>
    rangeReference({ top: startRow, left: startCol, bottom: endRow, right: endCol }),
  );
}

/** `one, two and three`. */
function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? '';
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`;
}
