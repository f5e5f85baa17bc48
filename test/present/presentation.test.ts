import { describe, expect, test } from 'vitest';
import type { CellValue, DefinedName } from '../../shared/workbook/document.ts';
import { readFigures } from '../../renderer/present/presentation-figures.ts';
import { presentationAction, steppedChoice } from '../../renderer/present/presentation-keys.ts';
import type { PresentationSession } from '../../renderer/present/presentation-session.ts';
import { comparisonToShow, scenarioRows, unmovedCount } from '../../renderer/present/scenario-rows.ts';
import { scenarioTableSize } from '../../renderer/present/scenario-table.tsx';
import { slideSize } from '../../renderer/present/slide-size.ts';
import { slides } from '../../renderer/present/slides.ts';
import type { Session } from '../../renderer/session.ts';

function fixtureSession(
  cells: Readonly<Record<string, readonly (readonly CellValue[])[]>>,
  names: readonly DefinedName[] = [],
): PresentationSession {
  return {
    names,
    namedValue: (name) => cells[name]?.[0]?.[0] ?? null,
    namedValues: (name) => cells[name] ?? [],
    subscribe: () => () => undefined,
    ask: async () => ({ scenarios: [], figures: [] }),
    setNamed: async () => ({ ok: true, value: null }),
  };
}

test('a session of the program is one that can be presented', () => {
  const accepts = (session: Session): PresentationSession => session;
  expect(accepts).toBeTypeOf('function');
});

describe('figures from cells', () => {
  const cells = {
    scenario_name: [['Base']],
    scenario_names: [['Base', 'Upside', null]],
    bridge_labels: [['Headline'], ['Not itemised']],
    bridge_values: [[1000], [{ error: '#N/A' as const }]],
    bridge_kinds: [['total'], ['unexplained']],
    spending_years: [[2025, 2026]],
    spending_layers: [['Cloud']],
    spending_by_layer: [[1, 'not given']],
    spending_net_2025: [[1]],
    flow_nodes: [['NVIDIA']],
    flow_openai_pays: [[3]],
  };
  test('rows are read side by side; what is no number is not given', () => {
    const figures = readFigures(fixtureSession(cells));
    expect(figures.scenarios).toEqual(['Base', 'Upside']);
    expect(figures.bridge.steps).toEqual([
      { label: 'Headline', value: 1000, kind: 'total' },
      { label: 'Not itemised', value: null, kind: 'unexplained' },
    ]);
    expect(figures.spending.layers).toEqual([{ name: 'Cloud', values: [1, null] }]);
    expect(figures.spending.totals).toEqual([1, null]);
    expect(figures.flows).toEqual([
      { partner: 'NVIDIA', openAiPays: 3, othersPay: 0, fundsOpenAi: 0, returned: 0 },
    ]);
  });
  test('an error among the flows is said, not counted as nothing', () => {
    const broken = { ...cells, flow_others_pay: [[{ error: '#VALUE!' as const }]] };
    const figures = readFigures(fixtureSession(broken));
    expect(figures.flows).toBeNull();
    const slide = slides(figures, { scenarios: [], figures: [] }).find(({ name }) => name === 'flows');
    expect(slide?.title).toBe('Who pays whom cannot be worked out');
    expect(slide?.chart).toBeNull();
  });
  test('the foot names the facts, or else the cells', () => {
    const range = { top: 39, left: 2, bottom: 47, right: 2 };
    const names = [{ name: 'bridge_values', sheet: 'Spending', range }];
    expect(readFigures(fixtureSession(cells, names)).sources.bridge).toBe('Cells Spending!C40:C48');
    expect(
      readFigures(fixtureSession({ ...cells, bridge_sources: [['Facts B01, B04']] }, names)).sources.bridge,
    ).toBe('Facts B01, B04');
  });
  test('a workbook without the model has four slides that say so', () => {
    const empty = slides(readFigures(fixtureSession({})), { scenarios: [], figures: [] });
    expect(empty.map(({ name, chart }) => [name, chart])).toEqual([
      ['bridge', null],
      ['spending', null],
      ['flows', null],
      ['scenarios', null],
    ]);
    for (const { title } of empty) expect(title).not.toMatch(/undefined|NaN|null|Infinity/);
  });
});

