import { Button } from 'react-aria-components';
import { DialogFrame } from '../components/dialog-frame.tsx';

export interface LinesDialogProps {
  readonly heading: keyof typeof words;
  readonly onChoose: (axis: 'rows' | 'columns') => void;
  readonly onClose: () => void;
}

const words = {
  Insert: 'Rows above or columns left of the selected cells, as many as are selected.',
  Delete: 'The rows or the columns in which cells are selected.',
  Group: 'The rows or the columns in which cells are selected, to hide and show them together.',
  Ungroup: 'The rows or the columns in which cells are selected, out of the group in which they lie.',
} as const;

/** Asks whether the rows or the columns of the chosen cells are meant. R and C answer too, as in Excel. */
export function LinesDialog({ heading, onChoose, onClose }: LinesDialogProps) {
  return (
    <DialogFrame heading={heading} onClose={onClose}>
      <p>{words[heading]}</p>
      <div
        className="dialog-actions"
        onKeyDown={(event) => {
          if (event.key === 'r') onChoose('rows');
          else if (event.key === 'c') onChoose('columns');
          else return;
          // The cells have the keyboard by now, and the letter is not for them.
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <Button className="button apart" onPress={onClose}>
          Cancel
        </Button>
        <Button className="button" onPress={() => onChoose('columns')}>
          Entire columns
        </Button>
        <Button className="button primary" autoFocus onPress={() => onChoose('rows')}>
          Entire rows
        </Button>
      </div>
    </DialogFrame>
  );
}
