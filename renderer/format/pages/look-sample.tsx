import { useLayoutEffect, useRef } from 'react';
import type { CellStyle } from '../../../shared/workbook/document.ts';
import { edgesCss } from '../../grid/cell-edges.ts';
import { ordinaryPoints, ownCss } from '../../grid/own-css.ts';

/** Pixels of ordinary text, and of the largest that fits into the sample. */
const ordinaryText = 13;
const largestText = 32;

export interface LookSampleProps {
  readonly style: CellStyle;
  readonly text?: string;
}

/** What text in a cell of the style looks like: drawn by the rules of the grid. */
export function LookSample({ style, text = 'AaBb 1,234' }: LookSampleProps) {
  const cell = useRef<HTMLSpanElement>(null);
  const size = Math.min(largestText, ((style.textSize ?? ordinaryPoints) / ordinaryPoints) * ordinaryText);
  const own = ownCss(style, size, Math.ceil(size * 1.3));
  const around = { right: undefined, below: undefined, isFirstRow: true, isFirstColumn: true, isOpen: false };
  const css = [own.cell, own.text, edgesCss({ own: style, ...around }).cell].filter(Boolean).join(';');
  useLayoutEffect(() => {
    // What was chosen must outweigh the role, which only the text of a declaration can say.
    if (cell.current) cell.current.style.cssText = css;
  }, [css]);
  const words = [style.role, style.strong && 'strong', style.fillColour !== undefined && 'filled'];
  return (
    <span className="look-sample role-samples">
      <span ref={cell} className="look-sample-cell" data-look={words.filter(Boolean).join(' ')}>
        {text}
      </span>
    </span>
  );
}
