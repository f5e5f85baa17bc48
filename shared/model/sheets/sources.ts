import { textContent, type CellContent } from '../../workbook/document.ts';
import { formula, input, label, type PlannedCell } from '../language/plan.ts';
import { SheetPlan } from '../language/sheet-plan.ts';
import { formatOfUnit } from '../language/units.ts';
import type { Benchmark, Fact, PerBasis, Seeds } from '../seeds/rows.ts';

/** One figure of the benchmark register: a row of the sheet. */
interface BenchmarkFigure {
  readonly id: string;
  readonly benchmark: Benchmark;
  readonly figure: Benchmark['figures'][number];
}

function benchmarkFigures(seeds: Seeds): BenchmarkFigure[] {
  return seeds.benchmarks.flatMap((benchmark, row) =>
    benchmark.figures.map((figure, column) => ({ id: `R${row + 1}x${column + 1}`, benchmark, figure })),
  );
}

const text = (value: string | null): PlannedCell => label(value === null ? null : textContent(value));
const note = (value: string | null): PlannedCell => label(value === null ? null : textContent(value), 'note');
const sourceFigure = (value: CellContent | null, unit: string | null): PlannedCell => ({
  content: value,
  role: 'source',
  align: 'right',
  ...(unit !== null && formatOfUnit(unit) && typeof value === 'number' && { unit }),
});

/** Every fact of the two documents, the benchmark register, and how the documents' figures add up. */
export function sourcesSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Sources');
  sheet.heading('Sources', 'What the two documents say and what others published. Wording is ours.');
  for (const document of seeds.documents)
    sheet.remark(`${document.id}: ${document.description} Dated: ${document.dated}`);
  sheet.skip();
  reconciliation(sheet);
  sheet.skip();

  sheet.section('Facts of the two documents');
  sheet.table<Fact>({
    records: seeds.facts,
    id: (fact) => fact.id,
    columns: [
      { key: 'fact_id', header: 'Fact', width: 220, cell: (fact) => label(fact.id, 'identifier') },
      {
        key: 'fact_value',
        header: 'Figure',
        unit: 'as stated',
        width: 96,
        cell: (fact) => sourceFigure(fact.value ?? fact.valueText, fact.unit),
      },
      { key: 'fact_unit', header: 'Unit', width: 88, cell: (fact) => label(fact.unit, 'unit') },
      { key: 'fact_qualifier', header: 'Qualifier', width: 148, cell: (fact) => text(fact.qualifier) },
      { key: 'fact_period', header: 'Period', width: 132, cell: (fact) => text(fact.period) },
      { key: 'fact_parties', header: 'Parties', width: 264, cell: (fact) => text(fact.parties.join(', ')) },
      { key: 'fact_category', header: 'Category', width: 168, cell: (fact) => text(fact.category) },
      { key: 'fact_document', header: 'Document', width: 72, cell: (fact) => text(fact.document) },
      { key: 'fact_section', header: 'Section', width: 220, cell: (fact) => text(fact.section) },
      {
        key: 'fact_contradicted',
        header: '≠',
        width: 28,
        cell: (fact) => label(fact.contradiction === null ? null : '≠'),
      },
      { key: 'fact_wording', header: 'What it says', width: 520, cell: (fact) => text(fact.wording) },
      {
        key: 'fact_contradiction',
        header: 'What speaks against it',
        width: 620,
        cell: (fact) => note(fact.contradiction),
      },
    ],
  });
  sheet.skip();

  sheet.section(
    'Benchmark register: other published figures for the same deals, as reported by the source named',
  );
  sheet.table<BenchmarkFigure>({
    records: benchmarkFigures(seeds),
    id: (row) => row.id,
    columns: [
      {
        key: 'benchmark_item',
        header: 'Item',
        width: 220,
        cell: ({ benchmark }) => label(benchmark.item, 'identifier'),
      },
      {
        key: 'benchmark_value',
        header: 'Figure',
        unit: 'as reported',
        width: 96,
        cell: ({ figure }) => sourceFigure(figure.value, figure.unit),
      },
      { key: 'benchmark_unit', header: 'Unit', width: 88, cell: ({ figure }) => label(figure.unit, 'unit') },
      {
        key: 'benchmark_qualifier',
        header: 'Qualifier',
        width: 148,
        cell: ({ figure }) => text(figure.qualifier),
      },
      {
        key: 'benchmark_date',
        header: 'Date',
        width: 132,
        cell: ({ benchmark }) => label(benchmark.date === null ? 'undated' : textContent(benchmark.date)),
      },
      { key: 'benchmark_label', header: 'Of what', width: 264, cell: ({ figure }) => text(figure.label) },
      {
        key: 'benchmark_wording',
        header: 'What it reports',
        width: 168,
        cell: ({ benchmark }) => text(benchmark.wording),
      },
      { key: 'benchmark_blank', header: '', width: 72, cell: () => null },
      { key: 'benchmark_blank2', header: '', width: 220, cell: () => null },
      { key: 'benchmark_blank3', header: '', width: 28, cell: () => null },
      {
        key: 'benchmark_address',
        header: 'Address',
        width: 520,
        cell: ({ benchmark }) => note(benchmark.address),
      },
    ],
  });
  return sheet;
}

