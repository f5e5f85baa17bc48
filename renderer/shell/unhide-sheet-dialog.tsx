import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import './unhide-sheet-dialog.css';

export interface UnhideSheetDialogProps {
  /** The sheets that are hidden, in their order. */
  readonly sheets: readonly string[];
  readonly onChoose: (sheet: string) => void;
  readonly onClose: () => void;
}

/** Asks which of the hidden sheets is to be shown again. */
export function UnhideSheetDialog({ sheets, onChoose, onClose }: UnhideSheetDialogProps) {
  const [chosen, setChosen] = useState(sheets[0]);
  return (
    <DialogFrame heading="Unhide sheet" onClose={onClose}>
      <ListBox
        className="hidden-sheets"
        aria-label="Hidden sheets"
        autoFocus="first"
        selectionMode="single"
        selectionBehavior="replace"
        disallowEmptySelection
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={(keys) => setChosen(sheets.find((sheet) => keys === 'all' || keys.has(sheet)))}
        onAction={(key) => onChoose(String(key))}
      >
        {sheets.map((sheet) => (
          <ListBoxItem key={sheet} id={sheet} textValue={sheet}>
            {sheet}
          </ListBoxItem>
        ))}
      </ListBox>
      <DialogActions
        words="Unhide"
        isDisabled={chosen === undefined}
        onTake={() => {
          if (chosen !== undefined) onChoose(chosen);
        }}
        onClose={onClose}
      />
    </DialogFrame>
  );
}
