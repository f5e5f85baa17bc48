import type { ScenarioComparison } from '../../shared/analysis/scenarios.ts';
import { comparisonToShow, scenarioRows } from './scenario-rows.ts';
import { ScenarioTable } from './scenario-table.tsx';
import { scenariosSubtitle, scenariosTitle } from './scenario-words.ts';
import type { SlideContent } from './slide-content.ts';

/** The figures that answer the question, all scenarios side by side. Null stands for a comparison still being worked out. */
export function scenariosSlide(found: ScenarioComparison | null, active: string): SlideContent {
  const comparison = found && comparisonToShow(found);
  const rows = comparison ? scenarioRows(comparison) : [];
  return {
    name: 'scenarios',
    topic: 'Scenarios side by side',
    title: comparison ? scenariosTitle(comparison) : 'Scenarios side by side',
    subtitle: comparison ? scenariosSubtitle(comparison) : 'The scenarios are being worked out.',
    source: comparison ? 'The model recalculated under each scenario; more on the sheet Scenarios' : '',
    chart:
      comparison && rows.length > 0
        ? ({ chartWidth, chartHeight }) => (
            <ScenarioTable
              scenarios={comparison.scenarios}
              rows={rows}
              active={active}
              width={chartWidth}
              height={chartHeight}
            />
          )
        : null,
    table: null,
  };
}