/** Adds up what document B itemises and compares it with its headline. */
function reconciliation(sheet: SheetPlan): void {
  interface Row {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly value: PlannedCell;
    readonly facts: string;
    readonly remark: string;
    readonly total?: boolean;
    readonly headline?: string;
  }
  const fact = (id: string): PlannedCell => ({ ...formula(`=[fact_value:${id}]`), role: 'calculation' });
  const leastGpus: PlannedCell = input(10_000, 'GPU', {
    kind: 'assumption',
    sources: ['B06'],
    reason: 'The least that "tens of thousands" can mean.',
  });
  const mostGpus: PlannedCell = input(99_999, 'GPU', {
    kind: 'assumption',
    sources: ['B06'],
    reason: 'The most that "tens of thousands" can mean.',
  });
  const rows: Row[] = [
    {
      id: 'stargate',
      label: 'Stargate',
      unit: 'US$ bn',
      value: fact('B04'),
      facts: 'B04',
      remark: 'Attributed to the UAE site; elsewhere the same figure is Stargate in the United States.',
    },
    {
      id: 'nvidia',
      label: 'NVIDIA',
      unit: 'US$ bn',
      value: fact('B06'),
      facts: 'B06',
      remark: 'Called supply; elsewhere up to this much was an investment, by letter of intent.',
    },
    {
      id: 'microsoft',
      label: 'Microsoft',
      unit: 'US$ bn',
      value: fact('B07'),
      facts: 'B07',
      remark: 'Called a partnership; elsewhere it is equity, and the Azure commitment is 250.',
    },
    { id: 'amd', label: 'AMD', unit: 'US$ bn', value: fact('B08'), facts: 'B08', remark: 'Potential.' },
    {
      id: 'itemised',
      label: 'Itemised',
      unit: 'US$ bn',
      value: formula('=SUM([reconciled:items])'),
      facts: '',
      remark: 'Four deals carry a figure.',
      total: true,
      headline: 'seed_itemised',
    },
    {
      id: 'headline',
      label: 'Headline',
      unit: 'US$ bn',
      value: fact('B01'),
      facts: 'B01',
      remark: 'Over this much: a lower limit.',
    },
    {
      id: 'unexplained',
      label: 'Not explained, at least',
      unit: 'US$ bn',
      value: formula('=[reconciled:headline]-[reconciled:itemised]'),
      facts: '',
      remark: 'The headline is a lower limit, so this is one too.',
      total: true,
      headline: 'seed_unexplained',
    },
    {
      id: 'credit',
      label: 'Private credit in data center spending',
      unit: 'share',
      value: formula('=[fact_value:B12]/[fact_value:B11]'),
      facts: 'B12 B11',
      remark: 'About 800 of nearly 3,000, the whole market, through 2028.',
      headline: 'seed_private_credit_share',
    },
    {
      id: 'amd_gw',
      label: 'AMD, implied',
      unit: 'US$ bn per GW',
      value: formula('=[fact_value:B08]/[fact_value:B08b]'),
      facts: 'B08 B08b',
      remark: 'Close to the 17.5 that analysts report.',
      headline: 'seed_amd_per_gw',
    },
    {
      id: 'gpu_least',
      label: 'NVIDIA, GPUs at least',
      unit: 'GPU',
      value: leastGpus,
      facts: 'B06',
      remark: 'Tens of thousands, read as narrowly as the words allow.',
    },
    {
      id: 'gpu_most',
      label: 'NVIDIA, GPUs at most',
      unit: 'GPU',
      value: mostGpus,
      facts: 'B06',
      remark: 'Tens of thousands, read as widely as the words allow.',
    },
    {
      id: 'gpu_high',
      label: 'NVIDIA, implied at most',
      unit: 'US$ m per GPU',
      value: formula('=[fact_value:B06]*thousand/[reconciled:gpu_least]'),
      facts: 'B06',
      remark: 'Implausible for one GPU.',
    },
    {
      id: 'gpu_low',
      label: 'NVIDIA, implied at least',
      unit: 'US$ m per GPU',
      value: formula('=[fact_value:B06]*thousand/[reconciled:gpu_most]'),
      facts: 'B06',
      remark: 'Implausible as well: the sum and the count do not belong together.',
    },
    {
      id: 'push',
      label: 'Headline of document A',
      unit: 'US$ bn',
      value: fact('A01'),
      facts: 'A01',
      remark: 'Never explained by its document; it enters no sum.',
    },
  ];
  sheet.section('Reconciliation: what document B itemises against what it totals');
  sheet.table<Row>({
    records: rows,
    id: (row) => row.id,
    columns: [
      {
        key: 'reconciled_label',
        header: 'Figure',
        width: 264,
        cell: (row) => ({ ...label(row.label), ...(row.total && { strong: true, lineAbove: true }) }),
      },
      {
        key: 'reconciled',
        header: 'Amount',
        unit: 'see unit',
        width: 96,
        cell: (row) => ({
          ...row.value,
          unit: row.unit,
          ...(row.total && { strong: true, lineAbove: true }),
          ...(row.headline && {
            named: { name: row.headline, label: `${row.label}, document B`, unit: row.unit },
          }),
        }),
      },
      {
        key: 'reconciled_unit',
        header: 'Unit',
        width: 88,
        cell: (row) => ({ ...label(row.unit, 'unit'), ...(row.total && { lineAbove: true }) }),
      },
      {
        key: 'reconciled_facts',
        header: 'Facts',
        width: 148,
        cell: (row) => label(row.facts || null, 'identifier'),
      },
      { key: 'reconciled_remark', header: 'Remark', width: 132, cell: (row) => label(row.remark, 'note') },
    ],
  });
}

