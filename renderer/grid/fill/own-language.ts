/** The language in which the person's system writes dates, such as `de-AT`. */
export function ownLanguage(): string {
  return (own ??= new Intl.DateTimeFormat().resolvedOptions().locale);
}

let own: string | undefined;
