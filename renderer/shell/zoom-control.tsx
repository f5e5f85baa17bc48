import { Minus, Plus } from 'lucide-react';
import { maximumZoom, minimumZoom } from '../../shared/workbook/document.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { zoomStep } from '../session/zoom-steps.ts';
import { useSelection, useWorkspace } from '../use-workspace.ts';
import './zoom-control.css';

/** How large the sheet in view is shown; a step smaller or larger, or as it is on paper. */
export function ZoomControl() {
  const { session } = useWorkspace();
  useSessionTopic(session, 'zoom');
  useSessionTopic(session, 'sheets');
  const { sheet } = useSelection();
  const { zoom } = session.sheet(sheet);
  const button = (step: 1 | -1) => (
    <button
      type="button"
      aria-label={step === 1 ? 'Zoom in' : 'Zoom out'}
      disabled={zoom === (step === 1 ? maximumZoom : minimumZoom)}
      onClick={() => session.setZoom(sheet, zoomStep(zoom, step))}
    >
      {step === 1 ? <Plus className="icon" /> : <Minus className="icon" />}
    </button>
  );
  return (
    <div className="zoom-control" role="group" aria-label="Zoom">
      {button(-1)}
      <button
        type="button"
        className="zoom-percent"
        title="Zoom to 100 %"
        onClick={() => session.setZoom(sheet, 100)}
      >
        {zoom} %
      </button>
      {button(1)}
    </div>
  );
}
