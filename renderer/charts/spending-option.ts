import { textColourOn, type ChartColours } from './chart-colours.ts';
import type { ChartOption } from './echarts-svg.ts';
import { bnText, notGiven, numberText, shareText } from './figure-text.ts';
import { roundStep, separatedCentres } from './label-positions.ts';

/** Probable spending by year and layer, US$ bn; null where it is not given. */
export interface SpendingChartData {
  readonly years: readonly string[];
  readonly layers: readonly { readonly name: string; readonly values: readonly (number | null)[] }[];
  readonly totals: readonly (number | null)[];
}

const margin = { left: 52, right: 196, top: 44, bottom: 36 };
const barShare = 0.56;
/** The least height of a segment that has room for its figure. */
const roomForFigure = 17;
/** Figures beside a column are at least this far apart. */
const besideSpacing = 16;
/** Half the height of such a figure, with a little air. */
const halfFigure = 10;
/** The least amount that does not read as 0.0. */
const leastFigure = 0.05;
const layerLabelHeight = 44;

const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);

/** The value axis: it ends at the highest column, so that no empty gridline stands over it. */
function spendingAxis({ totals, layers, years }: SpendingChartData): {
  highest: number;
  step: number;
} {
  const stacks = years.map((_, year) => sum(layers.map((layer) => Math.max(0, layer.values[year] ?? 0))));
  const top = Math.max(0, ...stacks, ...totals.map((total) => total ?? 0));
  const step = roundStep(top, 4);
  return { highest: top > 0 ? top : step, step };
}

/** Where the layers' names stand beside the last column, as distances from the top of the picture, in the order of the layers. */
export function layerLabelCentres(data: SpendingChartData, height: number): readonly number[] {
  const { highest } = spendingAxis(data);
  const [plotTop, plotBottom] = [margin.top, height - margin.bottom];
  const last = data.years.length - 1;
  let level = 0;
  const fromBottom = data.layers.map((layer) => {
    const value = Math.max(0, layer.values[last] ?? 0);
    const middle = level + value / 2;
    level += value;
    return plotBottom - (middle / highest) * (plotBottom - plotTop);
  });
  const half = layerLabelHeight / 2;
  return separatedCentres(
    fromBottom.toReversed(),
    layerLabelHeight,
    plotTop + half,
    plotBottom - half,
  ).toReversed();
}

