import { useState, type KeyboardEvent } from 'react';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { Tick } from '../components/form-fields.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import { plainPaste, type PasteOperation, type PasteOptions, type PasteWhat } from './paste-options.ts';
import {
  choiceOfLetter,
  LetteredChoices,
  LetteredWords,
  type LetteredChoice,
} from '../components/lettered-choices.tsx';
import './paste-special-dialog.css';

const parts: readonly LetteredChoice<PasteWhat>[] = [
  ['all', 'All', 'A'],
  ['formulas', 'Formulas', 'F'],
  ['values', 'Values', 'V'],
  ['formats', 'Formats', 't'],
  ['links', 'Links', 'L'],
];

const operations: readonly LetteredChoice<PasteOperation>[] = [
  ['none', 'None', 'o'],
  ['add', 'Add', 'd'],
  ['subtract', 'Subtract', 'S'],
  ['multiply', 'Multiply', 'M'],
  ['divide', 'Divide', 'i'],
];

const switches: readonly LetteredChoice<'skipBlanks' | 'transpose'>[] = [
  ['skipBlanks', 'Skip blanks', 'b'],
  ['transpose', 'Transpose', 'e'],
];

export interface PasteSpecialDialogProps {
  readonly onPaste: (options: PasteOptions) => void;
  readonly onClose: () => void;
}

/** What of the copied cells is pasted, and what is done with it; a letter chooses, Enter pastes. */
export function PasteSpecialDialog({ onPaste, onClose }: PasteSpecialDialogProps) {
  const [options, setOptions] = useState(plainPaste);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const chosen = changeOf(event.key, options);
    if (chosen) setOptions(chosen);
    else if (event.key === 'Enter') onPaste(options);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <DialogFrame heading="Paste special" onClose={onClose}>
      <div className="paste-special" onKeyDownCapture={onKeyDown}>
        <LetteredChoices
          label="Paste"
          choices={parts}
          chosen={options.what}
          autoFocus
          onChoose={(what) => setOptions({ ...options, what })}
        />
        <LetteredChoices
          label="Operation"
          choices={operations}
          chosen={options.operation}
          onChoose={(operation) => setOptions({ ...options, operation })}
        />
        <div className="paste-switches">
          {switches.map(([name, words, letter]) => (
            <Tick key={name} isOn={options[name]} onChange={(on) => setOptions({ ...options, [name]: on })}>
              <LetteredWords words={words} letter={letter} />
            </Tick>
          ))}
        </div>
      </div>
      <DialogActions onTake={() => onPaste(options)} onClose={onClose} />
    </DialogFrame>
  );
}

/** The options after a letter was pressed; undefined where it stands for none. */
function changeOf(key: string, options: PasteOptions): PasteOptions | undefined {
  const part = choiceOfLetter(parts, key);
  if (part) return { ...options, what: part[0] };
  const operation = choiceOfLetter(operations, key);
  if (operation) return { ...options, operation: operation[0] };
  const toggled = choiceOfLetter(switches, key);
  return toggled && { ...options, [toggled[0]]: !options[toggled[0]] };
}
