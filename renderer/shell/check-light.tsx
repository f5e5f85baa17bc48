import { Lamp } from '../components/lamp.tsx';
import { useSessionTopic } from '../session/use-session.ts';
import { useWorkspace } from '../use-workspace.ts';

const checksSheet = 'Checks';

/** Whether the model's checks hold, in colour, shape and words. A press shows them. */
export function CheckLight() {
  const workspace = useWorkspace();
  const { session, view } = workspace;
  useSessionTopic(session, 'values');
  if (!session.name('checks_failed')) return null;
  const failed = session.namedValue('checks_failed');
  const count = session.namedValue('checks_count');
  const all = typeof count === 'number' ? count : 0;
  const holds = failed === 0;
  // An error value in the sum of the checks is itself a failure.
  const words = holds
    ? all > 0
      ? `All ${all} checks hold`
      : 'All checks hold'
    : typeof failed === 'number'
      ? `${failed} of ${all} checks ${failed === 1 ? 'fails' : 'fail'}`
      : 'The checks cannot be calculated';

  return (
    <span role="status">
      <button
        type="button"
        className={`check-light ${holds ? 'holds' : 'fails'}`}
        title="Show the checks"
        onClick={() => {
          view.show(
            session.hasSheet(checksSheet)
              ? checksSheet
              : (session.name('checks_failed')?.sheet ?? view.sheet),
          );
          workspace.grid?.focus();
        }}
      >
        <Lamp state={holds ? 'holds' : 'fails'} />
        {words}
      </button>
    </span>
  );
}
