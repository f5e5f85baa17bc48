import type { ChartColours } from './chart-colours.ts';
import type { ChartOption } from './echarts-svg.ts';
import { bnText } from './figure-text.ts';
import { openAi, type MoneyFlows, type MoneyNode } from './money-flows.ts';
import { sankeyGap, sankeyPlaces } from './sankey-places.ts';

const margin = { left: 300, right: 200, top: 58, bottom: 6 };
const nodeWidth = 8;
const labelDistance = 10;
/** Bands thinner than this have no outline: it would eat them up. */
const leastOutlined = 5;

function label(node: MoneyNode): string {
  const figures = `{name|${node.name}} {value|${bnText(node.value)}}`;
  if (node.column !== 0 || node.circular === 0) return figures;
  const part = node.circular === node.value ? 'all' : bnText(node.circular);
  return `${figures}{circular|, ${part} circular}`;
}

/** The money flows as a Sankey diagram: grey money, magenta where it comes back, every node labelled with its amount. */
export function sankeyOption(
  flows: MoneyFlows,
  colours: ChartColours,
  width: number,
  height: number,
): ChartOption {
  const rich = {
    name: { color: colours.text, fontSize: 15, fontWeight: 500 as const, fontFamily: colours.fontFamily },
    value: { color: colours.textMuted, fontSize: 15, fontFamily: colours.fontFamily },
    circular: {
      color: colours.circularText,
      fontSize: 15,
      fontWeight: 500 as const,
      fontFamily: colours.fontFamily,
    },
  };
  const [plotWidth, plotHeight] = [width - margin.left - margin.right, height - margin.top - margin.bottom];
  const places = sankeyPlaces(flows, plotHeight);
  const payer = places.get(openAi);
  const scale = payer ? payer.height / (flows.nodes.find(({ id }) => id === openAi)?.value ?? 1) : 0;
  // A hairline of the page's colour tells bands apart where they cross.
  const outline = { borderColor: colours.page, borderWidth: 1 };
  const sides = { 0: 'left', 1: 'top', 2: 'right' } as const;
  const caption = (text: string, x: number, align: 'left' | 'right') => ({
    type: 'text' as const,
    x,
    y: 8,
    silent: true,
    style: { text, fill: colours.textFaint, font: `400 14px ${colours.fontFamily}`, align },
  });
  return {
    textStyle: { fontFamily: colours.fontFamily },
    series: [
      {
        type: 'sankey',
        ...margin,
        nodeWidth,
        nodeGap: sankeyGap(flows, plotHeight),
        // Order and places of the nodes are ours; the layout only stacks the links.
        layoutIterations: 0,
        draggable: false,
        silent: true,
        label: { distance: labelDistance, rich },
        data: flows.nodes.map((node) => ({
          name: node.id,
          depth: node.column,
          localX: (node.column * (plotWidth - nodeWidth)) / 2 / plotWidth,
          localY: (places.get(node.id)?.top ?? 0) / plotHeight,
          itemStyle: { color: colours.ink, borderWidth: 0 },
          label: { position: sides[node.column], formatter: label(node) },
        })),
        links: flows.links.map((link) => ({
          source: link.source,
          target: link.target,
          value: link.value,
          lineStyle: {
            color: link.circular ? colours.circular : colours.context,
            // Solid colours: half-transparent ones become images in some PDF viewers.
            opacity: 1,
            curveness: 0.5,
            ...(link.value * scale >= leastOutlined ? outline : {}),
          },
        })),
      },
    ],
    graphic: [
      caption('Where it comes from', margin.left - labelDistance, 'right'),
      caption('Paid to', width - margin.right + labelDistance, 'left'),
    ],
  };
}