/**
 * The figure of one basis as a cell: a link to the Sources sheet where the figure stands there
 * unchanged, otherwise the value itself; either way with where it is from.
 */
export function basisFigure<Value extends CellContent>(
  seeds: Seeds,
  figure: PerBasis<Value>,
  basis: 'seed' | 'benchmark',
): PlannedCell {
  const value = figure[basis];
  const sources = basis === 'seed' ? figure.seedFacts : figure.benchmarkItems;
  const contradicted =
    basis === 'seed' && seeds.facts.some((fact) => sources.includes(fact.id) && fact.contradiction !== null);
  const provenance = {
    kind: sources.length > 0 ? basis : ('assumption' as const),
    sources,
    ...(figure.reason !== null && { reason: figure.reason }),
    ...(contradicted && { contradicted }),
  };
  const shared = value === null && basis === 'benchmark' ? {} : { provenance };
  if (value === null) return { ...input(basis === 'seed' ? 'not given' : null), align: 'right', ...shared };
  const place = typeof value === 'number' ? standsAt(seeds, value, sources, basis) : undefined;
  if (place) return { ...formula(`=[Sources.${place}]`), ...shared };
  return {
    ...input(value),
    ...(typeof value === 'string' && value !== 'not given' ? {} : { align: 'right' as const }),
    ...shared,
  };
}

function standsAt(
  seeds: Seeds,
  value: number,
  sources: readonly string[],
  basis: 'seed' | 'benchmark',
): string | undefined {
  if (basis === 'seed') {
    const fact = seeds.facts.find((candidate) => sources.includes(candidate.id) && candidate.value === value);
    return fact && `fact_value:${fact.id}`;
  }
  const row = benchmarkFigures(seeds).find(
    ({ benchmark, figure }) => sources.includes(benchmark.item) && figure.value === value,
  );
  return row && `benchmark_value:${row.id}`;
}
