import { useSyncExternalStore } from 'react';
import { Button } from 'react-aria-components';
import type { Host } from '../../shared/host.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import type { Question, Questions } from '../documents/questions.ts';
import { fileName } from './document-name.ts';
import { ConsentDialog } from '../validation/consent-dialog.tsx';
import { FileChooser } from './file-chooser.tsx';

/** The open questions, one dialog each. What happened, to which file, what can be done, what stays untouched. */
export function QuestionDialogs({ questions, host }: { readonly questions: Questions; readonly host: Host }) {
  const open = useSyncExternalStore(
    (listener) => questions.subscribe(listener),
    () => questions.open,
  );
  return open.map((question, index) => (
    // A question keeps its place as long as it is open.
    <QuestionDialog key={index} question={question} host={host} />
  ));
}

function QuestionDialog({ question, host }: { readonly question: Question; readonly host: Host }) {
  switch (question.kind) {
    case 'unsaved': {
      const { document, before, changes, answer } = question;
      return (
        <DialogFrame
          role="alertdialog"
          heading={`Save the changes to ${document}?`}
          onClose={() => answer('cancel')}
        >
          <p>
            {changes === 0 ? (
              'Changes to '
            ) : (
              <>
                <b>{changes === 1 ? '1 cell' : `${changes} cells`}</b> typed into{' '}
              </>
            )}
            <b>{document}</b> {changes === 1 ? 'is' : 'are'} not on disk. Save before {before}, or give the
            changes up.
          </p>
          <p className="quiet">A file that is already on disk stays as it is until you save.</p>
          <div className="dialog-actions">
            <Button className="button apart" onPress={() => answer('discard')}>
              Don’t save
            </Button>
            <Button className="button" onPress={() => answer('cancel')}>
              Cancel
            </Button>
            <Button className="button primary" autoFocus onPress={() => answer('save')}>
              Save
            </Button>
          </div>
        </DialogFrame>
      );
    }
    case 'consent':
      return <ConsentDialog {...question} />;
    case 'replace': {
      const { path, answer } = question;
      return (
        <DialogFrame role="alertdialog" heading={`Replace ${fileName(path)}?`} onClose={() => answer(false)}>
          <p>
            A file of that name is already there: <b>{path}</b>. Replacing it removes what it holds now.
          </p>
          <div className="dialog-actions">
            <Button className="button" onPress={() => answer(true)}>
              Replace
            </Button>
            <Button className="button primary" autoFocus onPress={() => answer(false)}>
              Keep it
            </Button>
          </div>
        </DialogFrame>
      );
    }
    case 'problem': {
      const { heading, problem, answer } = question;
      return (
        <DialogFrame role="alertdialog" heading={heading} onClose={() => answer()}>
          <p>{problem.message}</p>
          <p>{problem.remedy}</p>
          <div className="dialog-actions">
            <Button className="button primary" autoFocus onPress={() => answer()}>
              Close
            </Button>
          </div>
        </DialogFrame>
      );
    }
    case 'choose':
      return <FileChooser host={host} {...question} />;
    default:
      return question satisfies never;
  }
}
