import { Lamp } from '../components/lamp.tsx';
import { asOfWords, checkWords } from './footer-words.ts';
import type { PresentationFigures } from './presentation-figures.ts';

export interface SlideFooterProps {
  readonly figures: PresentationFigures;
  readonly source: string;
  readonly page: number;
  readonly pageCount: number;
}

/** What a reader must know to use the slide: units, scenario, basis, date, checks, sources. */
export function SlideFooter({ figures, source, page, pageCount }: SlideFooterProps) {
  const checks = checkWords(figures.checksFailed, figures.checksCount);
  return (
    <footer className="slide-footer">
      <span>US$ bn, nominal</span>
      {figures.scenario !== '' && <span>Scenario {figures.scenario}</span>}
      {figures.basis !== '' && <span>Basis {figures.basis}</span>}
      <span>{asOfWords(figures.asOf)}</span>
      <span className="slide-checks" data-hold={checks.hold ?? undefined}>
        {checks.hold !== null && <Lamp state={checks.hold ? 'holds' : 'fails'} />}
        {checks.words}
      </span>
      <span className="slide-source">{source}</span>
      <span className="slide-page">
        {page} / {pageCount}
      </span>
    </footer>
  );
}
