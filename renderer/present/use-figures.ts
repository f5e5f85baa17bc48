import { useEffect, useRef, useState } from 'react';
import type { ScenarioComparison } from '../../shared/analysis/scenarios.ts';
import { readFigures, type PresentationFigures } from './presentation-figures.ts';
import type { PresentationSession } from './presentation-session.ts';

/** The figures of the slides, read again after every change of the document's values. */
export function useFigures(session: PresentationSession): PresentationFigures {
  const [figures, setFigures] = useState(() => readFigures(session));
  useEffect(() => {
    const read = () => setFigures(readFigures(session));
    // They may have changed between the first paint and now.
    read();
    return session.subscribe('values', read);
  }, [session]);
  return figures;
}

/** How long the document must rest before a comparison that nobody looks at is worked out. */
const restMs = 400;

/**
 * The comparison of scenarios, worked out again whenever the figures are new: at once while it is
 * shown, and otherwise when the document has come to rest, since it recalculates the model many
 * times and the engine answers in order. One is under way at a time. Until a new one is there the
 * last one stays, so that a slide never falls empty; null only before the first.
 */
export function useComparison(
  session: PresentationSession,
  figures: PresentationFigures,
  shown: boolean,
): ScenarioComparison | null {
  const [latest, setLatest] = useState<{
    readonly of: PresentationFigures;
    readonly comparison: ScenarioComparison;
  } | null>(null);
  const underWay = useRef(false);

  useEffect(() => {
    // When the one under way has come, this effect looks again.
    if (underWay.current || latest?.of === figures) return undefined;
    const compare = async () => {
      underWay.current = true;
      try {
        setLatest({ of: figures, comparison: await session.ask('compareScenarios', {}) });
      } finally {
        underWay.current = false;
      }
    };
    const rest = setTimeout(() => void compare(), shown ? 0 : restMs);
    return () => clearTimeout(rest);
  }, [session, figures, shown, latest]);
  return latest?.comparison ?? null;
}
