import { flushSync } from 'react-dom';
import { isFormula, plainText } from '../../shared/workbook/document.ts';
import { readEntry } from '../../shared/workbook/entry.ts';
import { columnTexts, goneOn } from '../column-texts.ts';
import type { EditState } from '../editing.ts';
import type { Session } from '../session.ts';
import { userLocale } from '../user-locale.ts';
import type { Workspace } from '../workspace.ts';

/**
 * Takes what was typed into the field of a cell. Where letters were added at its end and one text of the column
 * goes on so, it is proposed: its rest stands selected in the field, so that the next letter takes its place.
 */
export function typeEntry(
  { session, editing }: Pick<Workspace, 'session' | 'editing'>,
  field: HTMLTextAreaElement | null,
  text: string,
  isAddedAtEnd: boolean,
): void {
  const { state } = editing;
  const proposal = state?.typedOver && isAddedAtEnd ? proposalFor(session, state, text) : undefined;
  if (proposal === undefined) return editing.type(text);
  // The field has the new text when its rest is selected, so that no key comes in between.
  flushSync(() => editing.type(text, proposal));
  field?.setSelectionRange(text.length, proposal.length);
}

/** The text of the column that goes on as the typed one begins, if it would be taken as that very text. */
function proposalFor(session: Session, { address }: EditState, typed: string): string | undefined {
  const proposal = goneOn(typed, columnTexts(session.sheet(address.sheet), address));
  if (proposal === undefined) return undefined;
  const { format } = session.styleOf(session.cell(address)) ?? {};
  const { content } = readEntry(proposal, { format }, userLocale());
  return typeof content === 'string' && !isFormula(content) && plainText(content) === proposal
    ? proposal
    : undefined;
}
