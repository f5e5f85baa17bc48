import { EngineContext } from '../engine-context.ts';
import { contextOf, type Ast, type Interpreter } from '../internals/interpreter.ts';
import { referenceMaker } from '../internals/reference-nodes.ts';
import { replaceChildren } from '../internals/syntax-tree.ts';
import { engineName } from './internal-names.ts';

/** References by the names that stand for them, in small letters. */
export type NamedReferences = ReadonlyMap<string, Ast>;

/** Gives the references of the names in an interpreter's context, which may come to be others. Throws when a sheet does not exist. */
export function namedReferencesOf(interpreter: Interpreter): () => NamedReferences {
  const context = contextOf(interpreter);
  if (!(context instanceof EngineContext)) return () => new Map();
  const referenceTo = referenceMaker(interpreter);
  const references = (): NamedReferences =>
    new Map(
      context.names.map(({ name, sheet, range }) => [
        engineName(name).toLowerCase(),
        referenceTo(sheet, range),
      ]),
    );
  let known = { names: context.names, references: references() };
  return () => {
    if (known.names !== context.names) known = { names: context.names, references: references() };
    return known.references;
  };
}

/**
 * The same formula with each name as the reference for which it stands, so that functions and the
 * dependency graph see the cells. HyperFormula would calculate a name as a formula of its own, of
 * which an empty cell gives 0. Unknown names stay: their value is `#NAME?`.
 */
export function withReferences(root: Ast, references: NamedReferences): Ast {
  const referenceOr = (node: Ast): Ast =>
    'expressionName' in node ? (references.get(node.expressionName.toLowerCase()) ?? node) : node;
  const result = referenceOr(root);
  const waiting = [result];
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    replaceChildren(node, (child) => {
      const replaced = referenceOr(child);
      waiting.push(replaced);
      return replaced;
    });
  }
  return result;
}
