import { failure, type Result } from '../../result.ts';
import { linesText, maximumLines, type Axis } from './line-change.ts';

/** Lines of an axis, from one on. */
export interface LinesOfAxis {
  readonly axis: Axis;
  readonly at: number;
  readonly count: number;
}

/** The refusal of lines that no sheet has; null where they lie on it. */
export function beyondSheet(sheet: string, { axis, at, count }: LinesOfAxis): Result<never> | null {
  const end = maximumLines[axis];
  if (at + count <= end) return null;
  return failure({
    code: 'beyond-sheet',
    message: `A sheet has ${end} ${axis}; ${linesText(axis, at, count)} would lie beyond the last.`,
    subject: `${sheet}, ${linesText(axis, at, count)}`,
    remedy: 'Choose lines on the sheet.',
  });
}
