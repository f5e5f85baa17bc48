import { failure, success, type Result } from '../result.ts';
import { textContent } from '../workbook/document.ts';
import type { Workbook } from '../workbook/workbook.ts';

/** The two switches of the model: the name of the cell, and of the cells that list its choices. */
const switches = {
  scenario: { cell: 'scenario_name', choices: 'scenario_names', label: 'scenario' },
  basis: { cell: 'basis_name', choices: 'basis_names', label: 'basis' },
} as const;

export type Switch = keyof typeof switches;

/** What a switch may be set to, in order; empty for a workbook without it. */
export function switchChoices(workbook: Workbook, which: Switch): string[] {
  const { choices } = switches[which];
  if (!workbook.name(choices)) return [];
  return workbook
    .namedValues(choices)
    .flat()
    .filter((value) => typeof value === 'string');
}

/** What a switch stands at; null for a workbook without it. */
export function switchState(workbook: Workbook, which: Switch): string | null {
  const { cell } = switches[which];
  if (!workbook.name(cell)) return null;
  const value = workbook.namedValue(cell);
  return typeof value === 'string' ? value : null;
}

/**
 * Sets a switch to one of its choices, whatever the case, as one undoable step.
 * Refuses an unknown choice, naming those there are, and a workbook without the switch.
 */
export function setSwitch(workbook: Workbook, which: Switch, choice: string): Result<string> {
  const { cell, label } = switches[which];
  const target = workbook.name(cell);
  const choices = switchChoices(workbook, which);
  const chosen = choices.find((candidate) => candidate.toLowerCase() === choice.trim().toLowerCase());
  if (!target || choices.length === 0) {
    return failure({
      code: `no-${which}-switch`,
      message: `This workbook has no ${label} to choose.`,
      subject: label,
      remedy: `Leave the ${label} out.`,
    });
  }
  if (chosen === undefined) {
    return failure({
      code: `unknown-${which}`,
      message: `There is no ${label} "${choice}".`,
      subject: choice,
      remedy: `Choose one of: ${choices.join(', ')}.`,
    });
  }
  const { sheet, range } = target;
  const content = textContent(chosen);
  const applied = workbook.apply({
    kind: 'setCells',
    label: `Switch ${label} to ${chosen}`,
    cells: [{ sheet, row: range.top, column: range.left, content }],
  });
  return applied.ok ? success(chosen) : applied;
}
