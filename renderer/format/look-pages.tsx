import type { ReactNode } from 'react';
import type { LookChange } from '../../shared/workbook/command.ts';
import { roleLooks } from '../../shared/workbook/role-look.ts';
import { changeLooks } from '../commands/format-commands.ts';
import type { SendContext } from '../commands/send-command.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import type { BorderChange } from './border-areas.ts';
import { chosenLines } from './chosen-lines.ts';
import { ColourDialog } from './colour-dialog.tsx';
import { ownColours } from './colours/palette.ts';
import { FormatCellsDialog } from './format-cells-dialog.tsx';
import { lookOfRole, StylePage } from './pages/style-page.tsx';

export interface LookPageProps extends SendContext {
  readonly page: 'formatCells' | 'formatBorders' | 'textColour' | 'fillColour' | 'cellStyles';
  readonly onClose: () => void;
}

/** The dialogs about what the chosen cells look like. */
export function LookPage({ page, workspace, onProblem, onClose }: LookPageProps): ReactNode {
  const { session, view } = workspace;
  const { sheet, row, column, range } = view.selection;
  const address = { sheet, row, column };
  const style = session.styleOf(session.cell(address));
  const own = ownColours(Object.values(session.styles));
  const format = (label: string, look: LookChange, borders?: BorderChange) => {
    onClose();
    void changeLooks({ workspace, onProblem }, label, look, borders);
  };
  switch (page) {
    case 'formatCells':
    case 'formatBorders':
      return (
        <FormatCellsDialog
          page={page === 'formatBorders' ? 'border' : 'number'}
          style={style}
          value={session.value(address)}
          lines={chosenLines(range, (at, across) =>
            session.styleOf(session.cell({ sheet, row: at, column: across })),
          )}
          own={own}
          onFormat={(look, borders) => format('Format cells', look, borders)}
          onClose={onClose}
        />
      );
    case 'textColour':
      return (
        <ColourDialog
          heading="Text colour"
          noColour="Automatic"
          chosen={style?.textColour ?? null}
          own={own}
          onColour={(textColour) => format('Text colour', { textColour })}
          onClose={onClose}
        />
      );
    case 'fillColour': {
      const fill = style?.fillColour ?? (style && roleLooks[style.role].fillColour ? undefined : 'none');
      return (
        <ColourDialog
          heading="Fill colour"
          noColour="No fill"
          chosen={fill === 'none' ? null : fill}
          own={own}
          onColour={(colour) => format('Fill colour', { fillColour: colour ?? 'none' })}
          onClose={onClose}
        />
      );
    }
    case 'cellStyles':
      return (
        <DialogFrame heading="Cell styles" wide onClose={onClose}>
          <StylePage
            role={style?.role ?? 'calculation'}
            autoFocus
            onChoose={(role) => format('Cell style', lookOfRole(role))}
          />
        </DialogFrame>
      );
    default:
      return page satisfies never;
  }
}
