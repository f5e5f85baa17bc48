import type { CellValue } from '../workbook/document.ts';
import { textContent } from '../workbook/document.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { switchChoices } from './switches.ts';

export interface ScenarioComparison {
  readonly scenarios: readonly string[];
  readonly figures: readonly {
    readonly name: string;
    readonly label: string;
    readonly unit: string;
    /** Excel number format of the figure's cell. */
    readonly format?: string;
    /** One value per scenario, in the order of `scenarios`. */
    readonly values: readonly CellValue[];
  }[];
}

/** Every headline figure under every scenario, found by recalculating the model under each in turn. */
export function compareScenarios(workbook: Workbook): ScenarioComparison {
  const scenarios = switchChoices(workbook, 'scenario');
  const headlines = workbook.document.names.filter((name) => name.headline);
  const scenarioSwitch = workbook.name('scenario_name');
  if (!scenarioSwitch) return { scenarios: [], figures: [] };
  const { sheet, range } = scenarioSwitch;
  const byScenario = scenarios.map((scenario) =>
    workbook.whatIf([{ sheet, row: range.top, column: range.left, content: textContent(scenario) }], () =>
      headlines.map((headline) => workbook.namedValue(headline.name)),
    ),
  );
  return {
    scenarios,
    figures: headlines.map(({ name, label = name, unit = '', sheet: on, range: at }, index) => {
      const style = workbook.cell({ sheet: on, row: at.top, column: at.left })?.style;
      const format = style === undefined ? undefined : workbook.document.styles[style]?.format;
      return {
        name,
        label,
        unit,
        ...(format === undefined ? {} : { format }),
        values: byScenario.map((values) => values[index] ?? null),
      };
    }),
  };
}
