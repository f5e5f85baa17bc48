import type { ScenarioComparison } from '../../shared/analysis/scenarios.ts';
import { bridgeSlide } from './bridge-slide.tsx';
import { flowsSlide } from './flows-slide.tsx';
import type { PresentationFigures } from './presentation-figures.ts';
import { scenariosSlide } from './scenarios-slide.tsx';
import type { SlideContent } from './slide-content.ts';
import { spendingSlide } from './spending-slide.tsx';

/** How many slides a presentation has. */
export const slideCount = 4;

/** All slides in the order in which they are shown. */
export function slides(
  figures: PresentationFigures,
  comparison: ScenarioComparison | null,
): readonly SlideContent[] {
  return [
    bridgeSlide(figures),
    spendingSlide(figures),
    flowsSlide(figures),
    scenariosSlide(comparison, figures.scenario),
  ];
}
