import { useState } from 'react';
import { Input, Label, TextField } from 'react-aria-components';
import { linesOf, type Axis } from '../../shared/workbook/structure/line-change.ts';
import { ChosenLines } from '../commands/chosen-lines.ts';
import { sendCommand, type SendContext } from '../commands/send-command.ts';
import { sizeCommand } from '../commands/line-sizes.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import { pixelsOf, sizeIn, sizeUnits } from './line-size-units.ts';

export interface LineSizeDialogProps extends SendContext {
  readonly axis: Axis;
  readonly onClose: () => void;
}

/** Asks for the height of the chosen rows or the width of the chosen columns, in Excel's units. */
export function LineSizeDialog({ axis, workspace, onProblem, onClose }: LineSizeDialogProps) {
  const { range } = workspace.view.selection;
  const { first } = linesOf(range, axis);
  const lines = new ChosenLines({ workspace, onProblem });
  const [text, setText] = useState(() => String(sizeIn(axis, workspace.grid?.lineSize(axis, first) ?? 0)));
  const pixels = pixelsOf(axis, text);
  const { heading, label, most } = sizeUnits[axis];
  const take = () => {
    if (pixels === undefined) return;
    onClose();
    void workspace.repeating.do(heading, () =>
      sendCommand(
        { workspace, onProblem },
        sizeCommand(workspace.view.sheet, axis, lines.spans(axis), pixels),
      ),
    );
  };
  return (
    <DialogFrame heading={heading} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          take();
        }}
      >
        <TextField
          className="text-field"
          value={text}
          onChange={setText}
          isInvalid={pixels === undefined}
          autoFocus
        >
          <Label>{label}</Label>
          <Input onFocus={({ currentTarget }) => currentTarget.select()} />
        </TextField>
        <p className="quiet">
          {pixels === undefined ? `A number from 0 to ${most}` : `${Math.round(pixels)} pixels`}
        </p>
        <DialogActions isDisabled={pixels === undefined} onClose={onClose} />
      </form>
    </DialogFrame>
  );
}
