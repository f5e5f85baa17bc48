import { useRef, useState } from 'react';
import type { Problem } from '../../shared/result.ts';
import './sheet-name-field.css';

export interface SheetNameFieldProps {
  readonly name: string;
  /** Takes the name that was typed, null when it is to stay as it is. Gives why it cannot be taken; the field stays then. */
  readonly onEnd: (typed: string | null) => Promise<Problem | null>;
}

/** Why a name was refused, and where in the window that is said. */
interface Refusal {
  readonly problem: Problem;
  readonly place: { readonly left: number; readonly bottom: number };
}

/** In CSS pixels, as in the style sheet. */
const noteWidth = 300;

/**
 * The name of a sheet, being typed on its tab. Enter and a click elsewhere take it, Escape does not.
 * A refused name stays in the field, with the reason above it.
 */
export function SheetNameField({ name, onEnd }: SheetNameFieldProps) {
  const [text, setText] = useState(name);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const isEnding = useRef(false);
  const end = async (typed: string | null) => {
    if (isEnding.current) return;
    isEnding.current = true;
    const problem = await onEnd(typed === '' || typed === name ? null : typed);
    if (!problem || !field.current) return;
    isEnding.current = false;
    const { left, top } = field.current.getBoundingClientRect();
    const { innerWidth, innerHeight } = window;
    const place = { left: Math.min(left, innerWidth - noteWidth - 8), bottom: innerHeight - top + 4 };
    setRefusal({ problem, place });
    field.current.focus();
  };
  return (
    <>
      <input
        ref={field}
        className="sheet-name-field"
        aria-label={`Name of the sheet ${name}`}
        aria-invalid={refusal !== null}
        aria-describedby={refusal ? 'sheet-name-refusal' : undefined}
        autoFocus
        spellCheck={false}
        autoComplete="off"
        value={text}
        onFocus={(event) => event.target.select()}
        onChange={(event) => {
          setText(event.target.value);
          setRefusal(null);
        }}
        onBlur={() => void end(text.trim())}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void end(text.trim());
          else if (event.key === 'Escape') void end(null);
          event.stopPropagation();
        }}
      />
      {refusal && (
        <div className="sheet-name-refusal float" role="alert" id="sheet-name-refusal" style={refusal.place}>
          <p>{refusal.problem.message}</p>
          <p className="quiet">{refusal.problem.remedy}</p>
        </div>
      )}
    </>
  );
}
