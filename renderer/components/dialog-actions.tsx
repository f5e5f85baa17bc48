import type { ReactNode } from 'react';
import { Button } from 'react-aria-components';

export interface DialogActionsProps {
  /** What the button says that takes what the dialog holds. */
  readonly words?: string;
  readonly isDisabled?: boolean;
  /** The button that takes has the keyboard at first. */
  readonly takesFocus?: boolean;
  /** Unset, the button submits the form around it. */
  readonly onTake?: () => void;
  readonly onClose: () => void;
  /** Buttons that stand apart from both. */
  readonly children?: ReactNode;
}

/** Cancel and the button that takes, at the foot of a dialog. */
export function DialogActions({
  words = 'OK',
  isDisabled = false,
  takesFocus = false,
  onTake,
  onClose,
  children,
}: DialogActionsProps) {
  return (
    <div className="dialog-actions">
      {children}
      <Button className="button" onPress={onClose}>
        Cancel
      </Button>
      <Button
        className="button primary"
        isDisabled={isDisabled}
        autoFocus={takesFocus}
        {...(onTake ? { onPress: onTake } : { type: 'submit' as const })}
      >
        {words}
      </Button>
    </div>
  );
}
