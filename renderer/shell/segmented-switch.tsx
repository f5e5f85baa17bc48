import { useRef, useSyncExternalStore } from 'react';
import '../components/form-fields.css';

/** Beyond this many choices a row of them cannot be taken in at a glance. */
const mostSegments = 8;

export interface SegmentedSwitchProps {
  readonly label: string;
  readonly choices: readonly string[];
  readonly chosen: string;
  /** Below this window width, in pixels, the choices become a list. */
  readonly collapseBelow: number;
  readonly onChoose: (choice: string) => void;
}

/** One of several choices, all in sight; a list where there is no room or there are too many. */
export function SegmentedSwitch({ label, choices, chosen, collapseBelow, onChoose }: SegmentedSwitchProps) {
  const group = useRef<HTMLDivElement>(null);
  const wide = useWindowAtLeast(collapseBelow);

  if (!wide || choices.length > mostSegments) {
    return (
      <label className="segmented">
        <span className="segmented-label">{label}</span>
        <select className="choice" value={chosen} onChange={(event) => onChoose(event.target.value)}>
          {!choices.includes(chosen) && <option value={chosen}>{chosen}</option>}
          {choices.map((choice) => (
            <option key={choice}>{choice}</option>
          ))}
        </select>
      </label>
    );
  }

  const walk = (step: 1 | -1) => {
    const next = choices[(choices.indexOf(chosen) + step + choices.length) % choices.length];
    if (next === undefined) return;
    onChoose(next);
    group.current?.querySelector<HTMLElement>(`[data-words="${CSS.escape(next)}"]`)?.focus();
  };
  // The first segment can be reached while none is chosen.
  const reachable = choices.includes(chosen) ? chosen : choices[0];

  return (
    <div className="segmented">
      <span className="segmented-label" aria-hidden="true">
        {label}
      </span>
      <div
        className="segments"
        role="radiogroup"
        aria-label={label}
        ref={group}
        onKeyDown={(event) => {
          if (event.key === 'ArrowRight' || event.key === 'ArrowDown') walk(1);
          else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') walk(-1);
          else return;
          event.preventDefault();
        }}
      >
        {choices.map((choice) => (
          <button
            key={choice}
            type="button"
            role="radio"
            className="segment"
            data-words={choice}
            aria-checked={choice === chosen}
            tabIndex={choice === reachable ? 0 : -1}
            onClick={() => {
              if (choice !== chosen) onChoose(choice);
            }}
          >
            <span>{choice}</span>
          </button>
        ))}
      </div>
    </div>
  );
}

function useWindowAtLeast(width: number): boolean {
  return useSyncExternalStore(
    (listener) => {
      window.addEventListener('resize', listener);
      return () => window.removeEventListener('resize', listener);
    },
    () => window.innerWidth >= width,
  );
}
