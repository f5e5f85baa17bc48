import { quoteSheet } from '../../shared/workbook/address.ts';
import { sendCommand, type SendContext } from '../commands/send-command.ts';
import { ColourDialog } from './colour-dialog.tsx';
import { ownColours } from './colours/palette.ts';

export interface TabColourPageProps extends SendContext {
  readonly onClose: () => void;
}

/** The colour of the tab of the sheet in view. */
export function TabColourPage({ workspace, onProblem, onClose }: TabColourPageProps) {
  const { session, view } = workspace;
  const { sheet } = view;
  return (
    <ColourDialog
      heading="Tab colour"
      noColour="No colour"
      chosen={session.sheet(sheet).tabColour ?? null}
      own={ownColours(Object.values(session.styles))}
      onColour={(colour) => {
        onClose();
        const label = `Tab colour of ${quoteSheet(sheet)}`;
        void sendCommand({ workspace, onProblem }, { kind: 'setTabColour', label, sheet, colour });
      }}
      onClose={onClose}
    />
  );
}
