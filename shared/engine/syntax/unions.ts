import { CellError, ErrorType } from 'hyperformula';
import type { Ast, FunctionCall } from '../internals/interpreter.ts';
import { callNode, errorNode, numberNode, replaceChildren } from '../internals/syntax-tree.ts';
import { internal } from './internal-names.ts';

/** Functions of any number of ranges, for which a union is the same as its areas one by one. */
const ofAnyRanges = new Set(
  `AND AVEDEV AVERAGE AVERAGEA COUNT COUNTA DEVSQ GEOMEAN HARMEAN KURT MAX MAXA MEDIAN MIN MINA MODE MODE.MULT MODE.SNGL NPV OR
  PRODUCT SKEW SKEW.P STDEV STDEV.P STDEV.S STDEVA STDEVP STDEVPA SUBTOTAL SUM SUMSQ VAR VAR.P VAR.S VARA VARP VARPA
  XOR`.split(/\s+/),
);

/** Functions of one range that take the values of a union as those of a list, and which argument is the range. */
const ofOneRange: Readonly<Record<string, number>> = {
  IRR: 0,
  LARGE: 0,
  PERCENTILE: 0,
  'PERCENTILE.EXC': 0,
  'PERCENTILE.INC': 0,
  PERCENTRANK: 0,
  'PERCENTRANK.EXC': 0,
  'PERCENTRANK.INC': 0,
  QUARTILE: 0,
  'QUARTILE.EXC': 0,
  'QUARTILE.INC': 0,
  RANK: 1,
  'RANK.AVG': 1,
  'RANK.EQ': 1,
  SMALL: 0,
  TRIMMEAN: 0,
};

/** The areas of a union, also of one in brackets or inside another. */
function areasOfUnion(node: Ast): Ast[] | undefined {
  if ('expression' in node) return areasOfUnion(node.expression);
  if (!('procedureName' in node) || node.procedureName !== internal.union) return undefined;
  return node.args.flatMap((area) => areasOfUnion(area) ?? [area]);
}

/**
 * The formula with its unions as the functions around them take them. Where Excel takes none, it is
 * `#VALUE!`.
 */
export function withUnions(node: Ast): Ast {
  if ('procedureName' in node) return withUnionArguments(node);
  if (areasOfUnion(node)) return refused();
  replaceChildren(node, withUnions);
  return node;
}

function refused(): Ast {
  return errorNode(new CellError(ErrorType.VALUE, 'several areas stand where one is needed'));
}

function withUnionArguments(call: FunctionCall): Ast {
  const name = call.procedureName;
  if (name === internal.union) return refused();
  if (name === internal.intersection) return call;
  if (name === 'AREAS') return callNode(internal.areas, call.args);
  const [source, ...others] = call.args;
  const areasOfSource = name === 'INDEX' && source ? areasOfUnion(source) : undefined;
  if (areasOfSource && others.length <= 3) {
    const [row, column, area = numberNode(1)] = others.map(withUnions);
    const areas = callNode(internal.area, [area, ...areasOfSource.map(withUnions)]);
    return callNode(name, [areas, ...[row, column].filter((index) => index !== undefined)]);
  }
  call.args = call.args.flatMap((argument, index) => {
    const areas = areasOfUnion(argument)?.map(withUnions);
    if (areas === undefined) return [withUnions(argument)];
    if (ofAnyRanges.has(name)) return areas;
    return [ofOneRange[name] === index ? callNode(internal.union, areas) : refused()];
  });
  return call;
}
