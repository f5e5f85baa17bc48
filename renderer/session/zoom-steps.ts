import { maximumZoom, minimumZoom } from '../../shared/workbook/document.ts';

const stepSize = 10;

/** The next larger or smaller multiple of ten, in percent. */
export function zoomStep(zoom: number, step: 1 | -1): number {
  const next = step === 1 ? Math.floor(zoom / stepSize) + 1 : Math.ceil(zoom / stepSize) - 1;
  return withinZoom(next * stepSize);
}

/** A whole percent at which a sheet can be shown. */
export function withinZoom(zoom: number): number {
  return Math.max(minimumZoom, Math.min(maximumZoom, Math.round(zoom)));
}
