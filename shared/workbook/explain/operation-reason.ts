import type { PartScalar } from '../../engine/part-values.ts';
import { readTextNumber } from '../number-format.ts';
import type { FormulaTree, Operation } from '../formula-tree.ts';
import type { FormulaParts } from './formula-parts.ts';
import { reachedText, type InnermostPart } from './innermost-part.ts';
import { isLiteral, isWords, shortened, sizeWords, valueAt, valueWords } from './part-words.ts';

/** Why an operation gives an error, as a sentence without its full stop. */
export function operationReason(parts: FormulaParts, node: Operation, source: InnermostPart): string {
  const { error, scope, at, reached } = source;
  const text = shortened(reachedText(parts, source));
  const right = node.parts[reached];
  const sign = node.signs[Math.max(0, reached - 1)] ?? node.sign;
  const scalar = (part: FormulaTree | undefined): PartScalar | undefined => {
    const value = part && parts.value(part, scope);
    return value && valueAt(value, at);
  };
  const valueOfRight = right && !isLiteral(right) ? isWords(parts, right, scope, at) : undefined;
  const because = valueOfRight === undefined ? '' : `: ${valueOfRight}`;

  switch (error.error) {
    case '#DIV/0!':
      return sign === '^'
        ? `${text} raises 0 to a negative power${because}`
        : `${text} divides by zero${because}`;
    case '#VALUE!': {
      const isText = (part: FormulaTree) => {
        const value = scalar(part);
        return typeof value === 'string' && readTextNumber(value) === undefined;
      };
      const wrong = node.parts.slice(0, reached + 1).find(isText);
      const value = wrong && scalar(wrong);
      if (wrong && value !== undefined && value !== null)
        return isLiteral(wrong)
          ? `${text} calculates with ${valueWords(value)}, which is no number`
          : `${shortened(parts.text(wrong))} is ${valueWords(value)}, where ${sign} needs a number`;
      return node.sign === '@'
        ? `${text} takes the cell of a range in this row or column, and it has none here`
        : `${text} does not fit together`;
    }
    case '#NUM!': {
      const [base, exponent] = [scalar(node.parts[reached - 1]), scalar(right)];
      const hasPower =
        typeof base === 'number' && typeof exponent === 'number' && !Number.isNaN(base ** exponent);
      return sign === '^' && (base === 0 || !hasPower)
        ? `${text} has no result: ${valueWords(base ?? null)} to the power of ${valueWords(exponent ?? null)}`
        : `The result of ${text} is too large`;
    }
    case '#NULL!':
      return `The ranges of ${text} have no cell in common`;
    case '#N/A': {
      const sized = node.parts
        .map((part) => ({ part, value: parts.value(part, scope) }))
        .filter(({ value }) => value && value.height * value.width > 1);
      const words = sized.map(
        ({ part, value }) => `${shortened(parts.text(part))} has ${value ? sizeWords(value) : ''}`,
      );
      return `The ranges of ${text} are of unequal size${words.length > 1 ? `: ${words.join(', ')}` : ''}`;
    }
    case '#REF!':
      return node.sign === '#'
        ? `${shortened(parts.text(node.parts[0] ?? node))} is not the first cell of a result that fills several`
        : `${text} is no reference to cells of the sheet`;
    default:
      return `${text} gives ${error.error}`;
  }
}
