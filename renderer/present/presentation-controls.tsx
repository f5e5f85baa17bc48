import './presentation-controls.css';

export interface PresentationControlsProps {
  readonly scenarios: readonly string[];
  readonly scenario: string;
  readonly bases: readonly string[];
  readonly basis: string;
  /** Whether the chart of this slide can be shown as a table. */
  readonly hasTable: boolean;
  readonly asTable: boolean;
  /** Seen while the pointer moves; always reachable by Tab. */
  readonly seen: boolean;
  readonly onScenario: (scenario: string) => void;
  readonly onBasis: (basis: string) => void;
  readonly onTable: () => void;
  readonly onSavePdf?: (() => void) | undefined;
  readonly onEnd: () => void;
}

function Choices(props: {
  readonly label: string;
  readonly choices: readonly string[];
  readonly chosen: string;
  readonly onChoose: (choice: string) => void;
}) {
  return (
    <div className="presentation-choices" role="group" aria-label={props.label}>
      {props.choices.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={choice === props.chosen}
          onClick={() => props.onChoose(choice)}
        >
          {choice}
        </button>
      ))}
    </div>
  );
}

/** The switches over the slides, for a pointer and for Tab; every one has a key as well. */
export function PresentationControls(props: PresentationControlsProps) {
  return (
    <div className="presentation-controls" role="toolbar" aria-label="Presentation" data-seen={props.seen}>
      <Choices
        label="Scenario"
        choices={props.scenarios}
        chosen={props.scenario}
        onChoose={props.onScenario}
      />
      <Choices label="Basis" choices={props.bases} chosen={props.basis} onChoose={props.onBasis} />
      <span className="presentation-controls-space" />
      <button type="button" aria-pressed={props.asTable} disabled={!props.hasTable} onClick={props.onTable}>
        Table <kbd>T</kbd>
      </button>
      {props.onSavePdf && (
        <button type="button" onClick={props.onSavePdf}>
          Save as PDF…
        </button>
      )}
      <button type="button" onClick={props.onEnd}>
        End <kbd>Esc</kbd>
      </button>
    </div>
  );
}
