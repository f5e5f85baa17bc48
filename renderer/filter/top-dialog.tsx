import { useState } from 'react';
import type { FilterCriterion } from '../../shared/workbook/filter/sheet-filter.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import './filter-dialogs.css';

/** As in Excel. */
const mostShown = 500;

export interface TopDialogProps {
  readonly criterion: FilterCriterion | undefined;
  readonly onFilter: (criterion: FilterCriterion) => void;
  readonly onClose: () => void;
}

/** So many of the largest or smallest numbers of a column, or so many percent of them. */
export function TopDialog({ criterion, onFilter, onClose }: TopDialogProps) {
  const given = criterion?.kind === 'top' ? criterion : undefined;
  const [from, setFrom] = useState(given?.from ?? 'largest');
  const [text, setText] = useState(String(given?.count ?? 10));
  const [isPercent, setIsPercent] = useState(given?.isPercent ?? false);
  const count = Number(text);
  const most = isPercent ? 100 : mostShown;
  const isValid = Number.isInteger(count) && count >= 1 && count <= most;
  const take = () => {
    if (isValid) onFilter({ kind: 'top', from, count, isPercent });
  };
  return (
    <DialogFrame heading="Top 10 filter" onClose={onClose}>
      <div className="top-fields">
        <span>Show</span>
        <select
          className="choice"
          aria-label="Which end"
          value={from}
          onChange={({ target }) => setFrom(target.value === 'smallest' ? 'smallest' : 'largest')}
        >
          <option value="largest">Top</option>
          <option value="smallest">Bottom</option>
        </select>
        <input
          className="field-box"
          aria-label="How many"
          inputMode="numeric"
          autoFocus
          value={text}
          aria-invalid={!isValid}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') take();
          }}
        />
        <select
          className="choice"
          aria-label="Of what"
          value={isPercent ? 'percent' : 'items'}
          onChange={({ target }) => setIsPercent(target.value === 'percent')}
        >
          <option value="items">Items</option>
          <option value="percent">Percent</option>
        </select>
      </div>
      <p className="field-fault filter-wrong" role="alert">
        {!isValid && `Enter a whole number from 1 to ${most}.`}
      </p>
      <DialogActions isDisabled={!isValid} onTake={take} onClose={onClose} />
    </DialogFrame>
  );
}
