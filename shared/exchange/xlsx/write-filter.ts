import { rangeReference } from '../../workbook/address.ts';
import type { FilterCondition, FilterCriterion, SheetFilter } from '../../workbook/filter/sheet-filter.ts';
import { escapedText } from './xlsx-text.ts';

/** The hidden name of the table of a sheet's filter, without which other programs drop the filter. */
export const filterName = '_xlnm._FilterDatabase';

/** The workbook part with the names of filters hidden from people. */
export function withHiddenFilterNames(workbook: string): string {
  return workbook.replaceAll(`<definedName name="${filterName}"`, '$& hidden="1"');
}

function attributeText(text: string): string {
  return escapedText(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
    .replaceAll('\t', '&#9;')
    .replaceAll(
      /\p{Cc}/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    );
}

function conditionXml({ operator, value }: FilterCondition): string {
  // Excel writes a space for an empty cell.
  const text = value === '' ? ' ' : String(value);
  const name = operator === 'equal' ? '' : ` operator="${operator}"`;
  return `<customFilter${name} val="${attributeText(text)}"/>`;
}

function criterionXml(criterion: FilterCriterion): string {
  switch (criterion.kind) {
    case 'values': {
      const texts = criterion.texts.map((text) => `<filter val="${attributeText(text)}"/>`).join('');
      return `<filters${criterion.blanks ? ' blank="1"' : ''}>${texts}</filters>`;
    }
    case 'conditions': {
      const both = criterion.join === 'and' && criterion.conditions.length > 1 ? ' and="1"' : '';
      return `<customFilters${both}>${criterion.conditions.map(conditionXml).join('')}</customFilters>`;
    }
    case 'top': {
      const end = criterion.from === 'smallest' ? ' top="0"' : '';
      return `<top10${end}${criterion.isPercent ? ' percent="1"' : ''} val="${criterion.count}"/>`;
    }
    case 'average':
      return `<dynamicFilter type="${criterion.side}Average"/>`;
    case 'period':
      return `<dynamicFilter type="${criterion.period}"/>`;
    default:
      return criterion satisfies never;
  }
}

/** The part of a sheet with the criteria of its filter, in place of the one without that the library writes. */
export function withFilterCriteria(xml: string, filter: SheetFilter | undefined): string {
  if (!filter || filter.columns.length === 0) return xml;
  const { range, columns } = filter;
  const written = columns
    .toSorted((one, other) => one.column - other.column)
    .map(
      ({ column, criterion }) =>
        `<filterColumn colId="${column - range.left}">${criterionXml(criterion)}</filterColumn>`,
    );
  const marked = filter.hiddenRows.length === 0 ? xml : withFilterMode(xml);
  return marked.replace(
    /<autoFilter ref="[^"]*"\/>/,
    () => `<autoFilter ref="${rangeReference(range)}">${written.join('')}</autoFilter>`,
  );
}

/** The part of a sheet that says that its filter hides rows. */
function withFilterMode(xml: string): string {
  const on = '<sheetPr filterMode="1"';
  return xml.includes('<sheetPr') ? xml.replace('<sheetPr', on) : xml.replace('<dimension', `${on}/>$&`);
}
