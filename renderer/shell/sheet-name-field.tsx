import { useRef, useState } from 'react';

export interface SheetNameFieldProps {
  readonly name: string;
  /** The name that was typed; null when it is to stay as it is. */
  readonly onEnd: (typed: string | null) => void;
}

/** The name of a sheet, being typed on its tab. Enter and a click elsewhere take it, Escape does not. */
export function SheetNameField({ name, onEnd }: SheetNameFieldProps) {
  const [text, setText] = useState(name);
  const ended = useRef(false);
  const end = (typed: string | null) => {
    if (ended.current) return;
    ended.current = true;
    onEnd(typed === '' || typed === name ? null : typed);
  };
  return (
    <input
      className="sheet-name-field"
      aria-label={`Name of the sheet ${name}`}
      autoFocus
      spellCheck={false}
      autoComplete="off"
      value={text}
      onFocus={(event) => event.target.select()}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => end(text.trim())}
      onKeyDown={(event) => {
        if (event.key === 'Enter') end(text.trim());
        else if (event.key === 'Escape') end(null);
        event.stopPropagation();
      }}
    />
  );
}
