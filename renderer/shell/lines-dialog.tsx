import { useState, type KeyboardEvent } from 'react';
import type { Range } from '../../shared/workbook/address.ts';
import { DialogActions } from '../components/dialog-actions.tsx';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { choiceOfLetter, LetteredChoices, type LetteredChoice } from '../components/lettered-choices.tsx';

/** What is done: to whole rows or columns, or to the chosen cells, with those behind them going elsewhere. */
export type LinesChoice = 'along' | 'down' | 'rows' | 'columns';

export interface LinesDialogProps {
  readonly heading: keyof typeof words;
  /** The chosen cells. */
  readonly range: Range;
  readonly onChoose: (choice: LinesChoice) => void;
  readonly onClose: () => void;
}

const words = {
  Insert: 'Empty cells, as many as are selected',
  'Insert copied cells': 'The cells there go out of their way',
  Delete: 'The selected cells',
  Group: 'To hide and show together',
  Ungroup: 'Out of the group in which they lie',
} as const;

const lines: readonly LetteredChoice<LinesChoice>[] = [
  ['rows', 'Rows', 'R'],
  ['columns', 'Columns', 'C'],
];

const entireLines: readonly LetteredChoice<LinesChoice>[] = [
  ['rows', 'Entire rows', 'r'],
  ['columns', 'Entire columns', 'c'],
];

const shifts: readonly LetteredChoice<LinesChoice>[] = [
  ['along', 'Shift cells right', 'i'],
  ['down', 'Shift cells down', 'd'],
];

const choicesOf: Readonly<Record<keyof typeof words, readonly LetteredChoice<LinesChoice>[]>> = {
  Insert: [...shifts, ...entireLines],
  'Insert copied cells': shifts,
  Delete: [['along', 'Shift cells left', 'l'], ['down', 'Shift cells up', 'u'], ...entireLines],
  Group: lines,
  Ungroup: lines,
};

/** Asks what is meant by the chosen cells: they, or their rows or columns. A letter chooses and Enter takes it, as in Excel. */
export function LinesDialog({ heading, range, onChoose, onClose }: LinesDialogProps) {
  const choices = choicesOf[heading];
  const isHigh = range.bottom - range.top > range.right - range.left;
  // As Excel offers it: cells that stand one below the other make way to the side.
  const offered = choices === lines ? 'rows' : isHigh ? 'along' : 'down';
  const [chosen, setChosen] = useState<LinesChoice>(offered);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const choice = choiceOfLetter(choices, event.key);
    if (choice) setChosen(choice[0]);
    else if (event.key === 'Enter') onChoose(chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <DialogFrame heading={heading} onClose={onClose}>
      <div onKeyDownCapture={onKeyDown}>
        <LetteredChoices
          label={words[heading]}
          choices={choices}
          chosen={chosen}
          autoFocus
          onChoose={setChosen}
        />
      </div>
      <DialogActions onTake={() => onChoose(chosen)} onClose={onClose} />
    </DialogFrame>
  );
}
