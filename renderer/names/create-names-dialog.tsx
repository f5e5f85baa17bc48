import { useState } from 'react';
import { absoluteRangeText, type Range } from '../../shared/workbook/address.ts';
import { sameRange } from '../sheet-view.ts';
import { DialogActions } from '../components/dialog-actions.tsx';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { Tick } from '../components/form-fields.tsx';
import type { Session } from '../session.ts';
import { createdNames, labelSides, likelySides, type CreatedName, type LabelSide } from './created-names.ts';
import './create-names-dialog.css';

export interface CreateNamesDialogProps {
  readonly session: Session;
  readonly sheet: string;
  /** The chosen cells, as far as the sheet is used. */
  readonly range: Range;
  readonly onCreate: (names: readonly CreatedName[]) => void;
  readonly onClose: () => void;
}

const words: Readonly<Record<LabelSide, string>> = {
  top: 'Top row',
  left: 'Left column',
  bottom: 'Bottom row',
  right: 'Right column',
};

/** So many names are listed by themselves. */
const mostListed = 3;

/** Names for chosen cells from the words beside them. Names that are there already are replaced only when that is said. */
export function CreateNamesDialog({ session, sheet, range, onCreate, onClose }: CreateNamesDialogProps) {
  const mirror = session.sheet(sheet);
  const valueAt = (row: number, column: number) => mirror.value(row, column);
  const [sides, setSides] = useState<ReadonlySet<LabelSide>>(() => likelySides(range, valueAt));
  const names = createdNames(range, sides, valueAt);
  const replaced = names.filter(({ name, range: cells }) => {
    const old = session.name(name);
    return old
      ? old.sheet !== sheet || !sameRange(old.range, cells)
      : session.namedFormula(name, '') !== undefined;
  });
  const change = (side: LabelSide, on: boolean) =>
    setSides(new Set(labelSides.filter((one) => (one === side ? on : sides.has(one)))));
  return (
    <DialogFrame heading="Create names from selection" onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (names.length > 0) onCreate(names);
        }}
      >
        <p className="quiet">
          Names from the words in {absoluteRangeText(sheet, range).replaceAll('$', '')}:
        </p>
        <div className="label-sides">
          {labelSides.map((side, place) => (
            <Tick
              key={side}
              autoFocus={place === 0}
              isOn={sides.has(side)}
              label={words[side]}
              onChange={(on) => change(side, on)}
            >
              {words[side]}
            </Tick>
          ))}
        </div>
        <p className="created-names" role="status">
          {names.length === 0 ? 'No words stand there that can be names.' : `Makes ${listed(names)}.`}
          {replaced.length > 0 &&
            ` ${listed(replaced)} ${replaced.length === 1 ? 'stands' : 'stand'} for something else now and would be replaced.`}
        </p>
        <DialogActions
          words={replaced.length > 0 ? 'Replace' : 'OK'}
          isDisabled={names.length === 0}
          takesFocus={names.length > 0}
          onClose={onClose}
        />
      </form>
    </DialogFrame>
  );
}

function listed(names: readonly CreatedName[]): string {
  const first = names.slice(0, mostListed).map(({ name }) => name);
  const more = names.length - first.length;
  return first.join(', ') + (more > 0 ? ` and ${more} more` : '');
}
