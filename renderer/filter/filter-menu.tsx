import { ArrowDownAZ, ArrowUpAZ, FunnelX } from 'lucide-react';
import { useMemo, useState, type KeyboardEvent, type ReactNode } from 'react';
import {
  criterionOf,
  type FilterCriterion,
  type SheetFilter,
} from '../../shared/workbook/filter/sheet-filter.ts';
import { columnKind, columnWords, orderWords, type ColumnKind } from '../data/order-words.ts';
import type { Session } from '../session.ts';
import { CheckedList } from './checked-list.tsx';
import { periodWords } from './period-words.ts';
import { listedTexts, textKey, type ListedText } from './table-column.ts';
import './filter-menu.css';

/** A dialog that the menu leads to. */
export type FilterDialogKind = 'conditions' | 'between' | 'period' | 'top';

export interface FilterMenuProps {
  readonly session: Session;
  readonly sheet: string;
  readonly filter: SheetFilter;
  readonly column: number;
  readonly onSort: (descending: boolean) => void;
  /** Null takes the criterion of the column away. */
  readonly onFilter: (criterion: FilterCriterion | null) => void;
  readonly onDialog: (dialog: FilterDialogKind) => void;
  readonly onClose: () => void;
}

const kindWords: Readonly<Record<ColumnKind, string>> = {
  numbers: 'Number filters…',
  dates: 'Date filters…',
  texts: 'Text filters…',
};

const all = '(Select All)';

/** What the button of a filtered column opens: sorting, criteria, and the texts of the column to choose from. */
export function FilterMenu({
  session,
  sheet,
  filter,
  column,
  onSort,
  onFilter,
  onDialog,
  onClose,
}: FilterMenuProps) {
  const { range } = filter;
  const texts = useMemo(() => listedTexts(session, sheet, filter, column), [session, sheet, filter, column]);
  const kind = useMemo(
    () => columnKind(session, sheet, { top: range.top + 1, bottom: range.bottom }, column),
    [session, sheet, range, column],
  );
  const own = criterionOf(filter, column);
  const heading = columnWords(session, sheet, column, range.top);
  const [ascending, descending] = orderWords[kind];
  return (
    <div className="filter-menu" onKeyDown={walkLines}>
      <FilterLine icon={<ArrowDownAZ className="icon" aria-hidden="true" />} onPick={() => onSort(false)}>
        Sort {ascending}
      </FilterLine>
      <FilterLine icon={<ArrowUpAZ className="icon" aria-hidden="true" />} onPick={() => onSort(true)}>
        Sort {descending}
      </FilterLine>
      <hr className="menu-separator" />
      <FilterLine
        icon={<FunnelX className="icon" aria-hidden="true" />}
        isDisabled={own === undefined}
        onPick={() => onFilter(null)}
      >
        Clear filter from “{heading}”
      </FilterLine>
      <FilterLine isChosen={own?.kind === 'conditions'} onPick={() => onDialog('conditions')}>
        {kindWords[kind]}
      </FilterLine>
      {kind !== 'texts' && <FilterLine onPick={() => onDialog('between')}>Between…</FilterLine>}
      {(kind === 'dates' || own?.kind === 'period') && (
        <FilterLine isChosen={own?.kind === 'period'} onPick={() => onDialog('period')}>
          {own?.kind === 'period' ? `In a period: ${periodWords(own.period)}…` : 'In a period…'}
        </FilterLine>
      )}
      {kind === 'numbers' && (
        <>
          <FilterLine isChosen={own?.kind === 'top'} onPick={() => onDialog('top')}>
            Top 10…
          </FilterLine>
          {(['above', 'below'] as const).map((side) => (
            <FilterLine
              key={side}
              isChosen={own?.kind === 'average' && own.side === side}
              onPick={() => onFilter({ kind: 'average', side })}
            >
              {side === 'above' ? 'Above average' : 'Below average'}
            </FilterLine>
          ))}
        </>
      )}
      <hr className="menu-separator" />
      <TextChoice texts={texts} isFiltered={own !== undefined} onFilter={onFilter} onClose={onClose} />
    </div>
  );
}

interface FilterLineProps {
  readonly icon?: ReactNode;
  readonly isChosen?: boolean;
  readonly isDisabled?: boolean;
  readonly onPick: () => void;
  readonly children: ReactNode;
}

