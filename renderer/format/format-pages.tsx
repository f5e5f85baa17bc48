import type { ReactNode } from 'react';
import { addressText } from '../../shared/workbook/address.ts';
import { sendCommand, type SendContext } from '../commands/send-command.ts';
import { ConditionalFormatsDialog } from '../conditional/conditional-formats-dialog.tsx';
import { chosenRanges } from '../sheet-view.ts';
import { ValidationPage } from '../validation/validation-page.tsx';
import { LookPage, type LookPageProps } from './look-pages.tsx';
import { NoteDialog } from './note-dialog.tsx';

export interface FormatPageProps extends SendContext {
  readonly page: LookPageProps['page'] | 'note' | 'conditionalFormats' | 'validation';
  readonly onClose: () => void;
}

/** The dialogs about looks, notes and rules of the chosen cells. */
export function FormatPage({ page, workspace, onProblem, onClose }: FormatPageProps): ReactNode {
  const { session, view } = workspace;
  const { sheet, row, column } = view.selection;
  const address = { sheet, row, column };
  const cell = session.cell(address);
  const context = { workspace, onProblem };
  switch (page) {
    case 'note':
      return (
        <NoteDialog
          where={addressText(address)}
          note={cell?.note ?? ''}
          onNote={(note) => {
            onClose();
            const label = `${note === null ? 'Delete note on' : 'Note on'} ${addressText(address)}`;
            void sendCommand(context, { kind: 'setNote', label, ...address, note });
          }}
          onClose={onClose}
        />
      );
    case 'validation':
      return <ValidationPage workspace={workspace} onClose={onClose} />;
    case 'conditionalFormats':
      return (
        <ConditionalFormatsDialog
          session={session}
          sheet={sheet}
          chosen={chosenRanges(view.selection)}
          onChange={async (label, formats) => {
            const answer = await session.dispatch({
              kind: 'setConditionalFormats',
              label,
              formats,
            });
            return answer.ok ? null : answer.problem;
          }}
          onClose={onClose}
        />
      );
    default:
      return <LookPage page={page} {...context} onClose={onClose} />;
  }
}
