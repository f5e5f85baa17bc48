/** A rectangle on the screen. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A straight arrow: it begins in the middle of one box and ends at the edge of another. */
export interface Arrow {
  readonly from: Point;
  readonly to: Point;
}

/** The arrow from one box to another; undefined where the middle of the first lies in the second. */
export function arrowBetween(from: Box, to: Box): Arrow | undefined {
  const start = middle(from);
  const end = middle(to);
  const [dx, dy] = [start.x - end.x, start.y - end.y];
  // How far from the middle of the box, of the whole way, its edge is reached.
  const share = Math.min(
    dx === 0 ? Infinity : (to.right - to.left) / 2 / Math.abs(dx),
    dy === 0 ? Infinity : (to.bottom - to.top) / 2 / Math.abs(dy),
  );
  if (share >= 1) return undefined;
  return { from: start, to: { x: end.x + dx * share, y: end.y + dy * share } };
}

/** How long and how wide the head of an arrow is, in pixels. */
const head = { length: 8, width: 7 };

/** The corners of an arrow's head, as SVG writes points. */
export function arrowHead({ from, to }: Arrow): string {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [ux, uy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const back = { x: to.x - ux * head.length, y: to.y - uy * head.length };
  const [sx, sy] = [(-uy * head.width) / 2, (ux * head.width) / 2];
  return [to, { x: back.x + sx, y: back.y + sy }, { x: back.x - sx, y: back.y - sy }]
    .map(({ x, y }) => `${x},${y}`)
    .join(' ');
}

/** The box on the edge of a view beyond which cells lie, so many rows and columns away from the box in it. */
export function boxBeyond(box: Box, rows: number, columns: number, view: Box): Box {
  return {
    left: columns > 0 ? view.right : box.left,
    right: columns > 0 ? view.right : columns < 0 ? box.left : box.right,
    top: rows > 0 ? view.bottom : box.top,
    bottom: rows > 0 ? view.bottom : rows < 0 ? box.top : box.bottom,
  };
}

/** The size of the mark that stands for other sheets, and how far from its cell it stands, in pixels. */
const sheetMark = { width: 16, height: 12, gap: 14 };

/** Where the mark of other sheets stands: at a corner above a cell, or below it where a view has no room. */
export function markBeside(cell: Box, side: 'left' | 'right', view: Box): Box {
  const { width, height, gap } = sheetMark;
  const left =
    side === 'left'
      ? Math.max(view.left, cell.left - gap - width)
      : Math.min(view.right - width, cell.right + gap);
  const above = cell.top - gap - height;
  const top = above < view.top ? cell.bottom + gap : above;
  return { left, top, right: left + width, bottom: top + height };
}

/** The smallest box around two; undefined where it has no inside. */
export function boxAround(one: Box, other: Box): Box | undefined {
  const box = {
    left: Math.min(one.left, other.left),
    top: Math.min(one.top, other.top),
    right: Math.max(one.right, other.right),
    bottom: Math.max(one.bottom, other.bottom),
  };
  return box.right > box.left && box.bottom > box.top ? box : undefined;
}

function middle({ left, top, right, bottom }: Box): Point {
  return { x: (left + right) / 2, y: (top + bottom) / 2 };
}
