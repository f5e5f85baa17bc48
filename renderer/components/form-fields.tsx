import { useId, type ReactNode } from 'react';
import { Checkbox } from 'react-aria-components';
import './form-fields.css';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  /** What is wrong with what was typed. */
  readonly fault: string | undefined;
  readonly placeholder?: string;
  readonly onChange: (text: string) => void;
}

/** A field of text with what is wrong with it right below. */
export function TextField({ label, value, fault, placeholder, onChange }: TextFieldProps) {
  const [fieldId, faultId] = [useId(), useId()];
  return (
    <div className="text-field">
      <label htmlFor={fieldId}>{label}</label>
      <input
        id={fieldId}
        className="mono"
        spellCheck={false}
        autoComplete="off"
        placeholder={placeholder}
        value={value}
        aria-invalid={fault !== undefined}
        aria-describedby={fault === undefined ? undefined : faultId}
        onChange={(event) => onChange(event.target.value)}
      />
      {fault !== undefined && (
        <p id={faultId} className="field-fault" role="alert">
          {fault}
        </p>
      )}
    </div>
  );
}

export interface ChoiceFieldProps<Choice extends string> {
  readonly label: string;
  readonly value: Choice;
  readonly words: Readonly<Partial<Record<Choice, string>>>;
  readonly autoFocus?: boolean;
  readonly onChange: (choice: Choice) => void;
}

/** One of several choices, each with its words, in a list that opens. */
export function ChoiceField<Choice extends string>({
  label,
  value,
  words,
  autoFocus = false,
  onChange,
}: ChoiceFieldProps<Choice>) {
  // The keys of a record of words are the choices that it was made for.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  const choices = Object.keys(words) as Choice[];
  return (
    <label className="field-line">
      <span>{label}</span>
      <select
        className="choice"
        autoFocus={autoFocus}
        value={value}
        onChange={({ target }) => {
          const choice = choices.find((one) => one === target.value);
          if (choice !== undefined) onChange(choice);
        }}
      >
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {words[choice]}
          </option>
        ))}
      </select>
    </label>
  );
}

export interface TickProps {
  readonly isOn: boolean;
  /** Where no words stand beside it. */
  readonly label?: string;
  readonly autoFocus?: boolean;
  readonly onChange: (on: boolean) => void;
  readonly children?: ReactNode;
}

/** A box that is ticked or not, and its words. */
export function Tick({ isOn, label, autoFocus = false, onChange, children }: TickProps) {
  return (
    <Checkbox
      slot={null}
      className="tick"
      aria-label={label}
      autoFocus={autoFocus}
      isSelected={isOn}
      onChange={onChange}
    >
      <span className="tick-box" aria-hidden="true" />
      {children}
    </Checkbox>
  );
}
