import { ChartPicture } from '../charts/chart-picture.tsx';
import { bnText } from '../charts/figure-text.ts';
import { moneyFlows, moneyTotals } from '../charts/money-flows.ts';
import { sankeyOption } from '../charts/sankey-option.ts';
import { flowsSubtitle, flowsTitle } from './flow-words.ts';
import type { PresentationFigures } from './presentation-figures.ts';
import type { SlideContent } from './slide-content.ts';

/** Who pays whom in the deal book, with the money that comes back in magenta. */
export function flowsSlide({ flows, recycled, spending, sources }: PresentationFigures): SlideContent {
  const { years } = spending;
  const window = years.length > 0 ? `${years[0]} to ${years.at(-1)}` : '';
  const about = {
    name: 'flows',
    topic: `Money of the deal book${window === '' ? '' : `, ${window}`}, US$ bn`,
    source: sources.flows,
  } as const;
  if (!flows) {
    return {
      ...about,
      title: 'Who pays whom cannot be worked out',
      subtitle: 'At least one of the figures is an error; the sheet Flows shows which.',
      chart: null,
      table: null,
    };
  }
  const drawn = moneyFlows(flows);
  const totals = moneyTotals(flows);
  const nodeName = new Map(drawn.nodes.map((node) => [node.id, node.name]));
  const description = `Money flows in US$ bn: ${drawn.links
    .map(
      ({ source, target, value, circular }) =>
        `${nodeName.get(source)} to ${nodeName.get(target)} ${bnText(value)}${circular ? ', circular' : ''}`,
    )
    .join('; ')}.`;
  const moving = flows.filter(
    (flow) => flow.openAiPays !== 0 || flow.othersPay !== 0 || flow.fundsOpenAi !== 0,
  );
  return {
    ...about,
    title: flowsTitle(flows),
    subtitle: flowsSubtitle(flows, window, recycled),
    chart:
      drawn.links.length === 0
        ? null
        : ({ chartWidth, chartHeight }) => (
            <ChartPicture
              option={(colours) => sankeyOption(drawn, colours, chartWidth, chartHeight)}
              width={chartWidth}
              height={chartHeight}
              description={description}
            />
          ),
    table: {
      columns: [
        { title: 'Partner, US$ bn', kind: 'words' },
        { title: 'puts into OpenAI', kind: 'figures' },
        { title: 'of which comes back', kind: 'circular' },
        { title: 'is paid by OpenAI', kind: 'figures' },
        { title: 'is paid by others', kind: 'figures' },
      ],
      rows: [
        ...moving.map((flow) => ({
          cells: [
            flow.partner,
            ...[flow.fundsOpenAi, flow.returned, flow.openAiPays, flow.othersPay].map(bnText),
          ],
        })),
        {
          cells: [
            'All partners',
            ...[totals.fundsOpenAi, totals.returned, totals.openAiPays, totals.othersPay].map(bnText),
          ],
          total: true,
        },
      ],
    },
  };
}
