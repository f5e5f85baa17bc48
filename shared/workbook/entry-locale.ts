/** Which part of a date that is written in figures comes first. */
export type DateOrder = 'day-month-year' | 'month-day-year' | 'year-month-day';

/** How a person writes dates. Numbers are written the same everywhere: with a decimal point. */
export interface EntryLocale {
  readonly order: DateOrder;
  /** What stands between the parts of a date. */
  readonly separator: '/' | '.' | '-';
  /** The number format of a date that is written in figures, such as `m/d/yyyy`. */
  readonly dateFormat: string;
  /** Months by their names in small letters, 1 to 12: those of the language and the English ones. */
  readonly months: ReadonlyMap<string, number>;
  /** The year of a date that is written without one. */
  readonly thisYear: number;
}

/** How the people of a language, such as `en-GB`, write dates. */
export function entryLocale(language: string, thisYear: number): EntryLocale {
  const parts = new Intl.DateTimeFormat(gregorian(language), {
    dateStyle: 'short',
    timeZone: 'UTC',
  }).formatToParts(sampleDay);
  const codes = parts.flatMap(({ type, value }) => {
    if (type === 'year') return ['yyyy'];
    if (type === 'month') return [value.length === 2 ? 'mm' : 'm'];
    if (type === 'day') return [value.length === 2 ? 'dd' : 'd'];
    return [];
  });
  const between = parts.find(({ type }) => type === 'literal')?.value ?? '';
  const separator = (['/', '.', '-'] as const).find((sign) => between.includes(sign)) ?? '-';
  return {
    order: orders[codes[0]?.charAt(0) ?? ''] ?? 'year-month-day',
    separator,
    dateFormat: codes.join(separator),
    months: new Map([...monthNames('en'), ...monthNames(language)]),
    thisYear,
  };
}

/** The first of July 2026: day and month have one digit, which some languages write as two. */
const sampleDay = Date.UTC(2026, 6, 1);

const orders: Readonly<Record<string, DateOrder>> = {
  d: 'day-month-year',
  m: 'month-day-year',
  y: 'year-month-day',
};

/** Months by their long and short names, also as they stand beside a day, which some languages inflect. */
function monthNames(language: string): Map<string, number> {
  const names = new Map<string, number>();
  for (const style of ['long', 'short'] as const) {
    for (const beside of [{}, { day: 'numeric' }] as const) {
      const written = new Intl.DateTimeFormat(gregorian(language), {
        month: style,
        timeZone: 'UTC',
        ...beside,
      });
      for (let month = 1; month <= 12; month++) {
        const name = written
          .formatToParts(Date.UTC(2026, month - 1, 1))
          .find(({ type }) => type === 'month')
          ?.value.toLowerCase()
          .replace(/\.$/, '');
        if (name !== undefined && !/[0-9]/.test(name)) names.set(name, month);
      }
    }
  }
  return names;
}

function gregorian(language: string): Intl.Locale {
  return new Intl.Locale(language, { calendar: 'gregory', numberingSystem: 'latn' });
}
