import { entryLocale, type EntryLocale } from '../shared/workbook/entry-locale.ts';

let known: EntryLocale | undefined;

/** How the person at this window writes dates. */
export function userLocale(): EntryLocale {
  const year = new Date().getFullYear();
  if (known?.thisYear !== year) known = entryLocale(new Intl.DateTimeFormat().resolvedOptions().locale, year);
  return known;
}
