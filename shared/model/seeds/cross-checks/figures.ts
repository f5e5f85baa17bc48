import { layout } from '../lists.ts';
import type { SeedProblem } from '../problems.ts';
import type { Deal, Fact, PerBasis, SourceDocument, Total } from '../rows.ts';
import { unknownItems, type Known } from './references.ts';

/** Facts belong to a document that is listed, and every document has facts. */
export function checkDocuments(
  documents: readonly SourceDocument[],
  facts: readonly Fact[],
  known: Known,
  problems: SeedProblem[],
): void {
  for (const fact of facts) {
    const at = { file: layout.facts.file, row: fact.id };
    if (!known.documents.has(fact.document)) {
      problems.push({ ...at, field: 'document', problem: `no document ${fact.document} is listed` });
    }
    if (!fact.id.startsWith(fact.document)) {
      problems.push({
        ...at,
        field: 'document',
        problem: `the id belongs to document ${fact.id.slice(0, 1)}`,
      });
    }
    if (fact.value !== null && fact.valueText !== null) {
      problems.push({ ...at, field: 'valueText', problem: 'a figure is a number or a text, not both' });
    }
  }
  for (const document of documents) {
    if (!facts.some((fact) => fact.document === document.id)) {
      problems.push({
        file: layout.documents.file,
        row: document.id,
        field: 'id',
        problem: 'no fact refers to it',
      });
    }
  }
}

/** The inputs of a deal that every basis needs; value and GW alone may be without a figure. */
const needed = ['status', 'profile', 'start', 'end', 'paidShare', 'fundingRatio', 'fundsBuyer'] as const;

/** Every figure on a basis has a fact, a register item or a reason, and those there are exist. */
export function checkFigures(
  deals: readonly Deal[],
  totals: readonly Total[],
  known: Known,
  problems: SeedProblem[],
): void {
  const check = (
    at: { file: string; row: string },
    name: string,
    figure: PerBasis<unknown>,
    isNeeded: boolean,
  ) => {
    const add = (field: string, problem: string) =>
      problems.push({ ...at, field: `${name}.${field}`, problem });
    const reasoned = figure.reason !== null;
    if (figure.seed !== null && figure.seedFacts.length === 0 && !reasoned) {
      add('seed', 'the figure has neither a seed fact nor a reason');
    }
    const hasBenchmark = figure.benchmark !== null && figure.benchmark !== 'not given';
    if (hasBenchmark && figure.benchmarkItems.length === 0 && !reasoned) {
      add('benchmark', 'the figure has neither a register item nor a reason');
    }
    if (isNeeded && figure.seed === null)
      add('seed', 'every basis needs a value here, so Seed cannot be empty');
    if (isNeeded && figure.benchmark === 'not given') add('benchmark', 'every basis needs a value here');
    for (const id of figure.seedFacts) if (!known.facts.has(id)) add('seedFacts', `there is no fact ${id}`);
    for (const problem of unknownItems(figure.benchmarkItems, known)) add('benchmarkItems', problem);
  };

  for (const deal of deals) {
    const at = { file: layout.deals.file, row: deal.id };
    check(at, 'valueBn', deal.valueBn, false);
    check(at, 'capacityGw', deal.capacityGw, false);
    for (const name of needed) check(at, name, deal[name], true);
    for (const id of deal.facts) {
      if (!known.facts.has(id)) problems.push({ ...at, field: 'facts', problem: `there is no fact ${id}` });
    }
  }
  for (const total of totals)
    check({ file: layout.totals.file, row: total.name }, 'value', total.value, true);
}
