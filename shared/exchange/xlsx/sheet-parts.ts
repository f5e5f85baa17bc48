import { textOf, type ZipParts } from './zip.ts';

/** A sheet as the workbook part of an xlsx file lists it. */
export interface SheetPart {
  readonly name: string;
  /** The last word of its type, such as `worksheet` or `chartsheet`. */
  readonly type: string;
  /** The name of its part. */
  readonly part: string;
}

/** The sheets of an xlsx file in their order; empty when its workbook part is elsewhere than usual. */
export function sheetParts(parts: ZipParts): SheetPart[] {
  const relations = parts.get('xl/_rels/workbook.xml.rels');
  const workbook = parts.get('xl/workbook.xml');
  if (!relations || !workbook) return [];
  const targets = new Map(
    [...textOf(relations).matchAll(/<(?:\w+:)?Relationship\s[^>]*>/g)].map(([tag]) => [
      attribute(tag, 'Id'),
      { type: attribute(tag, 'Type') ?? '', target: attribute(tag, 'Target') ?? '' },
    ]),
  );
  return [...textOf(workbook).matchAll(/<(?:\w+:)?sheet\s[^>]*>/g)].map(([tag]) => {
    const { type = '', target = '' } = targets.get(attribute(tag, '\\w+:id')) ?? {};
    return {
      name: attribute(tag, 'name') ?? '',
      type: type.slice(type.lastIndexOf('/') + 1),
      part: target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    };
  });
}

/** Names of chart, dialog and macro sheets. */
export function sheetsWithoutCells(sheets: readonly SheetPart[]): ReadonlySet<string> {
  const kinds = new Set(['chartsheet', 'dialogsheet', 'xlMacrosheet']);
  return new Set(sheets.filter(({ type }) => kinds.has(type)).map(({ name }) => name));
}

/** The ranges that data tables fill, each with its sheet. They have formulas of their own kind. */
export function dataTables(
  sheets: readonly SheetPart[],
  parts: ZipParts,
): { readonly sheet: string; readonly reference: string }[] {
  return sheets.flatMap(({ name, part }) => {
    const bytes = parts.get(part);
    if (!bytes) return [];
    return [...textOf(bytes).matchAll(/<(?:\w+:)?f\s[^>]*>/g)]
      .filter(([tag]) => attribute(tag, 't') === 'dataTable')
      .map(([tag]) => ({ sheet: name, reference: attribute(tag, 'ref') ?? '' }));
  });
}

/** Ways of calculating that a file asks for and that we do not have, a sentence each. */
export function otherCalculation(parts: ZipParts): string[] {
  const workbook = parts.get('xl/workbook.xml');
  const [tag = ''] = workbook ? (/<(?:\w+:)?calcPr\s[^>]*>/.exec(textOf(workbook)) ?? []) : [];
  return [
    ...(/^(?:1|true)$/.test(attribute(tag, 'iterate') ?? '')
      ? ['It works circular references out in rounds; here they show an error.']
      : []),
    ...(/^(?:0|false)$/.test(attribute(tag, 'fullPrecision') ?? '')
      ? ['It rounds every number to what its cell shows; here numbers keep all their digits.']
      : []),
  ];
}

/** Names of tables that have no row of headings, which the file library does not tell. */
export function tablesWithoutHeaders(parts: ZipParts): ReadonlySet<string> {
  const names = new Set<string>();
  for (const [part, bytes] of parts) {
    if (!/\/tables\/[^/]+\.xml$/i.test(part)) continue;
    const [tag] = /<(?:\w+:)?table\s[^>]*>/.exec(textOf(bytes)) ?? [];
    if (tag === undefined || attribute(tag, 'headerRowCount') !== '0') continue;
    const name = attribute(tag, 'displayName') ?? attribute(tag, 'name');
    if (name !== undefined) names.add(name);
  }
  return names;
}

/** The value of an attribute of a tag, `name` as a pattern; undefined where it has none. */
export function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}=(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return (value?.[1] ?? value?.[2])
    ?.replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll(/&#(?:x([0-9A-Fa-f]{1,4})|([0-9]{1,5}));/g, (_sign, hexadecimal?: string, decimal?: string) =>
      String.fromCharCode(hexadecimal === undefined ? Number(decimal) : Number.parseInt(hexadecimal, 16)),
    )
    .replaceAll('&amp;', '&');
}
