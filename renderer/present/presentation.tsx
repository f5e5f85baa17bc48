import { useCallback, useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { describeProblem, type Problem, type Result } from '../../shared/result.ts';
import { textContent } from '../../shared/workbook/document.ts';
import {
  isBrowserKey,
  presentationAction,
  steppedChoice,
  type PresentationAction,
} from './presentation-keys.ts';
import { PresentationControls } from './presentation-controls.tsx';
import type { PresentationSession } from './presentation-session.ts';
import { slideSize } from './slide-size.ts';
import { Slide } from './slide.tsx';
import { slideCount, slides } from './slides.ts';
import { useComparison, useFigures } from './use-figures.ts';
import './presentation.css';

export interface PresentationProps {
  readonly session: PresentationSession;
  readonly onClose: () => void;
  /** Offers to save the slides as a PDF. */
  readonly onSavePdf?: () => void;
}

/** How long the switches stay after the pointer has come to rest. */
const controlsStayMs = 2500;

const windowSize = () => ({ width: window.innerWidth, height: window.innerHeight });

function useViewSize(): { readonly width: number; readonly height: number } {
  const [view, setView] = useState(windowSize);
  useEffect(() => {
    const follow = () => setView(windowSize());
    window.addEventListener('resize', follow);
    return () => window.removeEventListener('resize', follow);
  }, []);
  return view;
}

/** True for a while after each movement of the pointer. */
function usePointerMoved(): { readonly moved: boolean; readonly pointerMoved: () => void } {
  const [moved, setMoved] = useState(false);
  const rest = useRef<ReturnType<typeof setTimeout>>(undefined);
  const pointerMoved = useCallback(() => {
    setMoved(true);
    clearTimeout(rest.current);
    rest.current = setTimeout(() => setMoved(false), controlsStayMs);
  }, []);
  useEffect(() => () => clearTimeout(rest.current), []);
  return { moved, pointerMoved };
}

/**
 * The next choice of a switch counts from the last one asked for, not from the one in force: a key
 * pressed twice before the engine has answered moves two on.
 */
function useSwitch(
  inForce: string,
  ask: (choice: string) => Promise<Result<null>>,
  refused: (problem: Problem | null) => void,
) {
  const asked = useRef<string | null>(null);
  const pending = useRef(0);
  const choose = (choice: string) => {
    if (choice === (asked.current ?? inForce)) return;
    asked.current = choice;
    pending.current++;
    void ask(choice)
      .then((answer) => refused(answer.ok ? null : answer.problem))
      .finally(() => {
        pending.current--;
        if (pending.current === 0) asked.current = null;
      });
  };
  const step = (choices: readonly string[], by: 1 | -1) => {
    const choice = steppedChoice(choices, asked.current ?? inForce, by);
    if (choice !== undefined) choose(choice);
  };
  return { choose, step };
}

/** The slides over the whole window, bound to the open document. Escape ends them and gives the focus back. */
export function Presentation({ session, onClose, onSavePdf }: PresentationProps) {
  const dialog = useRef<HTMLDivElement>(null);
  const [index, setIndex] = useState(0);
  const [asTable, setAsTable] = useState(false);
  const { moved, pointerMoved } = usePointerMoved();
  const view = useViewSize();
  const figures = useFigures(session);
  const comparison = useComparison(session, figures, index === slideCount - 1);
  const [refusal, setRefusal] = useState<Problem | null>(null);
  const scenario = useSwitch(
    figures.scenario,
    (name) => session.setNamed('scenario_name', textContent(name), `Switch scenario to ${name}`),
    setRefusal,
  );
  const basis = useSwitch(
    figures.basis,
    (name) => session.setNamed('basis_name', textContent(name), `Switch basis to ${name}`),
    setRefusal,
  );

  const all = useMemo(() => slides(figures, comparison), [figures, comparison]);
  const size = useMemo(() => slideSize(view.width, view.height), [view.width, view.height]);
  const content = all[index];

  useLayoutEffect(() => {
    const before = document.activeElement;
    dialog.current?.focus();
    return () => {
      // What had the focus can take it again only once the slides are gone.
      queueMicrotask(() => {
        if (before instanceof HTMLElement && before.isConnected && document.activeElement === document.body)
          before.focus();
      });
    };
  }, []);

  const act = (action: PresentationAction) => {
    const last = all.length - 1;
    if (action.kind === 'next') setIndex((at) => Math.min(last, at + 1));
    else if (action.kind === 'previous') setIndex((at) => Math.max(0, at - 1));
    else if (action.kind === 'last') setIndex(last);
    else if (action.kind === 'slide') setIndex((at) => (action.index <= last ? action.index : at));
    else if (action.kind === 'scenario') scenario.step(figures.scenarios, action.step);
    else if (action.kind === 'basis') basis.step(figures.bases, action.step);
    else if (action.kind === 'table') setAsTable((table) => !table);
    else onClose();
  };
  const onAction = useEffectEvent(act);

  // A listener of the dialog itself: the grid and the shell listen further out and must not hear these keys.
  useEffect(() => {
    const element = dialog.current;
    if (!element) return undefined;
    const pressed = (event: KeyboardEvent) => {
      event.stopPropagation();
      const onButton =
        event.target instanceof HTMLButtonElement && (event.key === ' ' || event.key === 'Enter');
      if (onButton) return;
      const action = presentationAction(event);
      if (action || isBrowserKey(event)) event.preventDefault();
      if (action) onAction(action);
    };
    element.addEventListener('keydown', pressed);
    return () => element.removeEventListener('keydown', pressed);
  }, []);

  if (!content) return null;
  return (
    <div
      ref={dialog}
      className="presentation"
      role="dialog"
      aria-modal="true"
      aria-label="Presentation"
      tabIndex={-1}
      data-pointer={moved ? 'moving' : 'resting'}
      onPointerMove={pointerMoved}
    >
      <Slide
        key={content.name}
        content={content}
        figures={figures}
        size={size}
        page={index + 1}
        pageCount={all.length}
        asTable={asTable}
      />
      <p className="hidden-words" aria-live="polite">
        {`Slide ${index + 1} of ${all.length}, scenario ${figures.scenario}, basis ${figures.basis}: ${content.title}`}
      </p>
      {refusal && (
        <p className="presentation-refusal" role="alert">
          {describeProblem(refusal)}
        </p>
      )}
      <PresentationControls
        scenarios={figures.scenarios}
        scenario={figures.scenario}
        bases={figures.bases}
        basis={figures.basis}
        hasTable={content.table !== null && content.chart !== null}
        asTable={asTable && content.table !== null}
        seen={moved}
        onScenario={scenario.choose}
        onBasis={basis.choose}
        onTable={() => setAsTable((table) => !table)}
        onSavePdf={onSavePdf}
        onEnd={onClose}
      />
    </div>
  );
}