describe('keys', () => {
  const press = (
    key: string,
    held: Partial<Record<'shiftKey' | 'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {},
  ) => presentationAction({ key, shiftKey: false, ctrlKey: false, altKey: false, metaKey: false, ...held });
  test('walk the slides', () => {
    for (const key of ['ArrowRight', 'PageDown', ' ']) expect(press(key)).toEqual({ kind: 'next' });
    for (const key of ['ArrowLeft', 'PageUp']) expect(press(key)).toEqual({ kind: 'previous' });
    expect(press(' ', { shiftKey: true })).toEqual({ kind: 'previous' });
    expect(press('Home')).toEqual({ kind: 'slide', index: 0 });
    expect(press('End')).toEqual({ kind: 'last' });
    expect(press('3')).toEqual({ kind: 'slide', index: 2 });
  });
  test('turn the switches, the table and the end', () => {
    expect(press('ArrowDown')).toEqual({ kind: 'scenario', step: 1 });
    expect(press('ArrowUp')).toEqual({ kind: 'scenario', step: -1 });
    expect(press('s')).toEqual({ kind: 'scenario', step: 1 });
    expect(press('b')).toEqual({ kind: 'basis', step: 1 });
    expect(press('t')).toEqual({ kind: 'table' });
    expect(press('Escape')).toEqual({ kind: 'end' });
  });
  test('leave the program its own', () => {
    expect(press('s', { ctrlKey: true })).toBeNull();
    expect(press('ArrowRight', { altKey: true })).toBeNull();
    expect(press('x')).toBeNull();
  });
  test('a switch has no ends', () => {
    const choices = ['Base', 'Upside', 'Downside'];
    expect(steppedChoice(choices, 'Downside', 1)).toBe('Base');
    expect(steppedChoice(choices, 'Base', -1)).toBe('Downside');
    expect(steppedChoice(choices, 'gone', 1)).toBe('Base');
    expect(steppedChoice([], 'Base', 1)).toBeUndefined();
  });
});

describe('layout', () => {
  test.each([
    [1440, 900],
    [1920, 1080],
    [1280, 720],
    [1024, 768],
    [3440, 1440],
  ])('a slide fills %d by %d at one zoom', (width, height) => {
    const size = slideSize(width, height);
    expect(size.width * size.zoom).toBeCloseTo(width, -0.5);
    expect(size.height * size.zoom).toBeCloseTo(height, -0.5);
    expect(size.width).toBeGreaterThanOrEqual(1440);
    expect(size.height).toBeGreaterThanOrEqual(810);
    expect(size.chartHeight).toBeGreaterThan(440);
  });
  test.each([
    [6, 9],
    [6, 14],
    [8, 9],
    [1, 3],
    [6, 40],
  ])('%d scenarios and %d figures fit the slide', (scenarios, rows) => {
    const size = scenarioTableSize(scenarios, rows, 1248, 461);
    expect(size.stripWidth).toBeGreaterThanOrEqual(80);
    const saysWhatIsLeftOut = size.shownRows < rows ? 24 : 0;
    expect(size.shownRows * size.rowHeight + 64 + saysWhatIsLeftOut).toBeLessThanOrEqual(461);
    expect(size.rowHeight).toBeGreaterThanOrEqual(22);
  });
});

test('figures that no scenario moves are left out, unless none moves', () => {
  const figure = (name: string, values: readonly CellValue[]) => ({
    name,
    label: name,
    unit: 'US$ bn',
    format: '0.0',
    values,
  });
  const some = {
    scenarios: ['Base', 'Upside'],
    figures: [figure('a', [1, 1.01]), figure('b', [1, 2]), figure('c', [null, null])],
  };
  expect(scenarioRows(some).map(({ label }) => label)).toEqual(['b']);
  expect(unmovedCount(some)).toBe(2);
  const none = { ...some, figures: some.figures.slice(0, 1) };
  expect(scenarioRows(none).map(({ label }) => label)).toEqual(['a']);
  expect(unmovedCount(none)).toBe(0);
});

test('the slide shows the figures that answer the question, or all where there are none of them', () => {
  const figures = ['spending_net_2025', 'funding_gap_total', 'hhi_cloud', 'probable_by_2028'].map((name) => ({
    name,
    label: name,
    unit: 'US$ bn',
    values: [1, 2],
  }));
  const shown = (comparison: Parameters<typeof comparisonToShow>[0]) =>
    comparisonToShow(comparison).figures.map(({ name }) => name);
  const scenarios = ['Base', 'Upside'];
  expect(shown({ scenarios, figures })).toEqual(['funding_gap_total', 'probable_by_2028']);
  expect(shown({ scenarios, figures: figures.slice(0, 1) })).toEqual(['spending_net_2025']);
});

test('the comparison shows signed differences from the first scenario and marks the largest', () => {
  const [row] = scenarioRows({
    scenarios: ['Base', 'Upside', 'Downside', 'Crunch'],
    figures: [{ name: 'a', label: 'A', unit: 'share', format: '0.0 %', values: [0.1, 0.15, 0.02, null] }],
  });
  expect(row?.unit).toBe('%');
  expect(row?.cells).toEqual([
    { text: '10.0', isNumber: true, difference: '', largest: false },
    { text: '15.0', isNumber: true, difference: '+5.0', largest: false },
    { text: '2.0', isNumber: true, difference: '−8.0', largest: true },
    { text: 'not given', isNumber: false, difference: '', largest: false },
  ]);
});
