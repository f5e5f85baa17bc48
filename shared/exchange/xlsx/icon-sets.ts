import type { ConditionalRule, ScalePoint } from '../../workbook/conditional/conditional-format.ts';
import { iconSetEntries, iconSetOf, type Icon } from '../../workbook/conditional/icons.ts';
import { attribute } from './sheet-parts.ts';

/*
 * Icon sets of conditional formatting. Those of Excel 2007 stand among the other rules of a sheet; sets that came later and
 * icons of several sets stand at its end, with the prefix x14.
 */

type IconRule = Extract<ConditionalRule, { kind: 'iconSet' }>;
type IconStart = IconRule['from'][number];

/** What files call no icon. */
const noIcons = 'NoIcons';
/** The set that a rule has which names none. */
const usualSet = '3TrafficLights1';

/** The element of an icon set; `valueOf` writes the formula of a point as the text of an attribute or element. */
export function iconSetElement(
  { icons, from, iconOnly }: IconRule,
  valueOf: (formula: string) => string,
): string {
  const set = iconSetOf(icons);
  const isNewer = set === null || iconSetEntries.some(([name, { isNewer: is }]) => name === set.name && is);
  const prefix = isNewer ? 'x14:' : '';
  const point = (type: string, value: string, more = '') =>
    isNewer
      ? `<x14:cfvo type="${type}"${more}><xm:f>${value}</xm:f></x14:cfvo>`
      : `<cfvo type="${type}" val="${value}"${more}/>`;
  const points = from.map(({ at: { kind, value }, above }) =>
    point(kind === 'number' ? 'num' : kind, valueOf(value), above ? ' gte="0"' : ''),
  );
  const own = set === null ? icons.map(customIcon).join('') : '';
  const attributes = [
    ` iconSet="${set?.name ?? setOfSize(icons.length)}"`,
    ...(iconOnly ? [' showValue="0"'] : []),
    ...(set?.isReverse ? [' reverse="1"'] : []),
    ...(set === null ? [' custom="1"'] : []),
  ];
  return `<${prefix}iconSet${attributes.join('')}>${point('percent', '0')}${points.join('')}${own}</${prefix}iconSet>`;
}

/** The set that stands for icons of several. */
function setOfSize(count: number): string {
  return iconSetEntries.find(([, { icons }]) => icons.length === count)?.[0] ?? usualSet;
}

function customIcon(icon: Icon | null): string {
  const [name, set] = iconSetEntries.find(([, { icons }]) => icons.some((one) => one === icon)) ?? [noIcons];
  const place = icon && set ? set.icons.indexOf(icon) : 0;
  return `<x14:cfIcon iconSet="${name}" iconId="${place}"/>`;
}

/** The rule that an icon set in a file is, with the points that stand there; null where it has icons that we do not have. */
export function readIconSet(text: string, points: readonly ScalePoint[]): IconRule | null {
  const tag = /<(?:\w+:)?iconSet\b[^>]*>/.exec(text)?.[0] ?? '';
  const isSet = (name: string) => /^(?:1|true)$/.test(attribute(tag, name) ?? '');
  const icons = isSet('custom') ? customIcons(text) : setIcons(attribute(tag, 'iconSet') ?? usualSet);
  if (!icons) return null;
  const belows = [...text.matchAll(/<(?:\w+:)?cfvo\s[^>]*>/g)].map(([point]) =>
    /^(?:0|false)$/.test(attribute(point, 'gte') ?? ''),
  );
  const from = points.map((at, index): IconStart => ({
    at: valuePoint(at),
    ...(belows[index] && { above: true }),
  }));
  return {
    kind: 'iconSet',
    icons: isSet('reverse') ? icons.toReversed() : icons,
    // The lowest icon has no beginning, whatever a file says of it.
    from: from.slice(1),
    ...(/^(?:0|false)$/.test(attribute(tag, 'showValue') ?? '') && { iconOnly: true }),
  };
}

function setIcons(name: string): readonly Icon[] | undefined {
  return iconSetEntries.find(([one]) => one === name)?.[1].icons;
}

function customIcons(text: string): (Icon | null)[] | undefined {
  const icons: (Icon | null)[] = [];
  for (const [tag] of text.matchAll(/<(?:\w+:)?cfIcon\s[^>]*>/g)) {
    const set = attribute(tag, 'iconSet') ?? '';
    const icon = set === noIcons ? null : setIcons(set)?.[Number(attribute(tag, 'iconId'))];
    if (icon === undefined) return undefined;
    icons.push(icon);
  }
  return icons;
}

function valuePoint(at: ScalePoint): IconStart['at'] {
  if ('value' in at) return at;
  return { kind: 'percent', value: at.kind === 'highest' ? '=100' : '=0' };
}
