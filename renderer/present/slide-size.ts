/** The pixels of a slide before it is enlarged to its screen or page. */
export interface SlideSize {
  readonly width: number;
  readonly height: number;
  /** How much larger than its pixels the slide is shown. */
  readonly zoom: number;
  readonly chartWidth: number;
  readonly chartHeight: number;
}

/** A slide is drawn at least this large, so that type and chart keep their proportion on every screen. */
const least = { width: 1440, height: 810 };
/** The edges around a slide's content; the style sheet has the same. */
const slideEdge = { top: 64, side: 96, bottom: 40 };
/** Topic, two lines of title, subtitle, and the space under them. */
const headHeight = 188;
const footHeight = 57;

/** Lays a slide out for a screen or page of the given size in CSS pixels: it fills it, at one zoom both ways. */
export function slideSize(viewWidth: number, viewHeight: number): SlideSize {
  const zoom = Math.min(viewWidth / least.width, viewHeight / least.height);
  const [width, height] = [Math.round(viewWidth / zoom), Math.round(viewHeight / zoom)];
  return {
    width,
    height,
    zoom,
    chartWidth: width - 2 * slideEdge.side,
    chartHeight: height - slideEdge.top - slideEdge.bottom - headHeight - footHeight,
  };
}
