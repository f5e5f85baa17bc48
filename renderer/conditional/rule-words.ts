import type {
  ConditionalRule,
  ScalePoint,
  cellStates,
  datePeriods,
  textMatches,
} from '../../shared/workbook/conditional/conditional-format.ts';
import { iconSetOf, iconSets } from '../../shared/workbook/conditional/icons.ts';
import { comparisonWords } from '../../shared/workbook/comparison.ts';

export const matchWords: Readonly<Record<(typeof textMatches)[number], string>> = {
  contains: 'containing',
  notContains: 'not containing',
  beginsWith: 'beginning with',
  endsWith: 'ending with',
};

export const stateWords: Readonly<Record<(typeof cellStates)[number], string>> = {
  blanks: 'Blanks',
  noBlanks: 'No blanks',
  errors: 'Errors',
  noErrors: 'No errors',
};

export const periodWords: Readonly<Record<(typeof datePeriods)[number], string>> = {
  yesterday: 'Yesterday',
  today: 'Today',
  tomorrow: 'Tomorrow',
  last7Days: 'In the last 7 days',
  lastWeek: 'Last week',
  thisWeek: 'This week',
  nextWeek: 'Next week',
  lastMonth: 'Last month',
  thisMonth: 'This month',
  nextMonth: 'Next month',
};

/** What the points of scales are called. */
export const pointWords: Readonly<Record<ScalePoint['kind'], string>> = {
  automatic: 'Automatic',
  lowest: 'Lowest value',
  highest: 'Highest value',
  number: 'Number',
  percent: 'Percent',
  percentile: 'Percentile',
  formula: 'Formula',
};

/** An operand as a person types it: a number without its equals sign, everything else as a formula. */
export function operandText(operand: string): string {
  const bare = operand.slice(1);
  return /^[-+]?[0-9.]+(?:E[-+]?[0-9]+)?$/i.test(bare) || /^(?:TRUE|FALSE)$/i.test(bare) ? bare : operand;
}

/** A rule in the words of Excel's list of rules. */
export function ruleWords(rule: ConditionalRule): string {
  switch (rule.kind) {
    case 'cellValue': {
      const { comparison, operand, second } = rule;
      const other = second === undefined ? '' : ` and ${operandText(second)}`;
      return `Cell value ${comparisonWords[comparison]} ${operandText(operand)}${other}`;
    }
    case 'formula':
      return `Formula: ${rule.formula}`;
    case 'text':
      return `Text ${matchWords[rule.match]} ${rule.operand.replace(/^="/, '"')}`;
    case 'state':
      return stateWords[rule.state];
    case 'date':
      return `Date: ${periodWords[rule.period].toLowerCase()}`;
    case 'rank':
      return `${rule.end === 'top' ? 'Top' : 'Bottom'} ${rule.count}${rule.percent ? ' %' : ''}`;
    case 'average': {
      const { side, orEqual, deviations } = rule;
      const words = side === 'above' ? 'above' : 'below';
      if (deviations !== undefined)
        return `${deviations} standard deviation${deviations > 1 ? 's' : ''} ${words} average`;
      return orEqual ? `Equal to or ${words} average` : `${side === 'above' ? 'Above' : 'Below'} average`;
    }
    case 'repeated':
      return rule.values === 'duplicate' ? 'Duplicate values' : 'Unique values';
    case 'colourScale':
      return `${rule.stops.length}-colour scale`;
    case 'dataBar':
      return 'Data bar';
    case 'iconSet': {
      const set = iconSetOf(rule.icons);
      return `Icon set: ${set ? iconSets[set.name].words : 'custom'}`;
    }
    default:
      return rule satisfies never;
  }
}
