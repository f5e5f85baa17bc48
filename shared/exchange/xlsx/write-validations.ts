import { rangeText } from '../../workbook/areas.ts';
import { hasTwoEnds } from '../../workbook/comparison.ts';
import {
  firstCellOf,
  formulasOf,
  settingsAt,
  type Validation,
  type ValidationSettings,
} from '../../workbook/validation/validation.ts';
import { toFileFormula } from './formula-text.ts';
import { escapedText } from './xlsx-text.ts';

/** The element of a sheet's part that holds its data validations; empty where there are none. */
export function validationsElement(validations: readonly Validation[]): string {
  const elements = validations.flatMap(unmistakable).map(element);
  if (elements.length === 0) return '';
  return `<dataValidations count="${elements.length}">${elements.join('')}</dataValidations>`;
}

/** The sheet's part with the element where the format has its place. */
export function withValidations(sheet: string, validations: string): string {
  if (validations === '') return sheet;
  const next =
    /<(?:hyperlinks|printOptions|pageMargins|pageSetup|headerFooter|rowBreaks|colBreaks|customProperties|cellWatches|ignoredErrors|smartTags|drawing|legacyDrawing|legacyDrawingHF|picture|oleObjects|controls|webPublishItems|tableParts|extLst)\b|<\/worksheet>/.exec(
      sheet,
    );
  if (!next) throw new Error('The file library wrote a sheet without an end');
  return sheet.slice(0, next.index) + validations + sheet.slice(next.index);
}

/**
 * Programs differ in what they see formulas from: the corner of the rectangle around all ranges, or of
 * the first range. Where that is not the same cell, each range is written for itself.
 */
function unmistakable(validation: Validation): Validation[] {
  const { sheet, ranges } = validation;
  const { row, column } = firstCellOf(validation);
  const first = ranges.find(({ top, left }) => top === row && left === column);
  if (first) return [{ ...validation, ranges: [first, ...ranges.filter((one) => one !== first)] }];
  if (formulasOf(validation).length === 0) return [validation];
  return ranges.map((range) => ({
    ...settingsAt(validation, { row: range.top, column: range.left }),
    sheet,
    ranges: [range],
  }));
}

function element({ ranges, ...settings }: Validation): string {
  const { rule, ignoreBlank, alert, message } = settings;
  const isOn = (on: boolean) => (on ? '1' : undefined);
  const attributes = {
    type: rule.kind === 'any' ? undefined : rule.kind,
    errorStyle: alert?.style === 'stop' ? undefined : alert?.style,
    operator: 'operator' in rule && rule.operator !== 'between' ? rule.operator : undefined,
    allowBlank: isOn(ignoreBlank),
    // The name says the opposite of what the attribute means.
    showDropDown: isOn(rule.kind === 'list' && !rule.dropDown),
    showInputMessage: isOn(message !== undefined),
    showErrorMessage: isOn(alert !== undefined),
    errorTitle: alert?.title,
    error: alert?.text,
    promptTitle: message?.title,
    prompt: message?.text,
    sqref: ranges.map(rangeText).join(' '),
  };
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined ? [] : [`${name}="${attributeText(value)}"`],
  );
  const formulas = formulaTexts(settings).map(
    (text, index) => `<formula${index + 1}>${elementText(text)}</formula${index + 1}>`,
  );
  return `<dataValidation ${written.join(' ')}>${formulas.join('')}</dataValidation>`;
}

function formulaTexts({ rule }: ValidationSettings): string[] {
  const operand = (part: number | string) =>
    typeof part === 'number' ? String(part).toUpperCase() : toFileFormula(part);
  switch (rule.kind) {
    case 'any':
      return [];
    case 'custom':
      return [operand(rule.formula)];
    case 'list':
      return [
        typeof rule.source === 'string'
          ? operand(rule.source)
          : `"${rule.source.join(',').replaceAll('"', '""')}"`,
      ];
    default:
      return (hasTwoEnds(rule.operator) ? [rule.first, rule.second ?? 0] : [rule.first]).map(operand);
  }
}

function elementText(text: string): string {
  return withoutControls(escapedText(text))
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Line breaks would become spaces. */
function attributeText(text: string): string {
  return elementText(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;');
}

/** XML has no place for most control characters. */
function withoutControls(text: string): string {
  return text.replaceAll(
    // oxlint-disable-next-line no-control-regex
    /[\u0000-\u0008\u000B-\u001F]/g,
    (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
  );
}
