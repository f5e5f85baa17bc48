import { Play } from 'lucide-react';
import { useState } from 'react';
import { textContent } from '../../shared/workbook/document.ts';
import type { Problem } from '../../shared/result.ts';
import type { Session } from '../session.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useWorkspace } from '../use-workspace.ts';
import type { AppActions } from './app-actions.ts';
import { CheckLight } from './check-light.tsx';
import { SegmentedSwitch } from './segmented-switch.tsx';
import './switch-bar.css';

export interface SwitchBarProps {
  readonly actions: AppActions;
  readonly onProblem: (problem: Problem) => void;
}

/** The switches of the model, the light of its checks, and Present. */
export function SwitchBar({ actions, onProblem }: SwitchBarProps) {
  const { session } = useWorkspace();
  useSessionTopic(session, 'values');
  const [, setAsked] = useState(0);
  const scenario = modelSwitch(session, 'scenario_names', 'scenario_name');
  const basis = modelSwitch(session, 'basis_names', 'basis_name');

  const choose = async (name: string, words: string, choice: string) => {
    const asked = session.setNamed(name, textContent(choice), `Switch ${words} to ${choice}`);
    // Shown before the engine has answered: keys that follow go on from it.
    setAsked((count) => count + 1);
    const answer = await asked;
    if (answer.ok) return;
    setAsked((count) => count + 1);
    onProblem(answer.problem);
  };

  return (
    <div className="switch-bar" role="toolbar" aria-label="Switches">
      {scenario && (
        <SegmentedSwitch
          label="Scenario"
          {...scenario}
          collapseBelow={1240}
          onChoose={(choice) => void choose('scenario_name', 'scenario', choice)}
        />
      )}
      {scenario && basis && <span className="divider" />}
      {basis && (
        <SegmentedSwitch
          label="Basis"
          {...basis}
          collapseBelow={900}
          onChoose={(choice) => void choose('basis_name', 'basis', choice)}
        />
      )}
      <span className="spacer" />
      <CheckLight />
      <span className="divider" />
      <button type="button" className="button primary" onClick={() => actions.run('present.start')}>
        <Play className="icon" strokeWidth={1.5} aria-hidden="true" />
        Present
      </button>
    </div>
  );
}

/** The choices of a switch and the one that was chosen last; undefined for a workbook without it. */
function modelSwitch(
  session: Session,
  choicesName: string,
  chosenName: string,
): { choices: readonly string[]; chosen: string } | undefined {
  const choices = session
    .namedValues(choicesName)
    .flat()
    .filter((value) => typeof value === 'string')
    .filter((value) => value !== '');
  const place = session.name(chosenName);
  if (choices.length === 0 || !place) return undefined;
  const chosen = session.sheet(place.sheet).shown(place.range.top, place.range.left);
  return { choices, chosen: typeof chosen === 'string' ? chosen : '' };
}
