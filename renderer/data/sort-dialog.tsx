import { ChevronDown, ChevronUp, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { Tick } from '../components/form-fields.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import type { Session } from '../session.ts';
import { columnKind, columnWords, orderWords } from './order-words.ts';
import type { SortArea, SortKeys } from './sorting.ts';
import './sort-dialog.css';

/** As in Excel. */
const mostLevels = 64;

interface Level {
  /** Stays the same while levels change places. */
  readonly id: number;
  readonly column: number;
  readonly descending: boolean;
}

export interface SortDialogProps {
  readonly session: Session;
  readonly area: SortArea;
  /** The column of the active cell, by which the first level sorts. */
  readonly column: number;
  readonly onSort: (area: SortArea, keys: SortKeys) => void;
  readonly onClose: () => void;
}

/** By which columns a range is sorted, the first of them first. */
export function SortDialog({ session, area, column, onSort, onClose }: SortDialogProps) {
  const { sheet, range } = area;
  const [hasHeader, setHasHeader] = useState(area.hasHeader);
  const [levels, setLevels] = useState<readonly Level[]>([{ id: 0, column, descending: false }]);
  const columns = Array.from({ length: range.right - range.left + 1 }, (_, index) => range.left + index);
  const top = range.top + (hasHeader ? 1 : 0);
  const change = (at: number, to: Partial<Level>) =>
    setLevels(levels.map((level, index) => (index === at ? { ...level, ...to } : level)));
  const move = (at: number, to: number) => {
    const [level] = levels.slice(at, at + 1);
    if (level) setLevels(levels.toSpliced(at, 1).toSpliced(to, 0, level));
  };
  const add = () => {
    const free = columns.find((one) => !levels.some((level) => level.column === one)) ?? range.left;
    const id = Math.max(-1, ...levels.map((level) => level.id)) + 1;
    setLevels([...levels, { id, column: free, descending: false }]);
  };
  return (
    <DialogFrame heading="Sort" wide onClose={onClose}>
      <ol className="sort-levels">
        {levels.map((level, at) => {
          const kind = columnKind(session, sheet, { top, bottom: range.bottom }, level.column);
          return (
            <li key={level.id} className="sort-level">
              <label className="field-line">
                <span>{at === 0 ? 'Sort by' : 'Then by'}</span>
                <select
                  className="choice"
                  autoFocus={at === 0}
                  value={level.column}
                  onChange={({ target }) => change(at, { column: Number(target.value) })}
                >
                  {columns.map((one) => (
                    <option key={one} value={one}>
                      {columnWords(session, sheet, one, hasHeader ? range.top : undefined)}
                    </option>
                  ))}
                </select>
              </label>
              <label className="field-line">
                <span>Order</span>
                <select
                  className="choice"
                  value={level.descending ? 'descending' : 'ascending'}
                  onChange={({ target }) => change(at, { descending: target.value === 'descending' })}
                >
                  <option value="ascending">{orderWords[kind][0]}</option>
                  <option value="descending">{orderWords[kind][1]}</option>
                </select>
              </label>
              <Button
                className="button sort-tool"
                aria-label="Move level up"
                isDisabled={at === 0}
                onPress={() => move(at, at - 1)}
              >
                <ChevronUp size={14} strokeWidth={1.5} aria-hidden="true" />
              </Button>
              <Button
                className="button sort-tool"
                aria-label="Move level down"
                isDisabled={at === levels.length - 1}
                onPress={() => move(at, at + 1)}
              >
                <ChevronDown size={14} strokeWidth={1.5} aria-hidden="true" />
              </Button>
              <Button
                className="button sort-tool"
                aria-label="Delete level"
                isDisabled={levels.length === 1}
                onPress={() => setLevels(levels.toSpliced(at, 1))}
              >
                <Trash2 size={14} strokeWidth={1.5} aria-hidden="true" />
              </Button>
            </li>
          );
        })}
      </ol>
      <div className="sort-options">
        <Button className="button" isDisabled={levels.length >= mostLevels} onPress={add}>
          Add level
        </Button>
        <Tick isOn={hasHeader} onChange={setHasHeader}>
          My data has headers
        </Tick>
      </div>
      <DialogActions
        onTake={() =>
          onSort(
            { ...area, hasHeader },
            levels.map(({ column: by, descending }) => ({ column: by, descending })),
          )
        }
        onClose={onClose}
      />
    </DialogFrame>
  );
}
