import type { ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import type { LookChange } from '../../../shared/workbook/command.ts';
import type { CellStyle } from '../../../shared/workbook/document.ts';
import type { ColourGroup } from '../colours/palette.ts';

/** What the pages about the look of cells have in common. */
export interface LookPageProps {
  /** The style of the active cell, with what was changed so far. */
  readonly style: CellStyle;
  /** Colours of the workbook that are in no other group. */
  readonly own: ColourGroup;
  readonly onChange: (change: LookChange) => void;
}

export interface TickProps {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children: ReactNode;
}

/** A part of a look that is on or off. */
export function Tick({ on, onChange, children }: TickProps) {
  return (
    <Checkbox className="tick" isSelected={on} onChange={onChange}>
      <span className="tick-box" aria-hidden="true" />
      {children}
    </Checkbox>
  );
}

export interface ChoiceLineProps<Value extends string> {
  readonly label: string;
  readonly choices: readonly (readonly [value: Value, words: string])[];
  readonly chosen: Value;
  readonly onChange: (value: Value) => void;
}

/** One of several words, in a list that opens. */
export function ChoiceLine<Value extends string>({
  label,
  choices,
  chosen,
  onChange,
}: ChoiceLineProps<Value>) {
  return (
    <label className="format-line">
      <span>{label}</span>
      <select
        className="choice"
        value={chosen}
        onChange={({ target }) => {
          const choice = choices.find(([value]) => value === target.value);
          if (choice) onChange(choice[0]);
        }}
      >
        {choices.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
