import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  contrastRatio,
  hexOf,
  textColourOn,
  type ChartColours,
} from '../../renderer/charts/chart-colours.ts';
import { chartSvg } from '../../renderer/charts/echarts-svg.ts';
import {
  bnText,
  figureDifferenceText,
  figureText,
  numberText,
  shareText,
  signedText,
} from '../../renderer/charts/figure-text.ts';
import { hatchPath } from '../../renderer/charts/hatching.ts';
import { roundStep, separatedCentres } from '../../renderer/charts/label-positions.ts';
import { moneyFlows, moneyTotals, openAi, type PartnerFlow } from '../../renderer/charts/money-flows.ts';
import { sankeyOption } from '../../renderer/charts/sankey-option.ts';
import { sankeyPlaces } from '../../renderer/charts/sankey-places.ts';
import { layerLabelCentres, segmentFigure, spendingOption } from '../../renderer/charts/spending-option.ts';
import { spreadPositions } from '../../renderer/charts/spread-strip.tsx';
import { waterfallFigure } from '../../renderer/charts/waterfall-chart.tsx';
import {
  waterfallExtent,
  waterfallLevels,
  type WaterfallStep,
} from '../../renderer/charts/waterfall-levels.ts';

const colours: ChartColours = {
  page: '#FFFFFF',
  text: '#181C22',
  textMuted: '#494D55',
  textFaint: '#62676E',
  grid: '#E9EBEE',
  axis: '#858991',
  ink: '#181C22',
  neutral: '#7D828A',
  context: '#C3C8CE',
  circular: '#B50D84',
  circularText: '#A30877',
  series: ['#2164C1', '#A59101', '#242E52'],
  fontFamily: "'IBM Plex Sans', sans-serif",
};

describe('numbers as slides write them', () => {
  test('true minus, thousands, and no sign on what rounds to zero', () => {
    expect(numberText(-1234.56, 1)).toBe('−1,234.6');
    expect(numberText(-0.04, 1)).toBe('0.0');
    expect(bnText(0)).toBe('–');
    expect(bnText(0.04)).toBe('0.0');
  });
  test('differences carry their sign', () =>
    expect([1.25, -1.25, 0, 0.04].map((value) => signedText(value))).toEqual(['+1.3', '−1.3', '–', '0.0']));
  test('shares are percentages', () => expect(shareText(0.2671)).toBe('26.7\u00A0%'));
  test('a cell is shown with the decimals of its format, the unit left out', () => {
    expect(figureText(1234.56, '#,##0.0')).toBe('1,234.6');
    expect(figureText(0.267, '0.0%')).toBe('26.7');
    expect(figureText(1.125, '0.00')).toBe('1.13');
    expect(figureText(12, '0')).toBe('12');
    expect(figureText(5.55, undefined)).toBe('5.6');
    expect(figureText(null, '0.0')).toBe('not given');
    expect(figureText({ error: '#DIV/0!' }, '0.0')).toBe('#DIV/0!');
    expect(figureText('Waits for C18', '0.0')).toBe('Waits for C18');
  });
  test('a difference that reads as nothing is blank', () => {
    expect(figureDifferenceText(-0.012, '0.0%')).toBe('−1.2');
    expect(figureDifferenceText(0.0001, '0.0%')).toBe('');
    expect(figureDifferenceText(0, '0.0')).toBe('');
  });
});

