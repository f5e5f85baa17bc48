import {
  isFormula,
  type CellContent,
  type CellStyle,
  type CellValue,
} from '../../shared/workbook/document.ts';
import type { Session } from '../session.ts';
import type { Validation } from '../../shared/workbook/validation/validation.ts';
import { copiedRule, type CopiedRule } from '../looks/carried-rules.ts';
import type { OwnBlock } from './block.ts';
import { isUnbroken, type CopiedLines } from './lined-up.ts';
import { contentOfValue } from './value-content.ts';

/**
 * The cells in which rows and columns cross, as they stand now. Where some between are left out,
 * formulas are copied as their values, as Excel does: relative references would have several meanings.
 */
export function copiedCells(session: Session, sheet: string, { rows, columns }: CopiedLines): OwnBlock {
  const mirror = session.sheet(sheet);
  const isWhole = isUnbroken(rows) && isUnbroken(columns);
  const contents: (CellContent | null)[][] = [];
  const values: CellValue[][] = [];
  const styles: (CellStyle | undefined)[][] = [];
  const notes: string[][] = [];
  const rules: (CopiedRule | undefined)[][] = [];
  const ruleAt = session.rulesOn(sheet);
  const known = new Map<Validation, CopiedRule>();
  const ruleOf = (validation: Validation) => {
    const rule = known.get(validation) ?? copiedRule(validation);
    known.set(validation, rule);
    return rule;
  };
  for (const row of rows) {
    const rowContents: (CellContent | null)[] = [];
    const rowValues: CellValue[] = [];
    const rowStyles: (CellStyle | undefined)[] = [];
    const rowNotes: string[] = [];
    const rowRules: (CopiedRule | undefined)[] = [];
    for (const [place, column] of columns.entries()) {
      const cell = mirror.cell(row, column);
      const value = mirror.value(row, column);
      const content = cell?.content ?? null;
      rowContents.push(isWhole || !isFormula(content) ? content : contentOfValue(value));
      rowValues.push(value);
      const style = session.styleOf(cell);
      if (style) rowStyles[place] = style;
      if (cell?.note !== undefined) rowNotes[place] = cell.note;
      const rule = ruleAt(row, column);
      if (rule) rowRules[place] = ruleOf(rule);
    }
    contents.push(rowContents);
    values.push(rowValues);
    styles.push(rowStyles);
    notes.push(rowNotes);
    rules.push(rowRules);
  }
  keepOrphanedValues(contents, values);
  return {
    kind: 'cells',
    origin: { row: rows[0] ?? 0, column: columns[0] ?? 0 },
    columns: columns.length,
    contents,
    values,
    looks: { kind: 'styles', rows: styles },
    notes,
    rules,
  };
}

/**
 * Cells filled by an array formula hold nothing themselves. Where the formula is copied with them it
 * fills its new cells again; where it is not, they are copied as the values they show.
 */
function keepOrphanedValues(contents: (CellContent | null)[][], values: readonly CellValue[][]): void {
  let above: boolean[] = [];
  for (const [row, cells] of contents.entries()) {
    const filled: boolean[] = [];
    for (const [column, content] of cells.entries()) {
      const value = values[row]?.[column] ?? null;
      filled[column] = isFormula(content);
      if (content !== null || value === null) continue;
      filled[column] = (filled[column - 1] ?? false) || (above[column] ?? false);
      if (!filled[column]) cells[column] = contentOfValue(value);
    }
    above = filled;
  }
}
