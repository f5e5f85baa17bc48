import { useState } from 'react';
import { Button, ListBox, ListBoxItem } from 'react-aria-components';
import type { Address } from '../../shared/workbook/address.ts';
import { quoteSheet } from '../../shared/workbook/address.ts';
import { DialogActions } from '../components/dialog-actions.tsx';
import { DialogFrame } from '../components/dialog-frame.tsx';
import type { Session } from '../session.ts';
import { listedNames, type ListedName } from './listed-names.ts';
import '../components/line-list.css';
import './paste-name-dialog.css';

export interface PasteNameDialogProps {
  readonly session: Session;
  /** The cell for which a formula is written. */
  readonly active: Address;
  /** Takes a name as the formula writes it. */
  readonly onPaste: (name: string) => void;
  /** Takes all names and what they stand for, to be written into cells; unset while a formula is typed. */
  readonly onPasteList: ((names: readonly ListedName[]) => void) | undefined;
  readonly onClose: () => void;
}

/** A name for the formula that is typed, or a list of all of them for the cells. */
export function PasteNameDialog({ session, active, onPaste, onPasteList, onClose }: PasteNameDialogProps) {
  const names = listedNames(session, active);
  const [chosen, setChosen] = useState(names[0]?.key);
  const paste = (key: string | undefined) => {
    const found = names.find((one) => one.key === key);
    if (found) onPaste(writtenName(found, active.sheet));
  };
  return (
    <DialogFrame heading="Paste name" onClose={onClose}>
      <ListBox
        aria-label="Names"
        className="paste-names line-list"
        items={names}
        autoFocus="first"
        selectionMode="single"
        selectionBehavior="replace"
        escapeKeyBehavior="none"
        disallowEmptySelection
        selectedKeys={chosen === undefined ? [] : [chosen]}
        onSelectionChange={(keys) => setChosen(names.find(({ key }) => keys === 'all' || keys.has(key))?.key)}
        onAction={(key) => paste(String(key))}
        renderEmptyState={() => <p className="quiet">The workbook has no names.</p>}
      >
        {({ key, name, scope, refersTo }) => (
          <ListBoxItem id={key} textValue={name} className="paste-line list-line">
            <span className="mono">{scope === undefined ? name : `${quoteSheet(scope)}!${name}`}</span>
            <span className="mono quiet" title={refersTo}>
              {refersTo}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      <DialogActions isDisabled={chosen === undefined} onTake={() => paste(chosen)} onClose={onClose}>
        {onPasteList && (
          <Button className="button apart" isDisabled={names.length === 0} onPress={() => onPasteList(names)}>
            Paste list
          </Button>
        )}
      </DialogActions>
    </DialogFrame>
  );
}

/** A name as a formula on a sheet writes it. */
function writtenName({ name, scope }: ListedName, sheet: string): string {
  return scope === undefined || scope === sheet ? name : `${quoteSheet(scope)}!${name}`;
}