describe('the waterfall', () => {
  const seed: readonly WaterfallStep[] = [
    { label: 'Headline', value: 1000, kind: 'total' },
    { label: 'Not itemised', value: -287, kind: 'unexplained' },
    { label: 'Itemised', value: 713, kind: 'total' },
    { label: 'Derived', value: 0, kind: 'step' },
    { label: 'Not certain', value: -326.8, kind: 'step' },
    { label: 'Counted twice', value: -7.7, kind: 'step' },
    { label: 'Before 2025', value: -2.9, kind: 'step' },
    { label: 'After 2028', value: -61.6, kind: 'step' },
    { label: 'Probable by 2028', value: 314, kind: 'total' },
  ];
  test('every total stands where the steps before it lead', () => {
    const levels = waterfallLevels(seed);
    for (const [index, step] of seed.entries()) {
      if (index > 0 && step.kind === 'total') expect(levels[index - 1]?.to).toBeCloseTo(step.value ?? NaN, 9);
    }
    expect(levels[1]).toEqual({ from: 1000, to: 713 });
  });
  test('a step that is not given leaves the level as it was', () => {
    const levels = waterfallLevels([
      { label: 'A', value: 5, kind: 'total' },
      { label: 'B', value: null, kind: 'step' },
    ]);
    expect(levels[1]).toEqual({ from: 5, to: 5 });
  });
  test('zero is on the axis, whatever the levels', () => {
    expect(waterfallExtent(waterfallLevels(seed))).toEqual({ from: 0, to: 1000 });
    expect(waterfallExtent([{ from: 3, to: -4 }])).toEqual({ from: -4, to: 3 });
    expect(waterfallExtent([])).toEqual({ from: 0, to: 0 });
  });
  test('the qualifier of the headline limits what it does not itemise', () => {
    const figure = (value: number, qualifier: string) =>
      waterfallFigure({ label: '', value, kind: 'unexplained' }, false, qualifier);
    expect(waterfallFigure({ label: '', value: 1000, kind: 'total' }, true, 'over')).toBe('over 1,000');
    expect(figure(-287, 'over')).toBe('at least −287');
    expect(figure(212.3, 'over')).toBe('at most +212.3');
    expect(figure(212.3, 'about')).toBe('about +212.3');
    expect(figure(-287, '')).toBe('−287.0');
    expect(waterfallFigure({ label: '', value: null, kind: 'step' }, false, '')).toBe('not given');
  });
  test('hatching stays inside its rectangle', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 400 }), (width, height) => {
        const path = hatchPath({ x: 10, y: 20, width, height }, 7);
        const points = [...path.matchAll(/[ML]([\d.]+) ([\d.]+)/g)];
        return points.every(
          ([, x, y]) =>
            Number(x) >= 9.99 &&
            Number(x) <= 10.01 + width &&
            Number(y) >= 19.99 &&
            Number(y) <= 20.01 + height,
        );
      }),
    );
    expect(hatchPath({ x: 0, y: 0, width: 92, height: 128 }, 7)).toMatch(/^M.+L/);
  });
});

describe('spending columns', () => {
  const data = {
    years: ['2025', '2026', '2027', '2028'],
    layers: [
      { name: 'Cloud', values: [20, 40, 50, 30] },
      { name: 'Silicon', values: [20, 40, 40, 0.1] },
      { name: 'Data center', values: [6.7, 14.9, 12.2, 0] },
    ],
    totals: [46.7, 94.9, 102.2, 30.1],
  };
  test('names of thin layers are kept apart, in the order of the stack', () => {
    const centres = layerLabelCentres(data, 477);
    const distances = centres.slice(1).map((centre, index) => (centres[index] ?? 0) - centre);
    expect(Math.min(...distances)).toBeGreaterThanOrEqual(44 - 1e-9);
  });
  test('the picture is vector only and says every total', () => {
    const svg = chartSvg(spendingOption(data, colours, 1248, 477), 1248, 477);
    expect(svg).not.toMatch(/<image|<canvas|data:image/);
    for (const text of ['46.7', '94.9', '102.2', '30.1', 'Cloud', 'Silicon', 'Data center', '2028'])
      expect(svg).toContain(`>${text}<`);
  });
  test('a year that is not given says so', () => {
    expect(
      chartSvg(spendingOption({ ...data, totals: [46.7, null, 1, 1] }, colours, 1248, 477), 1248, 477),
    ).toContain('>not given<');
  });
  test('figures without room inside their segment stand beside it, unless they would touch', () => {
    const thin = {
      years: ['2025', '2026'],
      layers: [
        { name: 'A', values: [1, 1] },
        { name: 'B', values: [1, 0.04] },
        { name: 'C', values: [98, 99] },
      ],
      totals: [100, 100],
    };
    const places = (year: number) =>
      thin.layers.map((_, layer) => segmentFigure(thin, layer, year, 400).place);
    expect(places(0)).toEqual(['right', null, 'inside']);
    expect(places(1)).toEqual(['left', null, 'inside']);
  });
  test('colours are read in the form browsers give them', () => {
    expect(hexOf('rgb(255, 255, 255)')).toBe('#ffffff');
    expect(hexOf('rgb(24, 28, 34)')).toBe('#181c22');
  });
  test('figures in the segments can be read', () => {
    for (const ground of colours.series)
      expect(contrastRatio(textColourOn(ground, colours), ground)).toBeGreaterThanOrEqual(4.5);
  });
  test('axis steps are round', () =>
    expect([102.2, 301, 7, 0.4, 0].map((top) => roundStep(top, 4))).toEqual([50, 100, 2, 0.1, 1]));
});

test('labels are pushed apart and stay in their room', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { minLength: 1, maxLength: 8 }),
      (wished) => {
        const centres = separatedCentres(
          wished.toSorted((one, other) => one - other),
          40,
          20,
          380,
        );
        return centres.every(
          (centre, index) =>
            centre >= 20 - 1e-6 &&
            centre <= 380 + 1e-6 &&
            (index === 0 || centre - (centres[index - 1] ?? 0) >= 40 - 1e-6),
        );
      },
    ),
  );
});

