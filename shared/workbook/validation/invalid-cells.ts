import type { Address } from '../address.ts';
import { sharedRange } from '../range-parts.ts';
import { accepts } from './allowed.ts';
import { allowedWords } from './allowed-words.ts';
import type { ValidatedWorkbook } from './validated-workbook.ts';

/** A cell that holds what it may not, and what it may. */
export interface InvalidCell extends Address {
  readonly words: string;
}

/** The cells that hold what they may not, as far as their sheets are used; pauses after each cell that was looked at. */
export function* invalidCells({
  validations,
  allowed,
  valueAt,
  formatAt,
  extentOf,
}: ValidatedWorkbook): Generator<InvalidCell | null, void> {
  for (const validation of validations) {
    const { sheet, ranges, rule, ignoreBlank } = validation;
    if (rule.kind === 'any') continue;
    const { rows, columns } = extentOf(sheet);
    for (const range of ranges) {
      const used = sharedRange(range, { top: 0, left: 0, bottom: rows - 1, right: columns - 1 });
      if (!used) continue;
      for (let row = used.top; row <= used.bottom; row++) {
        for (let column = used.left; column <= used.right; column++) {
          const address = { sheet, row, column };
          const value = valueAt(address);
          const may = value === null && ignoreBlank ? null : allowed.at(validation, address);
          const isValid = may === null || (value === null ? may.kind === 'anything' : accepts(may, value));
          yield isValid ? null : { ...address, words: allowedWords(may, formatAt(address)) };
        }
      }
    }
  }
}
