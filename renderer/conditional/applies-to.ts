import { maximumColumns, maximumRows, type Range } from '../../shared/workbook/address.ts';
import { rangeText } from '../../shared/workbook/areas.ts';
import { parsedReference } from '../../shared/workbook/structure/follow-formula.ts';

/** `A1:B5, D4`, whole lines as `A:A` and `1:5`. */
export function appliesToText(ranges: readonly Range[]): string {
  return ranges.map(rangeText).join(', ');
}

/** Reads what `appliesToText` writes, also with `$` and an equals sign as Excel has them; null when it does not read. */
export function readAppliesTo(text: string): Range[] | null {
  const parts = text
    .replace(/^\s*=/, '')
    .split(/[,;\s]+/)
    .filter((part) => part !== '');
  const ranges = parts.map(readRange);
  const found = ranges.filter((range) => range !== null);
  return found.length > 0 && found.length === ranges.length ? found : null;
}

function readRange(text: string): Range | null {
  const read = parsedReference(text);
  if (!read || read.prefix !== '') return null;
  const [rows, columns] = [read.rows, read.columns].map((ends) => ends?.map(({ line }) => line));
  const range = {
    top: rows ? Math.min(...rows) : 0,
    left: columns ? Math.min(...columns) : 0,
    bottom: rows ? Math.max(...rows) : maximumRows - 1,
    right: columns ? Math.max(...columns) : maximumColumns - 1,
  };
  const isOnSheet = range.top >= 0 && range.bottom < maximumRows && range.right < maximumColumns;
  return isOnSheet ? range : null;
}
