import type { ReactNode } from 'react';
import type { SlideSize } from './slide-size.ts';

/** The figures of a slide's chart as a table. */
export interface SlideTable {
  readonly columns: readonly {
    readonly title: string;
    readonly kind: 'words' | 'figures' | 'circular';
  }[];
  readonly rows: readonly { readonly cells: readonly string[]; readonly total?: boolean }[];
}

/** One slide, before it is laid out. */
export interface SlideContent {
  readonly name: 'bridge' | 'spending' | 'flows' | 'scenarios';
  /** What the slide is about, over the title. */
  readonly topic: string;
  readonly title: string;
  readonly subtitle: string;
  /** Where the figures are from, for the foot. */
  readonly source: string;
  /** Draws the chart into an area of this size; null when the workbook lacks its figures. */
  readonly chart: ((area: Pick<SlideSize, 'chartWidth' | 'chartHeight'>) => ReactNode) | null;
  /** Null on a slide that is a table already. */
  readonly table: SlideTable | null;
}
