import {
  useCallback,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
  type Ref,
} from 'react';
import { Lamp } from '../components/lamp.tsx';
import { useErrorReason } from '../session/use-error-reason.ts';
import { useSessionTopic } from '../session/use-session.ts';
import type { Selection } from '../sheet-view.ts';
import { useEditState, useSelection, useWorkspace } from '../use-workspace.ts';
import type { Follower } from './follower.ts';
import { columnHeaderHeight } from './grid-size.ts';
import './cell-tip.css';

interface CellTipProps {
  readonly ref: Ref<Follower>;
  readonly cellBox: (row: number, column: number) => DOMRect | undefined;
}

/** Pixels between the cell and the tip, and between the tip and the edge of the grid. */
const gap = 5;
const margin = 8;

/**
 * What there is to say of the chosen cell, below the cell, or above it where there is no room: the input
 * message of its validation, why it shows an error, and how it breaks its limit. It takes neither the
 * keyboard nor the mouse; Escape takes it away until another cell is chosen.
 */
export function CellTip({ ref, cellBox }: CellTipProps) {
  const { session } = useWorkspace();
  useSessionTopic(session, 'values');
  const selection = useSelection();
  const { sheet, row, column, range } = selection;
  const edit = useEditState();
  const box = useRef<HTMLDivElement>(null);
  const [closedFor, setClosedFor] = useState<Selection | null>(null);

  const isOneCell = range.top === range.bottom && range.left === range.right;
  const reason = useErrorReason(session, selection, isOneCell && edit === null);
  const why = closedFor === selection ? null : reason;

  const isQuiet =
    closedFor === selection || (edit !== null && (edit.problem !== null || edit.text.startsWith('=')));
  const message = isQuiet ? undefined : session.validationAt(selection)?.message;
  const broken = isQuiet || edit !== null || !isOneCell ? null : session.brokenLimit(selection);
  const isOpen = why !== null || message !== undefined || broken !== null;
  useEffect(() => {
    if (!isOpen) return undefined;
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setClosedFor(selection);
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, [isOpen, selection]);

  const follow = useCallback(() => {
    const tip = box.current;
    // Where nothing is shown the page is not asked for places: it would have to lay itself out.
    if (!tip?.parentElement || !isOpen) return;
    const stage = tip.parentElement.getBoundingClientRect();
    const cell = cellBox(row, column);
    const top = stage.top + columnHeaderHeight(session.sheet(sheet).zoom);
    const isInView = cell !== undefined && cell.top >= top - 1 && cell.bottom <= stage.bottom + 1;
    tip.style.visibility = isInView ? '' : 'hidden';
    if (!isInView) return;
    const below = cell.bottom + gap;
    const fitsBelow = below + tip.offsetHeight + margin <= stage.bottom;
    const at = fitsBelow ? below : Math.max(stage.top + margin, cell.top - gap - tip.offsetHeight);
    const left = Math.min(cell.left, stage.right - margin - tip.offsetWidth);
    tip.style.translate = `${Math.max(margin, left - stage.left)}px ${at - stage.top}px`;
  }, [cellBox, session, sheet, row, column, isOpen]);
  useLayoutEffect(follow);
  useImperativeHandle(ref, () => ({ follow }), [follow]);

  return (
    <div ref={box} className="cell-tip float" role="status" data-open={isOpen || undefined}>
      {message && (
        <div className="input-message">
          {message.title !== undefined && <h2>{message.title}</h2>}
          {message.text !== undefined && <p>{message.text}</p>}
        </div>
      )}
      {broken !== null && (
        <p className="broken-limit">
          <Lamp state="fails" />
          {broken}
        </p>
      )}
      {why && (
        <>
          <h2>
            <Lamp state="fails" />
            {why.error}
          </h2>
          <p>{why.message}</p>
        </>
      )}
    </div>
  );
}
