import { argumentAt } from '../function-guide/guide-function.ts';
import { guideTo } from '../function-guide/index.ts';
import type { Address } from '../workbook/address.ts';
import { calledFunction, formulaTree, type FormulaTree } from '../workbook/formula-tree.ts';
import { areasOf, areasText } from '../workbook/areas.ts';
import type { Finding } from './finding.ts';
import type { Survey } from './survey.ts';

/*
 * Figures that stand inside formulas, where nobody sees them. Not meant are 0, 1 and 100 %, whole
 * exponents, halves, and arguments that say how a function works rather than with what.
 */

/** Arguments that choose a way, a place or a precision, by their names in the guide to functions. */
const harmlessArguments: ReadonlySet<string> = new Set(
  `num_digits decimals places significance multiple radix min_length format match_type match_mode
    search_mode range_lookup return_type function_num options col_index_num row_index_num row_num
    column_num col_num1 row_num1 area_num col_num2 row_num2 index_num instance_num start_num
    num_chars num_bytes k quart type basis method tails cumulative guess abs_num a1 order mode
    sort_index sort_order sort_order1 sort_order2 by_col rows cols columns height width dimension
    number_times month day start step weekend field wrap_count power n ref_text error_val ignore
    form unit`.split(/\s+/),
);

/** The numbers of a formula that a reviewer would ask about, as they are written, the same one once. */
export function typedNumbers(formula: string): string[] {
  const tree = formulaTree(formula);
  const found = new Set<string>();
  if (tree) visit(tree, formula, found);
  return [...found];
}

function visit(tree: FormulaTree, formula: string, found: Set<string>): void {
  if (tree.type === 'number') {
    if (tree.value !== 0 && tree.value !== 1) found.add(formula.slice(tree.start, tree.end));
  } else if (tree.type === 'constant') {
    if (!countsUp(tree.text)) found.add(tree.text);
  } else if (tree.type === 'operation') {
    visitOperation(tree, formula, found);
  } else if (tree.type === 'call') {
    const guide = guideTo(calledFunction(tree));
    tree.parts.forEach((part, index) => {
      const position = guide && argumentAt(guide, index);
      const argument = position === undefined ? undefined : guide?.arguments[position]?.name;
      const harmless = argument !== undefined && harmlessArguments.has(argument);
      if (part && !(harmless && isNumber(part))) visit(part, formula, found);
    });
  }
}

function visitOperation(
  tree: Extract<FormulaTree, { type: 'operation' }>,
  formula: string,
  found: Set<string>,
): void {
  const [only] = tree.parts;
  if (tree.sign === '%' && only?.type === 'number') {
    if (only.value !== 100 && only.value !== 0) found.add(formula.slice(tree.start, tree.end));
    return;
  }
  tree.parts.forEach((part, index) => {
    const sign = index === 0 ? undefined : tree.signs[index - 1];
    if (part.type === 'number' && isHarmlessOperand(sign, part.value)) return;
    visit(part, formula, found);
  });
}

/** Squares and roots are of the method, and so is the middle of two figures. */
function isHarmlessOperand(sign: string | undefined, value: number): boolean {
  return (sign === '^' && (Number.isInteger(value) || value === 0.5)) || (sign === '/' && value === 2);
}

function isNumber(tree: FormulaTree): boolean {
  return (
    tree.type === 'number' ||
    tree.type === 'constant' ||
    (tree.type === 'operation' && tree.parts.length === 1 && tree.parts.every(isNumber))
  );
}

/** True for `{1,2,3}` and for an array without a number: places, not figures. */
function countsUp(constant: string): boolean {
  const items = constant.slice(1, -1).split(/[,;]/);
  const numbers = items.map(Number).filter((number) => !Number.isNaN(number));
  return numbers.every((number, index) => number === index + 1 || number === 0 || number === 1);
}

/** A finding for each formula, however far it is filled, that holds such numbers. */
export function findTypedNumbers({ sheets, sheetNames }: Survey): Finding[] {
  const places = new Map<string, { readonly numbers: readonly string[]; readonly cells: Address[] }>();
  const known = new Map<string, readonly string[]>();
  for (const { name, formulas } of sheets) {
    for (const cell of formulas) {
      const numbers = known.get(cell.form) ?? typedNumbers(cell.formula);
      known.set(cell.form, numbers);
      if (numbers.length === 0) continue;
      const key = `${name}\n${cell.form}`;
      const place = places.get(key);
      if (place) place.cells.push(cell);
      else places.set(key, { numbers, cells: [cell] });
    }
  }
  return [...places.values()].map(({ numbers, cells }) => {
    const areas = areasOf(cells, sheetNames);
    const typed = numbers.length === 1 ? 'the number' : 'the numbers';
    const holds = cells.length === 1 ? 'has' : 'have';
    const formula = cells.length === 1 ? 'its formula' : 'their formula';
    return {
      kind: 'typed-number',
      cells: areas,
      message: `${areasText(areas)} ${holds} ${typed} ${list(numbers)} typed in ${formula}.`,
      remedy: 'Put it into a cell of its own, with its unit and source, and refer to that.',
    };
  });
}

function list(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
