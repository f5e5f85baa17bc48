import { useState } from 'react';
import { filterPeriods } from '../../shared/workbook/filter/date-periods.ts';
import type { FilterCriterion } from '../../shared/workbook/filter/sheet-filter.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import { periodGroups } from './period-words.ts';
import './filter-dialogs.css';

export interface PeriodDialogProps {
  readonly heading: string;
  readonly criterion: FilterCriterion | undefined;
  readonly onFilter: (criterion: FilterCriterion) => void;
  readonly onClose: () => void;
}

/** Dates of a column that lie in a period, such as this month or any March. */
export function PeriodDialog({ heading, criterion, onFilter, onClose }: PeriodDialogProps) {
  const [period, setPeriod] = useState(criterion?.kind === 'period' ? criterion.period : 'thisMonth');
  const take = () => onFilter({ kind: 'period', period });
  return (
    <DialogFrame heading="Date filter" onClose={onClose}>
      <p>Show rows where {heading} is in</p>
      <select
        className="choice period-choice"
        aria-label="Period"
        autoFocus
        value={period}
        onChange={({ target }) => {
          const chosen = filterPeriods.find((one) => one === target.value);
          if (chosen) setPeriod(chosen);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      >
        {periodGroups.map((group) => (
          <optgroup key={group.heading} label={group.heading}>
            {group.periods.map(([one, words]) => (
              <option key={one} value={one}>
                {words}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      <p className="quiet filter-hint">
        Periods such as this month are those of today when the filter is set or reapplied. Weeks begin on
        Sunday.
      </p>
      <DialogActions onTake={take} onClose={onClose} />
    </DialogFrame>
  );
}
