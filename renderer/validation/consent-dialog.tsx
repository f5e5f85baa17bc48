import { Button } from 'react-aria-components';
import type { Problem } from '../../shared/result.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import type { Consent } from '../session/consent.ts';

interface ConsentDialogProps {
  readonly problem: Problem;
  readonly answer: (consent: Consent) => void;
}

/** Asks about a content that a validation warns of, with Excel's answers: a warning may be edited again, an information only taken or not. */
export function ConsentDialog({ problem, answer }: ConsentDialogProps) {
  const isWarning = problem.code === 'validation-warning';
  return (
    <DialogFrame
      role="alertdialog"
      heading={problem.heading ?? (isWarning ? 'Take this entry?' : 'About this entry')}
      onClose={() => answer('cancel')}
    >
      <p>{problem.message}</p>
      <p className="quiet">{problem.remedy}</p>
      {isWarning && <p>Continue?</p>}
      <div className="dialog-actions">
        {isWarning ? (
          <>
            <Button className="button" onPress={() => answer('take')}>
              Yes
            </Button>
            <Button className="button primary" autoFocus onPress={() => answer('edit')}>
              No
            </Button>
          </>
        ) : (
          <Button className="button primary" autoFocus onPress={() => answer('take')}>
            OK
          </Button>
        )}
        <Button className="button" onPress={() => answer('cancel')}>
          Cancel
        </Button>
      </div>
    </DialogFrame>
  );
}
