import { isDateFormat, isPercentFormat } from '../workbook/number-format.ts';

/** The unit that a number format shows beside the number, such as `%`, `€` or `GWh`; empty where it shows none. */
export function unitOfFormat(format: string | undefined): string {
  if (format === undefined) return '';
  if (isDateFormat(format)) return 'date';
  if (isPercentFormat(format)) return '%';
  const [section = ''] = format.split(';');
  const money = /\[\$([^\]-]+)(?:-[^\]]*)?\]/.exec(section)?.[1] ?? /[$€£¥]/.exec(section)?.[0];
  if (money !== undefined) return money.trim();
  const words = [...section.matchAll(/"([^"]*)"|\\(.)/g)].map(([, quoted, single]) => quoted ?? single ?? '');
  return words.map((word) => word.trim()).find((word) => /[\p{L}×°]/u.test(word)) ?? '';
}
