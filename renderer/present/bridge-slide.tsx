import { WaterfallChart, waterfallFigure } from '../charts/waterfall-chart.tsx';
import { bridgeSubtitle, bridgeTitle } from './bridge-words.ts';
import type { PresentationFigures } from './presentation-figures.ts';
import type { SlideContent } from './slide-content.ts';

const kindWords = { total: 'level', step: 'change', unexplained: 'not itemised' };

/** The waterfall from what is announced to what is probable in the window. */
export function bridgeSlide({ bridge, sources }: PresentationFigures): SlideContent {
  const { steps, qualifier } = bridge;
  const title = bridgeTitle(bridge);
  const figures = steps.map((step, index) => waterfallFigure(step, index === 0, qualifier));
  const description = `Waterfall in US$ bn: ${steps.map((step, index) => `${step.label} ${figures[index]}`).join('; ')}.`;
  return {
    name: 'bridge',
    topic: 'From announced to probable, US$ bn',
    title,
    subtitle: bridgeSubtitle(bridge),
    source: sources.bridge,
    chart:
      steps.length === 0
        ? null
        : ({ chartWidth, chartHeight }) => (
            <WaterfallChart
              steps={steps}
              qualifier={qualifier}
              width={chartWidth}
              height={chartHeight}
              description={description}
            />
          ),
    table: {
      columns: [
        { title: 'Step', kind: 'words' },
        { title: 'Kind', kind: 'words' },
        { title: 'US$ bn', kind: 'figures' },
      ],
      rows: steps.map((step, index) => ({
        cells: [step.label, kindWords[step.kind], figures[index] ?? ''],
        total: step.kind === 'total',
      })),
    },
  };
}
