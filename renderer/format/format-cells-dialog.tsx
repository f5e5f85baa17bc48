import { useId, useState } from 'react';
import { Button, Checkbox } from 'react-aria-components';
import type { LookChange } from '../../shared/workbook/command.ts';
import type { CellRole, CellStyle, CellValue } from '../../shared/workbook/document.ts';
import { isNumberFormat } from '../../shared/workbook/number-format.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { displayed } from '../session/displayed.ts';
import { numberFormats } from './number-formats.ts';
import './format-cells-dialog.css';

/** What a cell may be for, in words; the others belong to the layout of a page. */
const roles: readonly (readonly [role: CellRole, words: string])[] = [
  ['calculation', 'Calculation'],
  ['input', 'Input'],
  ['link', 'Link to another sheet'],
  ['total', 'Total'],
  ['check', 'Check'],
  ['header', 'Heading'],
  ['section', 'Section'],
  ['label', 'Label'],
  ['unit', 'Unit'],
  ['note', 'Remark'],
  ['source', 'Source'],
  ['result', 'Result of a what-if table'],
];

type Switch = 'strong' | 'wrap';

const switches: readonly (readonly [part: Switch, words: string])[] = [
  ['strong', 'Bold'],
  ['wrap', 'Wrap text'],
];

export interface FormatCellsDialogProps {
  /** The style and the value of the active cell. */
  readonly style: CellStyle | undefined;
  readonly value: CellValue;
  readonly onFormat: (look: LookChange) => void;
  readonly onClose: () => void;
}

/** Number format, alignment and role of the chosen cells. Only what was changed here is changed in them. */
export function FormatCellsDialog({ style, value, onFormat, onClose }: FormatCellsDialogProps) {
  const [look, setLook] = useState<LookChange>({});
  const codeId = useId();
  const code = (look.format === undefined ? style?.format : look.format) ?? '';
  const isValid = code === '' || isNumberFormat(code);
  const sample = isValid ? displayed(value ?? 1234.5, code === '' ? undefined : code) : '';
  const take = () => {
    if (isValid) onFormat(look);
  };
  const setCode = (text: string) => setLook({ ...look, format: text === '' ? null : text });
  return (
    <DialogFrame heading="Format cells" wide onClose={onClose}>
      <div className="format-cells">
        <fieldset className="format-number">
          <legend>Number</legend>
          <ul className="format-list" aria-label="Number formats">
            {numberFormats.map(({ name, code: listed }) => (
              <li key={name}>
                <button
                  type="button"
                  className="format-choice"
                  aria-pressed={listed === code}
                  onClick={() => setCode(listed)}
                  onDoubleClick={take}
                >
                  <span>{name}</span>
                  <span className="format-sample">
                    {displayed(
                      typeof value === 'number' ? value : 1234.5,
                      listed === '' ? undefined : listed,
                    )}
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
              onChange={(event) => setCode(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter') take();
              }}
            />
          </div>
          <p className="format-shown" aria-live="polite">
            {isValid ? (
              <>
                <span className="quiet">Shows</span> <b>{sample}</b>
              </>
            ) : (
              'This is no number format code that Excel knows.'
            )}
          </p>
        </fieldset>
        <fieldset className="format-looks">
          <legend>Look</legend>
          <label className="format-line">
            <span>Alignment</span>
            <select
              className="choice"
              value={(look.align === undefined ? style?.align : look.align) ?? ''}
              onChange={({ target }) => setLook({ ...look, align: alignmentOf(target.value) })}
            >
              <option value="">General</option>
              <option value="left">Left</option>
              <option value="center">Center</option>
              <option value="right">Right</option>
            </select>
          </label>
          <label className="format-line">
            <span>The cell is a</span>
            <select
              className="choice"
              value={look.role ?? style?.role ?? 'calculation'}
              onChange={({ target }) => {
                const role = roles.find(([one]) => one === target.value)?.[0];
                if (role) setLook({ ...look, role });
              }}
            >
              {style && !roles.some(([role]) => role === style.role) && (
                <option value={style.role}>{style.role}</option>
              )}
              {roles.map(([role, words]) => (
                <option key={role} value={role}>
                  {words}
                </option>
              ))}
            </select>
          </label>
          {switches.map(([part, words]) => (
            <Checkbox
              key={part}
              className="tick"
              isSelected={(look[part] === undefined ? style?.[part] : look[part]) ?? false}
              onChange={(on) => setLook({ ...look, [part]: on ? true : null })}
            >
              <span className="tick-box" aria-hidden="true" />
              {words}
            </Checkbox>
          ))}
        </fieldset>
      </div>
      <div className="dialog-actions">
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
        <Button className="button primary" isDisabled={!isValid} onPress={take}>
          OK
        </Button>
      </div>
    </DialogFrame>
  );
}

function alignmentOf(value: string): 'left' | 'center' | 'right' | null {
  return value === 'left' || value === 'center' || value === 'right' ? value : null;
}
