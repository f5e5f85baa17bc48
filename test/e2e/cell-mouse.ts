import type { Page } from 'playwright-core';
import { patience } from './patience.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface ClickOptions {
  readonly button?: 'left' | 'right';
  readonly holding?: 'Control' | 'Shift';
}

/**
 * The mouse over cells (`B11`) and headings (`B`, `11`) of the sheet in view. Each is waited for until it
 * stands still where a person would see it: the grid uses its elements for other cells when it scrolls, so
 * an element that was found is no place to aim at.
 */
export interface CellMouse {
  readonly click: (place: string, options?: ClickOptions) => Promise<void>;
  readonly hover: (place: string) => Promise<void>;
  /** From the middle of one to the middle of the other, with the button held. */
  readonly drag: (from: string, to: string) => Promise<void>;
  /** Where it is on the page, in pixels. */
  readonly box: (place: string) => Promise<Box>;
}

export function cellMouse(page: () => Page): CellMouse {
  const box = async (place: string): Promise<Box> => {
    const found = await page().evaluate(standingBox, { place, milliseconds: patience.timeout });
    if (typeof found === 'string') throw new Error(`${place} does not come into view: ${found}`);
    return found;
  };
  const hover = async (place: string) => {
    const { x, y } = middle(await box(place));
    await page().mouse.move(x, y);
  };
  return {
    box,
    hover,
    click: async (place, { button = 'left', holding } = {}) => {
      const { x, y } = middle(await box(place));
      if (holding) await page().keyboard.down(holding);
      await page().mouse.click(x, y, { button });
      if (holding) await page().keyboard.up(holding);
    },
    drag: async (from, to) => {
      await hover(from);
      await page().mouse.down();
      await hover(to);
      await page().mouse.up();
    },
  };
}

function middle({ x, y, width, height }: Box): { readonly x: number; readonly y: number } {
  return { x: x + width / 2, y: y + height / 2 };
}

/** In the page: the box that a cell has in two frames, one after the other, with nothing over its middle; otherwise why not. */
async function standingBox({
  place,
  milliseconds,
}: {
  place: string;
  milliseconds: number;
}): Promise<Box | string> {
  const [, column = '', row = ''] = /^([A-Z]*)(\d*)$/.exec(place) ?? [];
  const frame = () =>
    new Promise((resolve) => {
      requestAnimationFrame(resolve);
    });
  /** Frozen panes are drawn twice; the one that the mouse meets counts. */
  const seen = (): { readonly cell: Element; readonly box: DOMRect } | string => {
    let reason = 'it is not drawn';
    for (const table of document.querySelectorAll('.sheet-grid .handsontable table')) {
      const headings = [...table.querySelectorAll('thead th')];
      const across = headings.findIndex((heading) => heading.textContent.trim() === column);
      const lines = [...table.querySelectorAll('tbody tr')];
      const along = lines.find((line) => line.querySelector('th')?.textContent.trim() === row);
      const cell = row === '' ? headings[across] : along?.children[column === '' ? 0 : across];
      if (!cell || across < 0) continue;
      const box = cell.getBoundingClientRect();
      const hit = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      if (hit && cell.contains(hit)) return { cell, box };
      reason = `${hit ? `${hit.tagName} ${hit.className}` : 'the edge of the window'} is over it`;
    }
    return reason;
  };
  const end = performance.now() + milliseconds;
  let before = seen();
  for (;;) {
    await frame();
    const now = seen();
    if (typeof before !== 'string' && typeof now !== 'string') {
      const { cell, box } = now;
      const stands = (['x', 'y', 'width', 'height'] as const).every((side) => {
        return typeof before !== 'string' && before.box[side] === box[side];
      });
      if (cell === before.cell && stands) return { x: box.x, y: box.y, width: box.width, height: box.height };
    } else if (typeof now === 'string' && performance.now() > end) return now;
    before = now;
  }
}
