import type { Address } from '../workbook/address.ts';
import { shortened } from '../workbook/explain/part-words.ts';
import { areasOf, areasText } from '../workbook/areas.ts';
import type { Finding } from './finding.ts';
import type { Survey, SurveyedSheet } from './survey.ts';

/*
 * Cells that stand between others of one formula, filled right or down, and hold another formula or a
 * number. Beginnings and ends of a run are left alone: opening balances and totals stand there.
 */

/** So many cells on each side, or on both together, make a pattern. */
const leastAround = 3;
/** Longer stretches than this are another part of the sheet, not a slip. */
const longestSlip = 2;

interface Slip {
  readonly cells: readonly Address[];
  /** A cell of the pattern beside it. */
  readonly model: string;
  readonly along: 'row' | 'column';
}

/** A finding for each stretch of odd cells. */
export function findBrokenPatterns(survey: Survey): Finding[] {
  return survey.sheets.flatMap((sheet) => {
    const inRows = slipsAlong(survey, sheet, 'row');
    const seen = new Set(inRows.flatMap(({ cells }) => cells.map(keyOf)));
    const inColumns = slipsAlong(survey, sheet, 'column').filter(
      ({ cells }) => !cells.some((cell) => seen.has(keyOf(cell))),
    );
    return [...inRows, ...inColumns].map((slip) => finding(survey, sheet, slip));
  });
}

const keyOf = ({ row, column }: Address) => `${row}:${column}`;

function slipsAlong(survey: Survey, sheet: SurveyedSheet, along: Slip['along']): Slip[] {
  const [lines, places] =
    along === 'row' ? [sheet.rowCount, sheet.columnCount] : [sheet.columnCount, sheet.rowCount];
  const slips: Slip[] = [];
  for (let line = 0; line < lines; line++) {
    const cells = Array.from({ length: places }, (_, place) =>
      along === 'row' ? lookAt(survey, sheet, line, place) : lookAt(survey, sheet, place, line),
    );
    for (const { from, to } of stretches(cells.map((cell) => cell?.form))) {
      const odd = cells.slice(from, to).flatMap((cell) => (cell ? [cell] : []));
      const before = cells[from - 1];
      if (!before || odd.some((cell) => isPartOfAnother(survey, sheet, cell, along))) continue;
      slips.push({ cells: odd, model: sheet.formula(before.row, before.column)?.formula ?? '', along });
    }
  }
  return slips;
}

interface Look extends Address {
  /** The relative form of a formula, or that a number was typed. */
  readonly form: string;
}

/** Stands for the relative form where a number was typed. */
const typed = '#';
const typedInput = '#input';

/** What counts in a pattern: formulas, and numbers that are not shown as inputs. */
function lookAt(survey: Survey, sheet: SurveyedSheet, row: number, column: number): Look | undefined {
  const formula = sheet.formula(row, column);
  if (formula) return formula;
  const cell = sheet.cell(row, column);
  if (typeof cell?.content !== 'number') return undefined;
  return { sheet: sheet.name, row, column, form: survey.role(cell) === 'input' ? typedInput : typed };
}

/** Where short stretches of other forms stand between cells of one form, the end not included. */
function stretches(forms: readonly (string | undefined)[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let from = 0;
  while (from < forms.length) {
    const form = forms[from];
    let to = from + 1;
    while (to < forms.length && forms[to] === form) to++;
    if (form !== undefined && !form.startsWith(typed)) {
      const back = forms.indexOf(form, to);
      const gap = back < 0 ? [] : forms.slice(to, back);
      if (gap.length > 0 && gap.length <= longestSlip && !gap.includes(undefined)) {
        let end = back + 1;
        while (forms[end] === form) end++;
        const around = to - from + (end - back);
        // One finding a stretch; the pattern goes on behind it.
        if (around >= leastAround) found.push({ from: to, to: back });
      }
    }
    from = to;
  }
  // A formula that comes back, such as that of years between quarters, is a pattern of its own.
  const odd = found.flatMap(({ from: start, to: end }) => forms.slice(start, end));
  const comesBack = (form: string | undefined) =>
    form !== typed && odd.filter((other) => other === form).length > 1;
  return found.filter(({ from: start, to: end }) => !forms.slice(start, end).every(comesBack));
}

/** True where a neighbour across is as odd in its own line: then both belong to a row or column of their own. */
function isPartOfAnother(survey: Survey, sheet: SurveyedSheet, cell: Look, along: Slip['along']): boolean {
  if (cell.form === typedInput) return true;
  const [down, right] = along === 'row' ? [1, 0] : [0, 1];
  return [-1, 1].some((side) => {
    const [row, column] = [cell.row + side * down, cell.column + side * right];
    if (row < 0 || column < 0 || lookAt(survey, sheet, row, column)?.form !== cell.form) return false;
    return lookAt(survey, sheet, row - right, column - down)?.form !== cell.form;
  });
}

function finding(survey: Survey, sheet: SurveyedSheet, { cells, model, along }: Slip): Finding {
  const areas = areasOf(cells, survey.sheetNames);
  const contents = new Set(
    cells.map(({ row, column }) => {
      const formula = sheet.formula(row, column)?.formula;
      return formula === undefined ? `the number ${String(sheet.content(row, column))}` : shortened(formula);
    }),
  );
  const what = [...contents].join(' and ');
  const direction = along === 'row' ? 'filled right' : 'filled down';
  return {
    kind: 'broken-pattern',
    cells: areas,
    message: `${areasText(areas)} ${cells.length === 1 ? 'holds' : 'hold'} ${what}, between cells with ${shortened(model)} ${direction}.`,
    remedy: 'Fill the formula beside it over it, or note at the cell why it differs.',
  };
}
