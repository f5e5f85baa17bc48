import type { Range } from '../../workbook/address.ts';
import {
  filterOperators,
  type FilterColumn,
  type FilterCondition,
  type FilterCriterion,
} from '../../workbook/filter/sheet-filter.ts';
import { filterPeriods } from '../../workbook/filter/date-periods.ts';
import { fileRanges } from './file-ranges.ts';
import { attribute } from './sheet-parts.ts';
import { unescapedText } from './xlsx-text.ts';

/** What a file says of the filter of a sheet, without the rows that it hides. */
export interface FileFilter {
  readonly range: Range;
  readonly columns: readonly FilterColumn[];
  /** Whether there are criteria at all, also of kinds that have no place here. */
  readonly hasCriteria: boolean;
  /** Columns whose criteria have no place here. */
  readonly unread: readonly number[];
  /** Columns of which days are chosen, which stand in the file apart from texts. */
  readonly withDates: readonly number[];
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true';

function valueOf(tag: string): string {
  return unescapedText(attribute(tag, 'val') ?? '');
}

function tags(xml: string, name: string): string[] {
  return [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}(?:\\s[^>]*)?>`, 'g'))].map(([tag]) => tag);
}

function conditionOf(tag: string): FilterCondition | undefined {
  const operator = filterOperators.find((one) => one === (attribute(tag, 'operator') ?? 'equal'));
  if (!operator) return undefined;
  const text = valueOf(tag);
  const number = Number(text);
  const isNumber = text.trim() !== '' && Number.isFinite(number);
  return { operator, value: text === ' ' ? '' : isNumber ? number : text };
}

/** The criterion of a column of a filter; undefined for kinds that have no place here. */
function criterionOf(xml: string): FilterCriterion | undefined {
  const [filters] = tags(xml, 'filters');
  if (filters !== undefined) {
    return {
      kind: 'values',
      texts: tags(xml, 'filter').map(valueOf),
      blanks: isOn(attribute(filters, 'blank')),
    };
  }
  const [custom] = tags(xml, 'customFilters');
  if (custom !== undefined) {
    const conditions = tags(xml, 'customFilter').map(conditionOf);
    const known = conditions.flatMap((condition) => condition ?? []);
    if (known.length === 0 || known.length < conditions.length || known.length > 2) return undefined;
    return { kind: 'conditions', conditions: known, join: isOn(attribute(custom, 'and')) ? 'and' : 'or' };
  }
  const [top] = tags(xml, 'top10');
  if (top !== undefined) {
    const count = Number(attribute(top, 'val'));
    if (!Number.isInteger(count) || count < 1 || count > 500) return undefined;
    const isTop = isOn(attribute(top, 'top') ?? '1');
    return {
      kind: 'top',
      from: isTop ? 'largest' : 'smallest',
      count,
      isPercent: isOn(attribute(top, 'percent')),
    };
  }
  const type = attribute(tags(xml, 'dynamicFilter')[0] ?? '', 'type');
  if (type === 'aboveAverage') return { kind: 'average', side: 'above' };
  if (type === 'belowAverage') return { kind: 'average', side: 'below' };
  const period = filterPeriods.find((one) => one === type);
  return period && { kind: 'period', period };
}

const filterElement = /<(?:\w+:)?autoFilter(?=[\s/>])[^>]*(?:\/>|>([\s\S]*?)<\/(?:\w+:)?autoFilter>)/;

/** What a part says of the cells of its filter that are no cells of a sheet; undefined where they are, or where it has none. */
export function unreadFilter(xml: string): readonly string[] | undefined {
  const [found] = filterElement.exec(xml) ?? [];
  if (found === undefined) return undefined;
  const { ranges, unread } = fileRanges(attribute(found, 'ref') ?? '');
  return ranges.length === 0 ? unread : undefined;
}

/** The filter in the part of a sheet or of a table; undefined where it has none. */
export function readFilter(xml: string): FileFilter | undefined {
  const [found, own = ''] = filterElement.exec(xml) ?? [];
  const range = found === undefined ? undefined : fileRanges(attribute(found, 'ref') ?? '').ranges[0];
  if (!range) return undefined;
  const columns: FilterColumn[] = [];
  const unread: number[] = [];
  const withDates: number[] = [];
  const parts = [...own.matchAll(/<(?:\w+:)?filterColumn\s[^>]*[^/]>([\s\S]*?)<\/(?:\w+:)?filterColumn>/g)];
  for (const [tag, inner = ''] of parts) {
    const column = range.left + Number(attribute(tag, 'colId'));
    if (!Number.isInteger(column) || column < range.left || column > range.right) continue;
    const criterion = criterionOf(inner);
    if (!criterion) unread.push(column);
    else if (!columns.some((one) => one.column === column)) columns.push({ column, criterion });
    if (tags(inner, 'dateGroupItem').length > 0) withDates.push(column);
  }
  columns.sort((one, other) => one.column - other.column);
  return { range, columns, hasCriteria: columns.length > 0 || unread.length > 0, unread, withDates };
}