describe('money flows', () => {
  const amount = fc.oneof(fc.constant(0), fc.double({ min: -1, max: 500, noNaN: true }));
  const anyFlows = fc
    .array(fc.record({ openAiPays: amount, othersPay: amount, fundsOpenAi: amount, returned: amount }), {
      maxLength: 12,
    })
    .map((rows) => rows.map((row, index): PartnerFlow => ({ ...row, partner: `Partner ${index}` })));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

  test('what goes into OpenAI leaves it, and so for every receiver; nothing is negative or zero', () => {
    fc.assert(
      fc.property(anyFlows, (rows) => {
        const { nodes, links } = moneyFlows(rows);
        expect(links.every(({ value }) => value > 0)).toBe(true);
        for (const node of nodes) {
          const into = sum(links.filter(({ target }) => target === node.id).map(({ value }) => value));
          const out = sum(links.filter(({ source }) => source === node.id).map(({ value }) => value));
          if (node.column !== 0 && node.id !== 'others') expect(into).toBeCloseTo(node.value, 6);
          if (node.column !== 2) expect(out).toBeCloseTo(node.value, 6);
        }
        const circular = sum(
          links.filter(({ source, circular: back }) => source === openAi && back).map(({ value }) => value),
        );
        expect(circular).toBeCloseTo(moneyTotals(rows).returned, 6);
      }),
    );
  });

  test('a partner that funds and is paid stands on both sides, and its money has a link of its own', () => {
    const { nodes, links } = moneyFlows([
      { partner: 'NVIDIA', openAiPays: 30, othersPay: 0, fundsOpenAi: 27, returned: 27 },
      { partner: 'AMD', openAiPays: 10, othersPay: 0, fundsOpenAi: 0, returned: 0 },
    ]);
    expect(nodes.filter(({ name }) => name === 'NVIDIA').map(({ column }) => column)).toEqual([0, 2]);
    expect(links.filter(({ circular }) => circular)).toEqual([
      { source: 'from NVIDIA', target: openAi, value: 27, circular: true },
      { source: openAi, target: 'to NVIDIA', value: 27, circular: true },
    ]);
    expect(nodes.find(({ id }) => id === 'outside')?.value).toBeCloseTo(13, 9);
  });

  test('funding beyond what is paid goes to other costs', () => {
    const { nodes } = moneyFlows([
      { partner: 'SoftBank', openAiPays: 0.3, othersPay: 0, fundsOpenAi: 60, returned: 0.3 },
    ]);
    expect(nodes.some(({ id }) => id === 'outside')).toBe(false);
    expect(nodes.find(({ id }) => id === 'unspent')?.value).toBeCloseTo(59.7, 9);
  });

  test('labels beside the nodes never overlap, and no node leaves the picture', () => {
    fc.assert(
      fc.property(anyFlows, (rows) => {
        const flows = moneyFlows(rows);
        const places = sankeyPlaces(flows, 410);
        for (const column of [0, 1, 2]) {
          const boxes = flows.nodes
            .filter((node) => node.column === column)
            .map((node) => places.get(node.id) ?? { top: NaN, height: NaN });
          for (const [index, { top, height }] of boxes.entries()) {
            expect(top).toBeGreaterThanOrEqual(-1e-6);
            expect(top + height).toBeLessThanOrEqual(410 + 1e-6);
            const before = boxes[index - 1];
            // Lines of 15 px type need 18 px.
            if (before)
              expect(top + height / 2 - (before.top + before.height / 2)).toBeGreaterThanOrEqual(18);
          }
        }
      }),
    );
  });

  test('the picture is vector only, with solid colours and magenta for what comes back', () => {
    const flows = moneyFlows([
      { partner: 'NVIDIA', openAiPays: 30, othersPay: 5, fundsOpenAi: 27, returned: 27 },
    ]);
    const svg = chartSvg(sankeyOption(flows, colours, 1248, 477), 1248, 477);
    expect(svg).not.toMatch(/<image|linearGradient|opacity="0\.|data:image/);
    expect(svg.match(/fill="#B50D84"/g)).toHaveLength(2);
    expect(svg).toContain('>, all circular<');
  });
});

test('the strip runs from the lowest to the highest scenario', () => {
  expect(spreadPositions([3, null, 1, 5])).toEqual([0.5, null, 0, 1]);
  expect(spreadPositions([2, 2])).toEqual([0.5, 0.5]);
});
