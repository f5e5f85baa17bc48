import { flushSync } from 'react-dom';
import type { Editing } from '../editing.ts';
import type { Session } from '../session.ts';
import type { Caret } from './pointing.ts';

/**
 * What F9 does: the chosen part of the formula that is edited becomes its value, or all of it where nothing is
 * chosen. Gives what is chosen then; undefined where the part gives nothing by itself.
 */
export async function calculatePart(
  session: Pick<Session, 'ask'>,
  editing: Editing,
  { start, end }: Caret,
): Promise<Caret | undefined> {
  const { state } = editing;
  if (!state?.text.startsWith('=')) return undefined;
  const { text, address } = state;
  const isWhole = start === end || (start <= 1 && end === text.length);
  const [from, to] = isWhole ? [0, text.length] : [start, end];
  const part = isWhole ? text.slice(1) : text.slice(from, to);
  const value = await session.ask('partText', { address, formula: `=${part}` });
  // Whoever gave the entry up, or went on with it by the mouse, keeps what there is now.
  if (value === null || editing.state?.text !== text || editing.state.committing) return undefined;
  // A number alone is a number from now on; a text, or several values, are still told by a formula.
  const put = isWhole && /^["{#]/.test(value) ? `=${value}` : value;
  // The field has the new text when a part of it is chosen.
  flushSync(() => editing.type(text.slice(0, from) + put + text.slice(to)));
  return { start: from, end: from + put.length };
}
