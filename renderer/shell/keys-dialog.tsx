import { Button } from 'react-aria-components';
import { appCommands } from '../../shared/app-commands.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { shortcutWords } from './shortcuts.ts';
import './keys-dialog.css';

/** Keys of the sheet itself, as Excel has them. */
const sheetKeys: readonly (readonly [keys: string, meaning: string])[] = [
  ['F2', 'Edit the cell'],
  ['Enter, Tab', 'Take the entry and go down, or right; with Shift back'],
  ['Escape', 'Give the entry up'],
  ['Alt+Enter', 'A new line in the cell'],
  ['Mod+Enter', 'Put the entry into all chosen cells'],
  ['F4', 'Turn a reference: A1, $A$1, A$1, $A1'],
  ['Mod+Arrow', 'To the edge of the data; with Shift choosing'],
  ['Mod+Home, Mod+End', 'To the first cell, to the last'],
  ['Mod+C, Mod+X, Mod+V', 'Copy, cut, paste; formulas move along'],
  ['Mod+D, Mod+R', 'Fill down, fill right'],
  ['Mod+A', 'Choose all'],
  ['F6', 'To the next part of the window; with Shift back'],
];

const groups = [...new Set(appCommands.map(({ menu }) => menu))];

/** Every key, from the list that the menus are drawn from. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogFrame heading="Keyboard shortcuts" wide onClose={onClose}>
      <div className="key-columns">
        {groups.map((group) => {
          const commands = appCommands.filter((command) => command.menu === group && 'shortcut' in command);
          return (
            commands.length > 0 && (
              <section key={group}>
                <h3>{group}</h3>
                <dl>
                  {commands.map((command) => (
                    <KeyLine
                      key={command.id}
                      keys={'shortcut' in command ? command.shortcut : ''}
                      meaning={command.label.replace('…', '')}
                    />
                  ))}
                </dl>
              </section>
            )
          );
        })}
        <section>
          <h3>Sheet</h3>
          <dl>
            {sheetKeys.map(([keys, meaning]) => (
              <KeyLine key={keys} keys={keys} meaning={meaning} />
            ))}
          </dl>
        </section>
      </div>
      <div className="dialog-actions">
        <Button className="button primary" autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
    </DialogFrame>
  );
}

function KeyLine({ keys, meaning }: { readonly keys: string; readonly meaning: string }) {
  return (
    <div className="key-line">
      <dt>
        {keys
          .split(', ')
          .map((one) => shortcutWords(one))
          .join(', ')}
      </dt>
      <dd>{meaning}</dd>
    </div>
  );
}
