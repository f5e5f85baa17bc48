import { useId, useState } from 'react';
import { Radio, RadioGroup } from 'react-aria-components';
import type { FilterCriterion } from '../../shared/workbook/filter/sheet-filter.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import {
  comparisonsOf,
  conditionOf,
  shownCondition,
  type Comparison,
  type ShownCondition,
} from './conditions.ts';
import './filter-dialogs.css';

export interface ConditionsDialogProps {
  readonly heading: string;
  readonly criterion: FilterCriterion | undefined;
  /** The number format of the column, in which numbers and dates are typed. */
  readonly format: string | undefined;
  /** Whether it begins with what lies between two values, in place of the conditions that there are. */
  readonly isBetween: boolean;
  readonly onFilter: (criterion: FilterCriterion) => void;
  readonly onClose: () => void;
}

/** Rows whose cell in a column meets one condition or two. The second is left out while its comparison is empty. */
export function ConditionsDialog({
  heading,
  criterion,
  format,
  isBetween,
  onFilter,
  onClose,
}: ConditionsDialogProps) {
  const words = comparisonsOf(format);
  const given = criterion?.kind === 'conditions' ? criterion : undefined;
  const [join, setJoin] = useState<'and' | 'or'>(isBetween ? 'and' : (given?.join ?? 'and'));
  const [shown, setShown] = useState<readonly [ShownCondition, ShownCondition]>(() => {
    const [first, second] = given?.conditions ?? [];
    if (isBetween && !(first?.operator === 'greaterThanOrEqual' && second?.operator === 'lessThanOrEqual'))
      return [
        { comparison: 'least', text: '' },
        { comparison: 'most', text: '' },
      ];
    return [
      first ? shownCondition(first, format) : { comparison: 'equals', text: '' },
      second ? shownCondition(second, format) : { comparison: '', text: '' },
    ];
  });
  const [one, other] = shown;
  const take = () => {
    const conditions = shown.flatMap((each) => conditionOf(each, format) ?? []);
    if (conditions.length > 0) onFilter({ kind: 'conditions', conditions, join });
  };
  return (
    <DialogFrame heading="Custom filter" onClose={onClose}>
      <p>Show rows where {heading}</p>
      <ConditionFields
        label="First condition"
        words={words}
        shown={one}
        onChange={(to) => setShown([to, other])}
        onEnter={take}
      />
      <RadioGroup
        className="condition-join"
        orientation="horizontal"
        aria-label="Both conditions or one of them"
        value={join}
        onChange={(to) => setJoin(to === 'or' ? 'or' : 'and')}
      >
        {(['and', 'or'] as const).map((each) => (
          <Radio key={each} className="tick" value={each}>
            <span className="tick-box round" aria-hidden="true" />
            <span>{each === 'and' ? 'And' : 'Or'}</span>
          </Radio>
        ))}
      </RadioGroup>
      <ConditionFields
        label="Second condition"
        words={words}
        isOptional
        shown={other}
        onChange={(to) => setShown([one, to])}
        onEnter={take}
      />
      <p className="quiet filter-hint">
        Use ? for any one character and * for any number of them. Leave the field empty for empty cells.
      </p>
      <DialogActions onTake={take} onClose={onClose} />
    </DialogFrame>
  );
}

interface ConditionFieldsProps {
  readonly label: string;
  /** The comparisons in the words of the column. */
  readonly words: readonly Comparison[];
  readonly isOptional?: boolean;
  readonly shown: ShownCondition;
  readonly onChange: (shown: ShownCondition) => void;
  readonly onEnter: () => void;
}

function ConditionFields({
  label,
  words,
  isOptional = false,
  shown,
  onChange,
  onEnter,
}: ConditionFieldsProps) {
  const id = useId();
  return (
    <div className="condition-fields" role="group" aria-labelledby={id}>
      <span id={id} className="hidden-words">
        {label}
      </span>
      <select
        className="choice"
        aria-label="Comparison"
        value={shown.comparison}
        onChange={({ target }) => onChange({ ...shown, comparison: target.value })}
      >
        {isOptional && <option value="" />}
        {words.map((one) => (
          <option key={one.id} value={one.id}>
            {one.words}
          </option>
        ))}
      </select>
      <input
        className="field-box"
        aria-label="Value"
        autoComplete="off"
        spellCheck={false}
        autoFocus={!isOptional}
        value={shown.text}
        onChange={({ target }) =>
          onChange({ comparison: shown.comparison === '' ? 'equals' : shown.comparison, text: target.value })
        }
        onKeyDown={(event) => {
          if (event.key === 'Enter') onEnter();
        }}
      />
    </div>
  );
}
