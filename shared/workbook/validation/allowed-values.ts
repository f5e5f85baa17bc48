import { isPartError, type PartScalar, type PartValue } from '../../engine/part-values.ts';
import { hasTwoEnds } from '../comparison.ts';
import type { Address } from '../address.ts';
import { isFormula, plainText } from '../document.ts';
import { readEntry } from '../entry.ts';
import type { Allowed, Choice } from './allowed.ts';
import { firstCellOf, formulasOf, seenFrom, type Validation } from './validation.ts';

/** What a formula would give in a cell; undefined when it does not read. */
export type Evaluate = (formula: string, at: Address) => PartValue | undefined;

/** What the cells of validations may hold, as the workbook stands now: made anew after each change. */
export class AllowedValues {
  readonly #evaluate: Evaluate;
  readonly #spelledOut: (formula: string, at: Address) => string;
  /** Of validations whose formulas say the same in every cell. */
  readonly #everywhere = new Map<Validation, Allowed>();
  readonly #movesAlong = new Map<Validation, boolean>();

  /** `spelledOut` gives a formula of a cell with what they stand for in place of its names. */
  constructor(evaluate: Evaluate, spelledOut: (formula: string, at: Address) => string) {
    this.#evaluate = evaluate;
    this.#spelledOut = spelledOut;
  }

  /** What a cell of the validation may hold. */
  at(validation: Validation, address: Address): Allowed {
    const known = this.#everywhere.get(validation);
    if (known) return known;
    const allowed = this.#worked(validation, address);
    if (!this.#moves(validation)) this.#everywhere.set(validation, allowed);
    return allowed;
  }

  #moves(validation: Validation): boolean {
    const known = this.#movesAlong.get(validation);
    if (known !== undefined) return known;
    const first = firstCellOf(validation);
    const next = { row: first.row + 1, column: first.column + 1 };
    // A formula may also ask where it stands.
    const moves = formulasOf(validation).some((given) => {
      const formula = this.#spelledOut(given, { sheet: validation.sheet, ...first });
      return seenFrom(formula, first, next) !== formula || /\b(?:ROWS?|COLUMNS?|CELL)\s*\(/i.test(formula);
    });
    this.#movesAlong.set(validation, moves);
    return moves;
  }

  #worked(validation: Validation, address: Address): Allowed {
    const { rule, ignoreBlank } = validation;
    const value = (formula: string) =>
      this.#evaluate(seenFrom(formula, firstCellOf(validation), address), address);
    switch (rule.kind) {
      case 'any':
        return { kind: 'anything' };
      case 'list': {
        if (typeof rule.source !== 'string')
          return {
            kind: 'choices',
            choices: itemValues(rule.source),
            items: rule.source.map((item) => item.trim()),
          };
        const choices = offeredChoices(valuesOf(value(rule.source)));
        // A list without a choice would leave nothing to write.
        return choices.length === 0 ? { kind: 'anything' } : { kind: 'choices', choices, items: null };
      }
      case 'custom': {
        const result = value(rule.formula)?.at(0, 0) ?? null;
        const holds = result === true || (typeof result === 'number' && result !== 0);
        return { kind: 'condition', formula: rule.formula, holds };
      }
      default: {
        const ends: number[] = [];
        for (const part of hasTwoEnds(rule.operator) ? [rule.first, rule.second ?? 0] : [rule.first]) {
          const end = typeof part === 'number' ? part : (value(part)?.at(0, 0) ?? null);
          if (end === null && ignoreBlank) return { kind: 'anything' };
          if (typeof end !== 'number' && end !== null) return { kind: 'unknown', formula: String(part) };
          ends.push(end ?? 0);
        }
        const [first = 0, second = first] = ends;
        return { kind: rule.kind, operator: rule.operator, first, second };
      }
    }
  }
}

/** What a list offers of some values: each once, without empty cells and errors. */
function offeredChoices(values: readonly PartScalar[]): readonly Choice[] {
  const offered = values.filter((value): value is Choice => {
    return value !== null && value !== '' && !isPartError(value);
  });
  return [...new Set(offered)];
}

/** What the items of a list are once somebody types them. */
function itemValues(items: readonly string[]): readonly Choice[] {
  return items.map((item) => {
    const { content } = readEntry(item.trim());
    return typeof content === 'string' && !isFormula(content) ? plainText(content) : (content ?? '');
  });
}

function valuesOf(part: PartValue | undefined): PartScalar[] {
  if (!part) return [];
  const values: PartScalar[] = [];
  for (let row = 0; row < part.height; row++)
    for (let column = 0; column < part.width; column++) values.push(part.at(row, column));
  return values;
}
