import { useState } from 'react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import './sort-dialog.css';

export interface ExpandDialogProps {
  readonly chosen: string;
  readonly wider: string;
  /** True where the cells beside the chosen ones are to be sorted with them. */
  readonly onAnswer: (expands: boolean) => void;
  readonly onClose: () => void;
}

/** Asks whether cells beside the chosen ones are sorted with them: rows would be torn apart otherwise. */
export function ExpandDialog({ chosen, wider, onAnswer, onClose }: ExpandDialogProps) {
  const [answer, setAnswer] = useState('expand');
  return (
    <DialogFrame heading="There is data next to your selection" onClose={onClose}>
      <p>
        Since you have not selected it, it would stay where it is, and its rows would no longer belong
        together.
      </p>
      <RadioGroup className="paste-choices expand-choices" value={answer} onChange={setAnswer}>
        <Label className="paste-heading">What do you want to sort?</Label>
        <Radio className="tick" value="expand" autoFocus>
          <span className="tick-box round" aria-hidden="true" />
          <span>Expand the selection to {wider}</span>
        </Radio>
        <Radio className="tick" value="current">
          <span className="tick-box round" aria-hidden="true" />
          <span>Continue with the current selection, {chosen}</span>
        </Radio>
      </RadioGroup>
      <DialogActions words="Sort" onTake={() => onAnswer(answer === 'expand')} onClose={onClose} />
    </DialogFrame>
  );
}
