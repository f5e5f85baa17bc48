import { useId } from 'react';
import { FigureTable } from './figure-table.tsx';
import type { PresentationFigures } from './presentation-figures.ts';
import type { SlideContent } from './slide-content.ts';
import { SlideFooter } from './slide-footer.tsx';
import type { SlideSize } from './slide-size.ts';
import './slide.css';

export interface SlideProps {
  readonly content: SlideContent;
  readonly figures: PresentationFigures;
  readonly size: SlideSize;
  readonly page: number;
  readonly pageCount: number;
  /** Shows the table in the chart's place. */
  readonly asTable: boolean;
  /** On paper nobody listens: the table for screen readers is left out. */
  readonly onPaper?: boolean;
}

/** One slide at the size given: topic, title, chart or table, foot. */
export function Slide({ content, figures, size, page, pageCount, asTable, onPaper = false }: SlideProps) {
  const heading = useId();
  const { topic, title, subtitle, source, chart, table } = content;
  const tableShown = asTable && table !== null;
  return (
    <section
      className="slide"
      data-slide={content.name}
      aria-labelledby={heading}
      style={{ width: size.width, height: size.height, zoom: size.zoom }}
    >
      <p className="slide-topic">{topic}</p>
      <h1 id={heading}>{title}</h1>
      <p className="slide-subtitle">{subtitle}</p>
      <div className="slide-chart" style={{ height: size.chartHeight }}>
        {chart === null && (
          <p className="slide-missing">This workbook has no figures for this slide, or errors among them.</p>
        )}
        {chart !== null && !tableShown && chart(size)}
        {chart !== null && table !== null && (tableShown || !onPaper) && (
          <div className={tableShown ? 'slide-table' : 'hidden-words'}>
            <FigureTable table={table} caption={topic} />
          </div>
        )}
      </div>
      <SlideFooter figures={figures} source={source} page={page} pageCount={pageCount} />
    </section>
  );
}