function FilterLine({ icon, isChosen, isDisabled, onPick, children }: FilterLineProps) {
  return (
    <button
      type="button"
      className="filter-line"
      aria-pressed={isChosen}
      disabled={isDisabled}
      onClick={onPick}
    >
      <span className="filter-icon">{isChosen ? '✓' : icon}</span>
      <span className="filter-words">{children}</span>
    </button>
  );
}

/** The arrows walk through the lines and fields of the menu. */
function walkLines(event: KeyboardEvent<HTMLDivElement>): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  if (step === 0 || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>('button:enabled, input, [role="listbox"]'),
  ];
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[Math.max(0, Math.min(stops.length - 1, at + step))]?.focus();
  event.preventDefault();
}

interface TextChoiceProps {
  readonly texts: readonly ListedText[];
  readonly isFiltered: boolean;
  readonly onFilter: (criterion: FilterCriterion | null) => void;
  readonly onClose: () => void;
}

/** The texts of a column, to be ticked. What is searched for narrows the list, and then only what is listed counts. */
function TextChoice({ texts, isFiltered, onFilter, onClose }: TextChoiceProps) {
  const [search, setSearch] = useState('');
  const [adds, setAdds] = useState(false);
  const [chosen, setChosen] = useState(() => keysOf(texts.filter(({ isChosen }) => isChosen)));
  /** Of those that were found, the ones without a tick. */
  const [without, setWithout] = useState<ReadonlySet<string>>(new Set());
  const wanted = search.trim().toLowerCase();
  const isSearching = wanted !== '';
  const listed = isSearching ? texts.filter(({ shown }) => shown.toLowerCase().includes(wanted)) : texts;
  const isTicked = ({ text }: ListedText) =>
    isSearching ? !without.has(textKey(text)) : chosen.has(textKey(text));
  const ticked = listed.filter(isTicked);
  const toggle = (key: string) => {
    const isAll = key === all;
    const keys = isAll ? [...keysOf(listed)] : [key.slice(1)];
    const on = isAll ? ticked.length < listed.length : !ticked.some(({ text }) => textKey(text) === keys[0]);
    const change = isSearching ? setWithout : setChosen;
    const before = isSearching ? without : chosen;
    const after = new Set(before);
    for (const one of keys) {
      if (on === isSearching) after.delete(one);
      else after.add(one);
    }
    change(after);
  };
  const result =
    isSearching && adds
      ? texts.filter((one) => chosen.has(textKey(one.text)) || (listed.includes(one) && isTicked(one)))
      : ticked;
  const take = () => {
    if (result.length === 0) return;
    if (result.length === texts.length) {
      if (isFiltered) onFilter(null);
      else onClose();
      return;
    }
    onFilter({
      kind: 'values',
      texts: result.filter(({ text }) => text !== '').map(({ text }) => text),
      blanks: result.some(({ text }) => text === ''),
    });
  };
  const lines = listed.map((one) => ({
    // No text begins with what stands for all.
    key: `=${textKey(one.text)}`,
    words: one.shown,
    isChecked: isTicked(one),
  }));
  const isAllTicked = ticked.length === listed.length ? true : ticked.length === 0 ? false : null;
  return (
    <>
      <input
        className="filter-search"
        type="search"
        aria-label="Search"
        placeholder="Search"
        autoComplete="off"
        spellCheck={false}
        autoFocus
        value={search}
        onChange={({ target }) => {
          setSearch(target.value);
          setWithout(new Set());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <CheckedList
        label="Values"
        lines={
          lines.length === 0
            ? []
            : [
                {
                  key: all,
                  words: isSearching ? '(Select All Search Results)' : all,
                  isChecked: isAllTicked,
                },
                ...lines,
              ]
        }
        onToggle={toggle}
        onEnter={take}
      />
      {isSearching && isFiltered && (
        <label className="filter-adds">
          <input type="checkbox" checked={adds} onChange={({ target }) => setAdds(target.checked)} />
          Add current selection to filter
        </label>
      )}
      <div className="filter-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="button primary" disabled={result.length === 0} onClick={take}>
          OK
        </button>
      </div>
    </>
  );
}

function keysOf(texts: readonly ListedText[]): ReadonlySet<string> {
  return new Set(texts.map(({ text }) => textKey(text)));
}
