import type { CSSProperties } from 'react';
import type {
  ConditionalFormat,
  ConditionalLook,
} from '../../shared/workbook/conditional/conditional-format.ts';
import { lineCss } from '../grid/cell-edges.ts';
import { onFill } from '../../shared/workbook/contrast.ts';
import { onPage } from '../grid/readable-colour.ts';
import { borderOf, roleLooks } from '../../shared/workbook/role-look.ts';

/** The looks that Excel offers for cells that meet a rule. */
export const lookPresets: readonly { readonly words: string; readonly look: ConditionalLook }[] = [
  {
    words: 'Light red fill with dark red text',
    look: { textColour: '#9C0006', fillColour: '#FFC7CE' },
  },
  {
    words: 'Yellow fill with dark yellow text',
    look: { textColour: '#9C5700', fillColour: '#FFEB9C' },
  },
  {
    words: 'Green fill with dark green text',
    look: { textColour: '#006100', fillColour: '#C6EFCE' },
  },
  { words: 'Light red fill', look: { fillColour: '#FFC7CE' } },
  { words: 'Red text', look: { textColour: '#9C0006' } },
  { words: 'Red border', look: allAround('#9C0006') },
];

function allAround(colour: string): ConditionalLook {
  const line = { line: 'thin', colour } as const;
  return { borderTop: line, borderRight: line, borderBottom: line, borderLeft: line };
}

/** The preset that a look is; -1 for none. */
export function presetOf(look: ConditionalLook): number {
  const text = (one: ConditionalLook) =>
    JSON.stringify(Object.entries(one).toSorted(([a], [b]) => (a < b ? -1 : 1)));
  return lookPresets.findIndex((preset) => text(preset.look) === text(look));
}

/** How a sample of cells that meet a rule is drawn, as the grid draws them. */
export function sampleStyle({ rule, look }: Pick<ConditionalFormat, 'rule' | 'look'>): CSSProperties {
  if (rule.kind === 'colourScale')
    return { background: `linear-gradient(90deg,${rule.stops.map(({ colour }) => colour).join(',')})` };
  if (rule.kind === 'dataBar')
    return { background: `linear-gradient(90deg,${rule.colour} 70%,transparent 70%)` };
  const { textColour, fillColour, strong, italic, underline, strikethrough } = look;
  const line = borderOf({ role: 'calculation', ...look }, 'top');
  const lines = [underline && 'underline', strikethrough && 'line-through'].filter(Boolean);
  const ink = fillColour
    ? (textColour ?? onFill(fillColour, roleLooks.calculation.textColour))
    : textColour && onPage(textColour, 'text');
  return {
    ...(fillColour && { background: fillColour }),
    ...(ink && { color: ink }),
    ...(strong && { fontWeight: 600 }),
    ...(italic && { fontStyle: 'italic' }),
    ...(lines.length > 0 && { textDecoration: lines.join(' ') }),
    ...(line && { border: lineCss(line, fillColour) }),
  };
}
