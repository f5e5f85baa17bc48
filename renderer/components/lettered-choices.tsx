import type { ReactNode } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import './lettered-choices.css';

/** A choice, its words, and the letter of them that chooses it, as in Excel. */
export type LetteredChoice<Value> = readonly [value: Value, words: string, letter: string];

interface LetteredChoicesProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly LetteredChoice<Value>[];
  readonly chosen: Value;
  readonly autoFocus?: boolean;
  readonly onChoose: (value: Value) => void;
}

/** One of several choices one below the other, each with its letter underlined. */
export function LetteredChoices<Value extends string>(props: LetteredChoicesProps<Value>) {
  const { label, choices, chosen, autoFocus, onChoose } = props;
  return (
    <RadioGroup
      className="lettered-choices"
      value={chosen}
      onChange={(value) => {
        const choice = choices.find(([one]) => one === value);
        if (choice) onChoose(choice[0]);
      }}
    >
      <Label className="lettered-heading">{label}</Label>
      {choices.map(([value, words, letter]) => (
        <Radio key={value} className="tick" value={value} autoFocus={autoFocus === true && value === chosen}>
          <span className="tick-box round" aria-hidden="true" />
          <LetteredWords words={words} letter={letter} />
        </Radio>
      ))}
    </RadioGroup>
  );
}

/** Words with the letter underlined that chooses them. */
export function LetteredWords({
  words,
  letter,
}: {
  readonly words: string;
  readonly letter: string;
}): ReactNode {
  const at = words.indexOf(letter);
  return (
    <span>
      {words.slice(0, at)}
      <u>{letter}</u>
      {words.slice(at + 1)}
    </span>
  );
}

/** The choice whose letter a key is; undefined where it is none's. */
export function choiceOfLetter<Value>(
  choices: readonly LetteredChoice<Value>[],
  key: string,
): LetteredChoice<Value> | undefined {
  return choices.find(([, , letter]) => letter.toLowerCase() === key.toLowerCase());
}
