import { Button } from 'react-aria-components';
import { appCommands, menuTitles } from '../../shared/app-commands.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { shownKeysOf } from './access-keys.ts';
import { movementKeys } from './movement-keys.ts';
import { shortcutWords } from './shortcuts.ts';
import './keys-dialog.css';

/** Every key: those of commands from the list that the menus are drawn from, and those that move. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }) {
  return (
    <DialogFrame heading="Keyboard shortcuts" wide onClose={onClose}>
      <div className="key-columns">
        {menuTitles.map((menu) => {
          const commands = appCommands.filter(
            (command) => command.menu === menu && shownKeysOf(command).length > 0,
          );
          return (
            commands.length > 0 && (
              <KeyGroup
                key={menu}
                heading={menu}
                lines={commands.map((command) => [shownKeysOf(command), command.label.replace('…', '')])}
              />
            )
          );
        })}
        <KeyGroup
          heading="Moving and entering"
          lines={movementKeys.map(([keys, meaning]) => [keys.split(', '), meaning])}
        />
      </div>
      <div className="dialog-actions">
        <Button className="button primary" autoFocus onPress={onClose}>
          Close
        </Button>
      </div>
    </DialogFrame>
  );
}

interface KeyGroupProps {
  readonly heading: string;
  readonly lines: readonly (readonly [keys: readonly string[], meaning: string])[];
}

function KeyGroup({ heading, lines }: KeyGroupProps) {
  return (
    <section>
      <h3>{heading}</h3>
      <dl>
        {lines.map(([keys, meaning]) => (
          <div className="key-line" key={meaning}>
            <dt>
              {keys.map((one, place) => (
                <span key={one}>
                  {shortcutWords(one)}
                  {place < keys.length - 1 && ','}
                </span>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
