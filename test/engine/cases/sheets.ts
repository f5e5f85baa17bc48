import { excel, type CaseFamily } from './excel-case.ts';

/** A workbook of three sheets, as in Microsoft's example: `Data`, this one and `Formulas`. */
export const sheets: CaseFamily = {
  sheets: { Second: [['Second']] },
  cases: [['=SHEETS()', 3, excel('SHEETS function')]],
};
