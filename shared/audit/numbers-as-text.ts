import type { Address } from '../workbook/address.ts';
import { isFormula, plainText } from '../workbook/document.ts';
import { readTextNumber } from '../workbook/number-format.ts';
import { areasOf, areasText } from '../workbook/areas.ts';
import type { Finding } from './finding.ts';
import type { Survey, SurveyedSheet } from './survey.ts';

/** Where a text of digits is a name, not a figure. */
const wordRoles: ReadonlySet<string | undefined> = new Set([
  'title',
  'subtitle',
  'section',
  'header',
  'unit',
  'note',
  'identifier',
  'source',
]);

/** A finding for each block of texts that look like numbers. */
export function findNumbersAsText(survey: Survey): Finding[] {
  const found: Address[] = [];
  for (const sheet of survey.sheets) {
    for (let row = 0; row < sheet.rowCount; row++) {
      for (let column = 0; column < sheet.columnCount; column++) {
        const cell = sheet.cell(row, column);
        const content = cell?.content;
        if (typeof content !== 'string' || isFormula(content)) continue;
        if (!looksLikeNumber(plainText(content)) || wordRoles.has(survey.role(cell))) continue;
        if (!counts(sheet, row, column)) found.push({ sheet: sheet.name, row, column });
      }
    }
  }
  return areasOf(found, survey.sheetNames).map((area) => {
    const { top, left, bottom, right } = area.range;
    const content = survey.sheet(area.sheet)?.content(top, left);
    const shown = typeof content === 'string' ? plainText(content) : '';
    const one = top === bottom && left === right;
    return {
      kind: 'number-as-text',
      cells: [area],
      message: one
        ? `${areasText([area])} holds “${shown}” as text: sums pass over it.`
        : `${areasText([area])} hold numbers as text, such as “${shown}”: sums pass over them.`,
      remedy: 'Type the number again without an apostrophe, in a cell whose format is not Text.',
    };
  });
}

/** Digits with signs of numbers around them; not codes such as `007`, years, ranges or dates. */
function looksLikeNumber(text: string): boolean {
  const bare = text.trim();
  if (!/^[-+(]?[$€£]?[-+]?(?:\d[\d,]*(?:\.\d*)?|\.\d+)(?:e[-+]?\d+)?\s*%?\)?$/i.test(bare)) return false;
  return !/^0\d/.test(bare) && !/^(?:19|20)\d\d$/.test(bare) && readTextNumber(bare) !== undefined;
}

/** Texts that count on from cell to cell, such as 1, 2, 3, head the columns under them. */
function counts(sheet: SurveyedSheet, row: number, column: number): boolean {
  const place = (at: number) => {
    const content = sheet.content(row, at);
    return typeof content === 'string' && /^'?[0-9]{1,2}$/.test(content) ? Number(plainText(content)) : NaN;
  };
  const own = place(column);
  return place(column - 1) === own - 1 || place(column + 1) === own + 1;
}
