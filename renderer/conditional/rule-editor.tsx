import { firstCell } from '../../shared/workbook/range-parts.ts';
import { useState } from 'react';
import type { Problem } from '../../shared/result.ts';
import { cellReference, type Range } from '../../shared/workbook/address.ts';
import {
  givesLook,
  type ConditionalFormat,
  type ConditionalLook,
} from '../../shared/workbook/conditional/conditional-format.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { TextField } from '../components/form-fields.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import type { Session } from '../session.ts';
import { ownColours } from '../format/colours/palette.ts';
import { appliesToText, readAppliesTo } from './applies-to.ts';
import { LookFields } from './look-fields.tsx';
import { lookPresets } from './look-presets.ts';
import { draftOf, newDraft, readDraft, type DraftField, type DraftKind } from './rule-draft.ts';
import { RuleFields } from './rule-fields.tsx';

const kinds: readonly (readonly [kind: DraftKind, words: string])[] = [
  ['values', 'Format all cells based on their values'],
  ['contain', 'Format only cells that contain'],
  ['rank', 'Format only top or bottom ranked values'],
  ['average', 'Format only values that are above or below average'],
  ['repeated', 'Format only unique or duplicate values'],
  ['formula', 'Use a formula to determine which cells to format'],
];

export interface RuleEditorProps {
  readonly session: Session;
  /** The rule that is edited; null for a new one. */
  readonly format: ConditionalFormat | null;
  readonly sheet: string;
  readonly ranges: readonly Range[];
  /** Gives why the rule was refused; null when it was taken. */
  readonly onTake: (format: ConditionalFormat) => Promise<Problem | null>;
  readonly onClose: () => void;
}

type Faults = Readonly<Partial<Record<DraftField | 'appliesTo' | 'other', string>>>;

/** One rule: what it asks of cells, the look of those that meet it, and which cells it applies to. */
export function RuleEditor({ session, format, sheet, ranges, onTake, onClose }: RuleEditorProps) {
  const [draft, setDraft] = useState(() => (format ? draftOf(format.rule) : newDraft));
  const [look, setLook] = useState<ConditionalLook>(format?.look ?? lookPresets[0]?.look ?? {});
  const [appliesTo, setAppliesTo] = useState(appliesToText(ranges));
  const [faults, setFaults] = useState<Faults>({});
  const own = ownColours(Object.values(session.styles));
  const cells = readAppliesTo(appliesTo);
  const first = cells && firstCell(cells);
  const take = async () => {
    const read = readDraft(draft);
    const noCells = cells ? {} : { appliesTo: 'Type cells such as A1:B5 or A:A, with commas between them.' };
    if ('faults' in read || !cells) {
      setFaults({ ...noCells, ...('faults' in read && read.faults) });
      return;
    }
    const { rule, fields } = read;
    const refused = await onTake({
      sheet,
      ranges: cells,
      rule,
      look: givesLook(rule) ? look : {},
      ...(format?.stopIfTrue && { stopIfTrue: true }),
    });
    if (!refused) return;
    const field = fields.get(refused.subject ?? '') ?? 'other';
    setFaults({ [field]: `${refused.message} ${refused.remedy}` });
  };
  return (
    <DialogFrame heading={format ? 'Edit formatting rule' : 'New formatting rule'} wide onClose={onClose}>
      <form
        className="rule-editor"
        onSubmit={(event) => {
          event.preventDefault();
          void take();
        }}
      >
        <label className="field-line">
          <span>Rule type</span>
          <select
            className="choice"
            autoFocus
            value={draft.kind}
            onChange={({ target }) => {
              const kind = kinds.find(([one]) => one === target.value)?.[0];
              if (kind) setDraft({ ...draft, kind });
            }}
          >
            {kinds.map(([kind, words]) => (
              <option key={kind} value={kind}>
                {words}
              </option>
            ))}
          </select>
        </label>
        <RuleFields
          draft={draft}
          faults={faults}
          own={own}
          firstCell={first ? cellReference(first.row, first.column) : null}
          onChange={(next) => {
            setDraft(next);
            setFaults({});
          }}
        />
        {draft.kind !== 'values' && <LookFields look={look} own={own} onChange={setLook} />}
        <TextField
          label="Applies to"
          value={appliesTo}
          fault={faults.appliesTo}
          onChange={(text) => {
            setAppliesTo(text);
            setFaults({});
          }}
        />
        <p className="field-fault" role="alert">
          {faults.other}
        </p>
        <DialogActions onClose={onClose} />
      </form>
    </DialogFrame>
  );
}
