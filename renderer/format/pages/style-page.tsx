import { ListBox, ListBoxItem } from 'react-aria-components';
import type { LookChange } from '../../../shared/workbook/command.ts';
import { cellRoles, type CellRole } from '../../../shared/workbook/document.ts';
import { plainLook } from '../../looks/whole-looks.ts';
import { roleWords } from '../cell-roles.ts';
import { LookSample } from './look-sample.tsx';
import './style-page.css';

/** The look of a role alone: what was chosen beyond it goes, and number format and alignment stay. */
export function lookOfRole(role: CellRole): LookChange {
  const {
    format: _format,
    align: _align,
    wrap: _wrap,
    vertical: _vertical,
    indent: _indent,
    ...own
  } = plainLook;
  return { ...own, role };
}

export interface StylePageProps {
  readonly role: CellRole;
  readonly autoFocus?: boolean;
  readonly onChoose: (role: CellRole) => void;
}

/** The cell styles, each as it looks. */
export function StylePage({ role, autoFocus, onChoose }: StylePageProps) {
  return (
    <ListBox
      aria-label="Cell styles"
      className="style-list"
      layout="grid"
      selectionMode="single"
      escapeKeyBehavior="none"
      autoFocus={autoFocus === true}
      selectedKeys={[role]}
      onSelectionChange={(keys) => {
        // Choosing the marked one again takes away what was chosen beyond it.
        const key = keys === 'all' ? role : ([...keys][0] ?? role);
        const chosen = cellRoles.find((one) => one === key);
        if (chosen) onChoose(chosen);
      }}
    >
      {roleWords.map(([one, words]) => (
        <ListBoxItem key={one} id={one} className="style-choice" textValue={words}>
          <LookSample style={{ role: one }} text={words} />
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