/** Stacked columns by year with figures in the segments, totals on top and the layers' names at the right. */
export function spendingOption(
  data: SpendingChartData,
  colours: ChartColours,
  width: number,
  height: number,
): ChartOption {
  const { years, layers, totals } = data;
  const { highest, step } = spendingAxis(data);
  const plotHeight = height - margin.top - margin.bottom;
  const slot = (width - margin.left - margin.right) / Math.max(1, years.length);
  const barWidth = Math.round(slot * barShare);
  const columnsEnd = Math.round(width - margin.right - (slot - barWidth) / 2);
  const labelLeft = columnsEnd + 24;
  const overall = sum(layers.flatMap((layer) => layer.values));
  const centres = layerLabelCentres(data, height);
  const colourOf = (layer: number) => colours.series[layer % colours.series.length] ?? colours.neutral;

  return {
    textStyle: { fontFamily: colours.fontFamily },
    grid: { left: margin.left, right: margin.right, top: margin.top, bottom: margin.bottom },
    xAxis: {
      type: 'category',
      data: [...years],
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: colours.text, fontSize: 15, fontWeight: 500, margin: 14 },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: highest,
      interval: step,
      axisLabel: {
        color: colours.textFaint,
        fontSize: 13,
        margin: 12,
        // The axis ends between gridlines; its end has no label of its own.
        showMaxLabel: false,
        formatter: (value: number) => numberText(value, step < 1 ? 1 : 0),
      },
      splitLine: { show: false },
    },
    series: [
      ...layers.map((layer, index) => ({
        type: 'bar' as const,
        name: layer.name,
        stack: 'layers',
        silent: true,
        barWidth,
        itemStyle: { color: colourOf(index), borderColor: colours.page, borderWidth: 1 },
        data: layer.values.map((value, year) => {
          const { place, middle } = segmentFigure(data, index, year, plotHeight);
          const outside = place === 'left' || place === 'right';
          return {
            value: value ?? 0,
            label: {
              show: place !== null,
              position: place ?? ('inside' as const),
              distance: 6,
              // Beside the foot of a column the figure must clear the axis.
              offset: [0, outside ? -Math.max(0, halfFigure - middle) : 0],
              color: outside ? colours.textMuted : textColourOn(colourOf(index), colours),
              fontSize: outside ? 13 : 15,
              formatter: bnText(value ?? 0),
            },
          };
        }),
      })),
      {
        // A column of no height on top of the stack carries the total.
        type: 'bar' as const,
        stack: 'layers',
        silent: true,
        barWidth,
        data: totals.map((total) => ({
          value: 0,
          label: {
            show: true,
            position: 'top' as const,
            distance: 7,
            color: total === null ? colours.textFaint : colours.text,
            fontSize: total === null ? 15 : 20,
            fontWeight: total === null ? 400 : 600,
            formatter: total === null ? notGiven : bnText(total),
            // A gridline must not run through the figure.
            backgroundColor: colours.page,
            padding: [0, 6],
          },
        })),
      },
    ],
    graphic: [
      ...gridlines(data, colours, columnsEnd + 8, height),
      ...layers.flatMap((layer, index) => {
        const amount = sum(layer.values);
        const share = overall > 0 ? `, ${shareText(amount / overall)}` : '';
        const centre = Math.round(centres[index] ?? 0);
        return [
          {
            type: 'rect' as const,
            silent: true,
            shape: { x: labelLeft, y: centre - 16, width: 10, height: 10 },
            style: { fill: colourOf(index) },
          },
          {
            type: 'text' as const,
            x: labelLeft + 18,
            y: centre,
            silent: true,
            style: {
              text: `{name|${layer.name}}\n{amount|${bnText(amount)} in all${share}}`,
              verticalAlign: 'middle' as const,
              rich: {
                name: {
                  fill: colours.text,
                  fontSize: 15,
                  fontWeight: 500 as const,
                  lineHeight: 21,
                  fontFamily: colours.fontFamily,
                },
                amount: {
                  fill: colours.textMuted,
                  fontSize: 14,
                  lineHeight: 21,
                  fontFamily: colours.fontFamily,
                },
              },
            },
          },
        ];
      }),
    ],
  };
}

/**
 * Where a segment's figure stands: inside where there is room, else beside the column, away from
 * the layers' names; null where it would touch another figure or reads as nothing. `middle` is the
 * height of the segment's middle over the axis, in pixels.
 */
export function segmentFigure(
  data: SpendingChartData,
  layer: number,
  year: number,
  plotHeight: number,
): { readonly place: 'inside' | 'left' | 'right' | null; readonly middle: number } {
  const { highest } = spendingAxis(data);
  let level = 0;
  let lastBeside = -Infinity;
  for (const [index, { values }] of data.layers.entries()) {
    const size = (Math.max(0, values[year] ?? 0) / highest) * plotHeight;
    const middle = level + size / 2;
    level += size;
    const inside = size >= roomForFigure;
    const beside = !inside && (values[year] ?? 0) >= leastFigure && middle - lastBeside >= besideSpacing;
    if (beside) lastBeside = middle;
    const side = year === data.years.length - 1 ? ('left' as const) : ('right' as const);
    if (index === layer) return { place: inside ? 'inside' : beside ? side : null, middle };
  }
  return { place: null, middle: level };
}

/** Gridlines as far as the columns go: the chart library's own would run into the layers' names. */
function gridlines(data: SpendingChartData, colours: ChartColours, end: number, height: number) {
  const { highest, step } = spendingAxis(data);
  const [bottom, plotHeight] = [height - margin.bottom, height - margin.top - margin.bottom];
  return Array.from({ length: Math.floor(highest / step + 1e-9) + 1 }, (_, index) => {
    const y = Math.round(bottom - ((index * step) / highest) * plotHeight) + 0.5;
    return {
      type: 'line' as const,
      // Under the columns, but for the axis itself.
      z: index === 0 ? 5 : 0,
      silent: true,
      shape: { x1: margin.left, x2: end, y1: y, y2: y },
      style: { stroke: index === 0 ? colours.axis : colours.grid, lineWidth: 1 },
    };
  });
}
