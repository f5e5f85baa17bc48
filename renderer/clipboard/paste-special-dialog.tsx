import { useState, type KeyboardEvent, type ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { Tick } from '../components/form-fields.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import { plainPaste, type PasteOperation, type PasteOptions, type PasteWhat } from './paste-options.ts';
import './paste-special-dialog.css';

/** A choice, its words, and the letter of them that chooses it, as in Excel. */
type Choice<Value> = readonly [value: Value, words: string, letter: string];

const parts: readonly Choice<PasteWhat>[] = [
  ['all', 'All', 'A'],
  ['formulas', 'Formulas', 'F'],
  ['values', 'Values', 'V'],
  ['formats', 'Formats', 't'],
];

const operations: readonly Choice<PasteOperation>[] = [
  ['none', 'None', 'o'],
  ['add', 'Add', 'd'],
  ['subtract', 'Subtract', 'S'],
  ['multiply', 'Multiply', 'M'],
  ['divide', 'Divide', 'i'],
];

const switches: readonly Choice<'skipBlanks' | 'transpose'>[] = [
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
        <Choices
          label="Paste"
          choices={parts}
          chosen={options.what}
          autoFocus
          onChoose={(what) => setOptions({ ...options, what })}
        />
        <Choices
          label="Operation"
          choices={operations}
          chosen={options.operation}
          onChoose={(operation) => setOptions({ ...options, operation })}
        />
        <div className="paste-switches">
          {switches.map(([name, words, letter]) => (
            <Tick key={name} isOn={options[name]} onChange={(on) => setOptions({ ...options, [name]: on })}>
              <Words words={words} letter={letter} />
            </Tick>
          ))}
        </div>
      </div>
      <DialogActions onTake={() => onPaste(options)} onClose={onClose} />
    </DialogFrame>
  );
}

interface ChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly Choice<Value>[];
  readonly chosen: Value;
  readonly autoFocus?: boolean;
  readonly onChoose: (value: Value) => void;
}

function Choices<Value extends string>({ label, choices, chosen, autoFocus, onChoose }: ChoicesProps<Value>) {
  return (
    <RadioGroup
      className="paste-choices"
      value={chosen}
      onChange={(value) => {
        const choice = choices.find(([one]) => one === value);
        if (choice) onChoose(choice[0]);
      }}
    >
      <Label className="paste-heading">{label}</Label>
      {choices.map(([value, words, letter]) => (
        <Radio key={value} className="tick" value={value} autoFocus={autoFocus === true && value === chosen}>
          <span className="tick-box round" aria-hidden="true" />
          <Words words={words} letter={letter} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** Words with the letter underlined that chooses them. */
function Words({ words, letter }: { readonly words: string; readonly letter: string }): ReactNode {
  const at = words.indexOf(letter);
  return (
    <span>
      {words.slice(0, at)}
      <u>{letter}</u>
      {words.slice(at + 1)}
    </span>
  );
}

/** The options after a letter was pressed; undefined where it stands for none. */
function changeOf(key: string, options: PasteOptions): PasteOptions | undefined {
  const isLetter = (choice: Choice<string>) => choice[2].toLowerCase() === key.toLowerCase();
  const part = parts.find(isLetter);
  if (part) return { ...options, what: part[0] };
  const operation = operations.find(isLetter);
  if (operation) return { ...options, operation: operation[0] };
  const toggled = switches.find(isLetter);
  return toggled && { ...options, [toggled[0]]: !options[toggled[0]] };
}
