import { useId } from 'react';
import type { CellValue } from '../../../shared/workbook/document.ts';
import { displayed } from '../../session/displayed.ts';
import { numberFormats } from '../number-formats.ts';

/** A figure that shows what a format does where the cell holds none. */
const sampleFigure = 1234.5;

export interface NumberPageProps {
  /** The format code; empty for General. */
  readonly code: string;
  readonly isValid: boolean;
  readonly value: CellValue;
  readonly onChange: (code: string) => void;
  readonly onTake: () => void;
}

/** Excel's page Number: formats to choose, and the code of any other. */
export function NumberPage({ code, isValid, value, onChange, onTake }: NumberPageProps) {
  const codeId = useId();
  const sampleOf = (shown: CellValue, format: string) => displayed(shown, format === '' ? undefined : format);
  return (
    <>
      <ul className="format-list" aria-label="Number formats">
        {numberFormats.map(({ name, code: listed }) => (
          <li key={name}>
            <button
              type="button"
              className="format-choice"
              aria-pressed={listed === code}
              onClick={() => onChange(listed)}
              onDoubleClick={onTake}
            >
              <span>{name}</span>
              <span className="format-sample">
                {sampleOf(typeof value === 'number' ? value : sampleFigure, listed)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <div className="text-field">
        <label htmlFor={codeId}>Format code, as in Excel</label>
        <input
          id={codeId}
          className="mono"
          spellCheck={false}
          autoComplete="off"
          autoFocus
          placeholder="General"
          value={code}
          aria-invalid={!isValid}
          onChange={(event) => onChange(event.target.value)}
        />
      </div>
      <p className="format-shown" aria-live="polite">
        {isValid ? (
          <>
            <span className="quiet">Shows</span> <b>{sampleOf(value ?? sampleFigure, code)}</b>
          </>
        ) : (
          'This is no number format code that Excel knows.'
        )}
      </p>
    </>
  );
}
