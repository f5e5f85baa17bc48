import type { CellEdit } from '../../engine/engine.ts';
import type { Problem } from '../../result.ts';
import { addressText, contains } from '../address.ts';
import type { CalculatedDocument } from '../calculated-document.ts';
import { formatsOf, rulesOf, writingsOf, type Command } from '../command.ts';
import { operandsOf, type ConditionalFormat } from '../conditional/conditional-format.ts';
import { isFormula } from '../document.ts';
import { firstCell } from '../range-parts.ts';
import { settingsFault, type RuledWorkbook } from '../validation/settings-fault.ts';
import { arrayRefusal } from './array-refusal.ts';
import { formulaRefusal } from './formula-refusal.ts';

/**
 * Why a command is not carried out, as far as its own text tells: what it writes goes to an unknown sheet,
 * into the results of a what-if table or into part of an array that stays, or a formula of a cell, of a
 * conditional format or of a validation cannot be taken. Null when none of that is so.
 */
export function commandRefusal(command: Command, calculated: CalculatedDocument): Problem | null {
  const writings = writingsOf(command);
  for (const edit of writings) {
    const refusal = writingRefusal(edit, calculated);
    if (refusal) return refusal;
  }
  const array = arrayRefusal(writings, calculated.engine);
  if (array) return array;
  for (const format of formatsOf(command)) {
    const refusal = formatRefusal(format, calculated);
    if (refusal) return refusal;
  }
  if (command.kind === 'setNamedFormula') {
    const { name, formula, at } = command;
    if (!calculated.hasSheet(at.sheet)) return unknownSheet(at.sheet, calculated);
    // Several ranges stand in brackets where the name is used.
    const refusal = formulaRefusal(`=(${formula.slice(1)})`, at, `the name ${name}`, calculated);
    if (refusal) return refusal;
  }
  for (const { sheet, settings } of rulesOf(command)) {
    const fault = settings && settingsFault(settings, ruledWorkbook(calculated, sheet));
    if (fault) return fault;
  }
  return null;
}

function writingRefusal(edit: CellEdit, calculated: CalculatedDocument): Problem | null {
  const { whatIfTables = [] } = calculated.document;
  if (!calculated.hasSheet(edit.sheet)) return unknownSheet(edit.sheet, calculated);
  const isResult = whatIfTables.some(
    ({ sheet, results }) => sheet === edit.sheet && contains(results, edit.row, edit.column),
  );
  if (isResult) {
    const subject = addressText(edit);
    return {
      code: 'part-of-what-if-table',
      message: `${subject} is part of a what-if table: what stands there is worked out by recalculating the workbook.`,
      subject,
      remedy: 'Change the headings that the table reads, or what it recalculates.',
    };
  }
  return isFormula(edit.content) ? formulaRefusal(edit.content, edit, addressText(edit), calculated) : null;
}

function unknownSheet(sheet: string, { document }: CalculatedDocument): Problem {
  return {
    code: 'unknown-sheet',
    message: `There is no sheet "${sheet}".`,
    subject: sheet,
    remedy: `The sheets are ${document.sheets.map(({ name }) => name).join(', ')}.`,
  };
}

/** Why a formula of a conditional format is not taken; its own text is the subject of the problem. Formats that are there already are not looked at. */
function formatRefusal(format: ConditionalFormat, calculated: CalculatedDocument): Problem | null {
  const { sheet, ranges, rule } = format;
  const isKnown = calculated.document.conditionalFormats?.some((one) => sameRule(one, format)) ?? false;
  if (isKnown || !calculated.hasSheet(sheet)) return null;
  for (const formula of operandsOf(rule)) {
    const refusal = formulaRefusal(formula, { sheet, ...firstCell(ranges) }, 'the rule', calculated);
    if (refusal) return { ...refusal, subject: formula };
  }
  return null;
}

function sameRule(one: ConditionalFormat, other: ConditionalFormat): boolean {
  return one.sheet === other.sheet && JSON.stringify(one.rule) === JSON.stringify(other.rule);
}

/** What the rules of cells of a sheet may refer to. */
function ruledWorkbook(calculated: CalculatedDocument, sheet: string): RuledWorkbook {
  const sheets = new Set(calculated.document.sheets.map(({ name }) => name.toLowerCase()));
  return {
    isName: (name) => calculated.isName(name, sheet),
    hasSheet: (name) => sheets.has(name.toLowerCase()),
    unread: (formula) => calculated.engine.faultOf(formula, { sheet, row: 0, column: 0 }),
  };
}
