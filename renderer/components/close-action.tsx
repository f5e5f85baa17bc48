import { Button } from 'react-aria-components';
import type { Problem } from '../../shared/result.ts';
import './form-fields.css';

interface CloseActionProps {
  /** Why the last change was refused; null where it was not. */
  readonly problem: Problem | null;
  readonly onClose: () => void;
}

/** Close, at the foot of a dialog whose changes are made at once, and above it why the last one was not. */
export function CloseAction({ problem, onClose }: CloseActionProps) {
  return (
    <>
      <p className="dialog-problem field-fault" role="alert">
        {problem && `${problem.message} ${problem.remedy}`}
      </p>
      <div className="dialog-actions">
        <Button className="button primary" onPress={onClose}>
          Close
        </Button>
      </div>
    </>
  );
}
