import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { EngineContext } from '../../shared/engine/engine-context.ts';
import { excelHyperFormula } from '../../shared/engine/excel-hyperformula.ts';

const few = 60;
const node = fc.nat(few - 1);

it('who reads a cell is what a set of its readers says, whoever comes and goes', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.boolean(), fc.nat(1), node), { maxLength: 400 }), (steps) => {
      const formulas = excelHyperFormula(
        { S: Array.from({ length: few }, (_, row) => [row]) },
        new EngineContext([], []),
        '',
      );
      const { graph } = formulas.dependencyGraph;
      const nodes = graph.getNodes();
      const readers = [new Set<object>(), new Set<object>()];
      for (const [adds, source, reader] of steps) {
        const [from, to] = [nodes[source]!, nodes[reader]!];
        expect(graph.existsEdge(from, to)).toBe(readers[source]!.has(to));
        if (adds) graph.addEdge(from, to);
        else graph.removeEdgeIfExists(from, to);
        if (adds) readers[source]!.add(to);
        else readers[source]!.delete(to);
        expect(graph.adjacentNodesCount(from)).toBe(readers[source]!.size);
        expect(new Set(graph.adjacentNodes(from))).toEqual(readers[source]);
      }
      formulas.destroy();
    }),
    { numRuns: 20 },
  );
});

it('formulas that read one cell come and go without its readers being searched', () => {
  const [first, count] = [20, 500];
  const formulas = excelHyperFormula({ S: [[1]] }, new EngineContext([], []), '');
  const write = (row: number, content: string | null) =>
    formulas.setCellContents({ sheet: 0, row, col: 1 }, content);
  for (let row = 0; row < first; row++) write(row, `=$A$1+${row}`);
  const { edgesSparseArray: lists } = formulas.dependencyGraph.graph as unknown as {
    edgesSparseArray: readonly (readonly number[])[];
  };
  const readers = lists.find((list) => list.length === first);
  const searches = (['indexOf', 'includes', 'filter', 'findIndex'] as const).map((name) =>
    vi.spyOn(Array.prototype, name),
  );
  for (let row = first; row < count; row++) write(row, `=$A$1+${row}`);
  for (let row = 0; row < count - first; row++) write(row, null);
  const searched = searches.flatMap(({ mock }) => mock.contexts);
  vi.restoreAllMocks();
  expect(readers?.length).toBe(first);
  expect(searched.every((list) => list !== readers)).toBe(true);
  formulas.destroy();
});
