const dayWords = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
const timeWords = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' });

/** `Today, 14:05`, `Yesterday, 14:05` or `12 Nov 2026, 14:05`: an ISO instant in the time of this machine. */
export function whenWords(instant: string, now: Date = new Date()): string {
  const at = new Date(instant);
  const day = dayWords.format(at);
  const yesterday = new Date(now);
  yesterday.setDate(now.getDate() - 1);
  const words =
    day === dayWords.format(now) ? 'Today' : day === dayWords.format(yesterday) ? 'Yesterday' : day;
  return `${words}, ${timeWords.format(at)}`;
}
