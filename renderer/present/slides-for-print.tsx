import type { ScenarioComparison } from '../../shared/analysis/scenarios.ts';
import { readFigures } from './presentation-figures.ts';
import type { PresentationSession } from './presentation-session.ts';
import { slideSize } from './slide-size.ts';
import { Slide } from './slide.tsx';
import { slides } from './slides.ts';
import './slides-for-print.css';

/** The page of a printed slide, in CSS pixels; the style sheet has the same. */
export const printPage = { widthPx: 1280, heightPx: 720 };

/** All slides, one a page, always in light colours: unseen on the screen, and alone on paper. */
export function SlidesForPrint({
  session,
  comparison,
}: {
  readonly session: PresentationSession;
  readonly comparison: ScenarioComparison;
}) {
  const figures = readFigures(session);
  const all = slides(figures, comparison);
  const size = slideSize(printPage.widthPx, printPage.heightPx);
  return (
    <div className="slides-for-print" data-theme="light">
      {all.map((content, index) => (
        <div key={content.name} className="printed-slide">
          <Slide
            content={content}
            figures={figures}
            size={size}
            page={index + 1}
            pageCount={all.length}
            asTable={false}
            onPaper
          />
        </div>
      ))}
    </div>
  );
}
