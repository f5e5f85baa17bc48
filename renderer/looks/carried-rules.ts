import type { Address } from '../../shared/workbook/address.ts';
import { areasOf } from '../../shared/workbook/areas.ts';
import type { SetValidation } from '../../shared/workbook/command.ts';
import {
  firstCellOf,
  seenFrom,
  settingsAt,
  settingsKey,
  withFormulas,
  type Validation,
  type ValidationSettings,
} from '../../shared/workbook/validation/validation.ts';

/** What copied cells may hold, with formulas as seen from a cell of the sheet they were copied from. */
export interface CopiedRule {
  readonly settings: ValidationSettings;
  readonly from: { readonly row: number; readonly column: number };
}

/** The rule of a validation as its cells are copied. */
export function copiedRule(validation: Validation): CopiedRule {
  const from = firstCellOf(validation);
  return { settings: settingsAt(validation, from), from };
}

/** Gathers the rules that cells get from others. Cells without one leave the others theirs; those that have the same already are left out. */
export class CarriedRules {
  readonly #mayCarry: (settings: ValidationSettings) => boolean;
  readonly #cells = new Map<CopiedRule, Address[]>();
  readonly #keys = new Map<CopiedRule | Validation, string>();

  /** `mayCarry` tells whether the formulas of a rule stand for something where it is to hold. */
  constructor(mayCarry: (settings: ValidationSettings) => boolean) {
    this.#mayCarry = mayCarry;
  }

  /** A cell whose validation is `before` is to have a rule. */
  add(address: Address, rule: CopiedRule | undefined, before: Validation | undefined): void {
    if (!rule) return;
    const key = this.#keyOf(rule, rule.settings, rule.from);
    if (key === '' || (before && key === this.#keyOf(before, before, firstCellOf(before)))) return;
    const cells = this.#cells.get(rule);
    if (cells) cells.push(address);
    else this.#cells.set(rule, [address]);
  }

  /** The commands that give them their rules on a sheet. */
  on(sheet: string, label: string): SetValidation[] {
    return [...this.#cells].map(([{ settings, from }, cells]) => {
      const ranges = areasOf(cells, [sheet]).map(({ range }) => range);
      const first = firstCellOf({ ranges });
      return {
        kind: 'setValidation',
        label,
        sheet,
        ranges,
        settings: withFormulas(settings, (formula) => seenFrom(formula, from, first)),
      };
    });
  }

  /** Empty for a rule that cannot be carried. */
  #keyOf(owner: CopiedRule | Validation, settings: ValidationSettings, from: CopiedRule['from']): string {
    const known = this.#keys.get(owner);
    if (known !== undefined) return known;
    const key = this.#mayCarry(settings) ? settingsKey(settings, from) : '';
    this.#keys.set(owner, key);
    return key;
  }
}
