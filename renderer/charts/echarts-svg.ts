import { BarChart, SankeyChart, type BarSeriesOption, type SankeySeriesOption } from 'echarts/charts';
import {
  GraphicComponent,
  GridComponent,
  type GraphicComponentOption,
  type GridComponentOption,
} from 'echarts/components';
import { init, use, type ComposeOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, SankeyChart, GridComponent, GraphicComponent, SVGRenderer]);

/** The part of the chart library's options that our charts use. */
export type ChartOption = ComposeOption<
  BarSeriesOption | SankeySeriesOption | GridComponentOption | GraphicComponentOption
>;

/**
 * A chart as the text of an SVG element of the given size in pixels. The same option gives the
 * same picture: nothing moves, nothing waits for the pointer, and no canvas takes part, so that
 * it prints as vectors.
 */
export function chartSvg(option: ChartOption, width: number, height: number): string {
  const chart = init(null, null, { renderer: 'svg', ssr: true, width, height });
  chart.setOption({ animation: false, ...option });
  const svg = chart.renderToSVGString({ useViewBox: false });
  chart.dispose();
  return svg;
}
