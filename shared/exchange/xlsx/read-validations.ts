import { quoteSheet } from '../../workbook/address.ts';
import { comparisons, hasTwoEnds } from '../../workbook/comparison.ts';
import { rangeText } from '../../workbook/areas.ts';
import { grouped } from '../../workbook/grouped.ts';
import { unsupportedIn } from '../../workbook/unsupported.ts';
import {
  alertStyles,
  comparedKinds,
  firstCellOf,
  formulasOf,
  settingsAt,
  settingsKey,
  validationSettingsSchema,
  withFormulas,
  type Validation,
  type ValidationSettings,
} from '../../workbook/validation/validation.ts';
import { fileRanges, unreadCells } from './file-ranges.ts';
import { isReadable } from './readable-formula.ts';
import { unescapedText } from './xlsx-text.ts';

/** What the formulas of a file are read with. */
export interface FormulaReader {
  /** A formula of the file, without its equals sign, as it reads here for a cell of a sheet. */
  readonly read: (
    text: string,
    sheet: string,
    at: { readonly row: number; readonly column: number },
  ) => string;
  readonly isName: (text: string) => boolean;
}

export interface FileValidations {
  readonly validations: readonly Validation[];
  /** What was left out, a sentence each. */
  readonly warnings: readonly string[];
}

const attribute = String.raw`\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*')`;
/** Also those of the extension, which hold references to other sheets in old files. */
const validationElement = new RegExp(
  String.raw`<(?:\w+:)?dataValidation((?:${attribute})*)\s*(?:/>|>(.*?)</(?:\w+:)?dataValidation>)`,
  'gs',
);

/** The data validations in the part of a sheet; of those that cannot be kept it says why. */
export function readValidations(part: string, sheet: string, reader: FormulaReader): FileValidations {
  const validations: Validation[] = [];
  const warnings: string[] = [];
  for (const [, tag = '', inside = ''] of part.matchAll(validationElement)) {
    const cells = attributeOf(tag, 'sqref') ?? textOf(inside, 'sqref') ?? '';
    const { ranges, unread } = fileRanges(cells);
    const [first] = ranges;
    if (!first || unread.length > 0) warnings.push(unreadCells('A data validation', sheet, unread));
    if (!first) continue;
    const where = `${quoteSheet(sheet)}!${rangeText(first)}`;
    const given = settingsOf(tag, inside);
    const corner = firstCellOf({ ranges });
    const read = given && withFormulas(given, (text) => reader.read(text.slice(1), sheet, corner));
    const parsed = validationSettingsSchema.safeParse(read);
    if (!read || !parsed.success) {
      warnings.push(`The data validation of ${where} was left out: its rule does not read.`);
      continue;
    }
    const formulas = formulasOf(parsed.data);
    const [beyond] = formulas.flatMap((formula) => unsupportedIn(formula, reader.isName));
    if (beyond) {
      warnings.push(
        `The data validation of ${where} was left out: it uses ${beyond.text}, which Roundtrip cannot calculate.`,
      );
      continue;
    }
    if (!formulas.every(isReadable)) {
      warnings.push(`The data validation of ${where} was left out: its formula does not read.`);
      continue;
    }
    const { rule, message } = parsed.data;
    if (rule.kind === 'any' && !message) continue;
    validations.push({ sheet, ranges, ...parsed.data });
  }
  return { validations: together(validations), warnings };
}

/** Validations of a sheet that say the same become one: files may have one for each range. */
function together(validations: readonly Validation[]): Validation[] {
  return [...grouped(validations, (one) => settingsKey(one, firstCellOf(one))).values()].flatMap((same) => {
    const [one] = same;
    if (!one || same.length === 1) return same;
    const ranges = same.flatMap((each) => each.ranges);
    return [{ ...settingsAt(one, firstCellOf({ ranges })), sheet: one.sheet, ranges }];
  });
}

function settingsOf(tag: string, inside: string): ValidationSettings | null {
  const rule = ruleOf(tag, inside);
  if (!rule) return null;
  const isOn = (name: string) => /^(?:1|true)$/.test(attributeOf(tag, name) ?? '');
  const words = (name: string, longest: number) =>
    unescapedText(attributeOf(tag, name) ?? '').slice(0, longest) || undefined;
  const part = (title: string | undefined, text: string | undefined) => ({
    ...(title !== undefined && { title }),
    ...(text !== undefined && { text }),
  });
  const style = alertStyles.find((one) => one === attributeOf(tag, 'errorStyle')) ?? 'stop';
  const message = part(words('promptTitle', 32), words('prompt', 255));
  return {
    rule,
    ignoreBlank: isOn('allowBlank'),
    ...(isOn('showErrorMessage') && {
      alert: { style, ...part(words('errorTitle', 32), words('error', 255)) },
    }),
    ...(isOn('showInputMessage') && Object.keys(message).length > 0 && { message }),
  };
}

function ruleOf(tag: string, inside: string): ValidationSettings['rule'] | null {
  const kind = attributeOf(tag, 'type') ?? 'none';
  const [first, second] = ['formula1', 'formula2'].map((name) => textOf(inside, name)?.trim());
  if (kind === 'none') return { kind: 'any' };
  if (first === undefined || first === '') return null;
  if (kind === 'custom') return { kind, formula: `=${first}` };
  if (kind === 'list') {
    const dropDown = !/^(?:1|true)$/.test(attributeOf(tag, 'showDropDown') ?? '');
    const typed = /^"((?:[^"]|"")*)"$/.exec(first)?.[1];
    if (typed === undefined) return { kind, source: `=${first}`, dropDown };
    const items = typed.replaceAll('""', '"').split(',');
    return { kind, source: items.map((item) => item.trim()).filter((item) => item !== ''), dropDown };
  }
  const compared = comparedKinds.find((one) => one === kind);
  const operator = comparisons.find((one) => one === (attributeOf(tag, 'operator') ?? 'between'));
  if (!compared || !operator) return null;
  if (!hasTwoEnds(operator)) return { kind: compared, operator, first: operand(first) };
  return second === undefined || second === ''
    ? null
    : { kind: compared, operator, first: operand(first), second: operand(second) };
}

function operand(text: string): number | string {
  return /^-?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:E[+-]?[0-9]+)?$/i.test(text) ? Number(text) : `=${text}`;
}

/** The text of the element of this name within another; one of the extension holds it in an element of its own. */
function textOf(inside: string, name: string): string | undefined {
  const found = new RegExp(String.raw`<(?:\w+:)?${name}\b[^>]*>(.*?)</(?:\w+:)?${name}>`, 's').exec(
    inside,
  )?.[1];
  return found === undefined ? undefined : plain(found.replaceAll(/<[^>]*>/g, ''));
}

function attributeOf(tag: string, name: string): string | undefined {
  const value = new RegExp(String.raw`\s${name}\s*=\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  const text = value?.[1] ?? value?.[2];
  return text === undefined ? undefined : plain(text);
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text.replaceAll(
    /&(?:#x([0-9a-f]+)|#([0-9]+)|(\w+));/gi,
    (whole, hex?: string, decimal?: string, word?: string) => {
      if (word !== undefined) return entities[word] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10_ff_ff ? String.fromCodePoint(code) : '';
    },
  );
}
