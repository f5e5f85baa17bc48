import { type ComparedRule } from '../../shared/workbook/validation/validation.ts';
import { type Comparison, comparisonWords, hasTwoEnds } from '../../shared/workbook/comparison.ts';
import { ChoiceField, TextField, Tick } from '../components/form-fields.tsx';
import type { DraftFaults, RuleKind, ValidationDraft } from './validation-draft.ts';

const kindWords: Readonly<Record<RuleKind, string>> = {
  any: 'Any value',
  whole: 'Whole number',
  decimal: 'Decimal',
  list: 'List',
  date: 'Date',
  time: 'Time',
  textLength: 'Text length',
  custom: 'Custom',
};

export interface SettingsPageProps {
  readonly draft: ValidationDraft;
  readonly faults: DraftFaults;
  readonly onChange: (change: Partial<ValidationDraft>) => void;
}

/** What the cells may hold. */
export function SettingsPage({ draft, faults, onChange }: SettingsPageProps) {
  const { kind, operator } = draft;
  const isCompared = kind !== 'any' && kind !== 'list' && kind !== 'custom';
  return (
    <>
      <div className="field-row">
        <ChoiceField
          label="Allow"
          autoFocus
          value={kind}
          words={kindWords}
          onChange={(next) => onChange({ kind: next })}
        />
        {isCompared && (
          <ChoiceField
            label="Data"
            value={operator}
            words={comparisonWords}
            onChange={(next) => onChange({ operator: next })}
          />
        )}
      </div>
      {isCompared && (
        <div className="field-row">
          <TextField
            label={endLabel(kind, operator, 'first')}
            value={draft.first}
            fault={faults.first}
            onChange={(first) => onChange({ first })}
          />
          {hasTwoEnds(operator) && (
            <TextField
              label={endLabel(kind, operator, 'second')}
              value={draft.second}
              fault={faults.second}
              onChange={(second) => onChange({ second })}
            />
          )}
        </div>
      )}
      {kind === 'list' && (
        <TextField
          label="Source"
          value={draft.source}
          fault={faults.source}
          placeholder="Base, Upside, Downside   or   =Lists!$A$1:$A$9   or   =scenario_names"
          onChange={(source) => onChange({ source })}
        />
      )}
      {kind === 'custom' && (
        <TextField
          label="Formula, as seen from the active cell"
          value={draft.formula}
          fault={faults.formula}
          placeholder="=AND(ISNUMBER(B2), B2<=C2)"
          onChange={(formula) => onChange({ formula })}
        />
      )}
      {kind !== 'any' && (
        <Tick isOn={draft.ignoreBlank} onChange={(ignoreBlank) => onChange({ ignoreBlank })}>
          Ignore blank
        </Tick>
      )}
      {kind === 'list' && (
        <Tick isOn={draft.dropDown} onChange={(dropDown) => onChange({ dropDown })}>
          In-cell dropdown
        </Tick>
      )}
    </>
  );
}

/** What Excel calls a figure that the rule compares with. */
function endLabel(kind: ComparedRule['kind'], operator: Comparison, end: 'first' | 'second'): string {
  const isDate = kind === 'date' || kind === 'time';
  if (operator === 'equal' || operator === 'notEqual')
    return kind === 'textLength' ? 'Length' : isDate ? kindWords[kind] : 'Value';
  const isLast = end === 'second' || operator === 'lessThan' || operator === 'lessThanOrEqual';
  if (isDate) return `${isLast ? 'End' : 'Start'} ${kind}`;
  return isLast ? 'Maximum' : 'Minimum';
}
