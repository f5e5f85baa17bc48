import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeRoundtripFile } from '../../shared/exchange/roundtrip/roundtrip-file.ts';
import type { Sheet, WorkbookDocument } from '../../shared/workbook/document.ts';
import { plainDocument } from '../fixtures/plain-document.ts';
import { windowEntries } from './harness.ts';
import { patience, workbookWindow } from './workbook-window.ts';

/* At every zoom what belongs together stands together: headings, cells, frozen panes and what floats over them. */

const zooms = [100, 10, 25, 50, 60, 67, 75, 90, 110, 130, 200, 400];
const styles: WorkbookDocument['styles'] = {
  wrapped: { role: 'calculation', wrap: true },
  large: { role: 'calculation', textSize: 18 },
  unit: { role: 'unit' },
  thick: { role: 'calculation', borderBottom: { line: 'thick' } },
};

/** The name of a sheet. */
const name = (zoom: number, isFrozen: boolean) => `${isFrozen ? 'Frozen' : 'Free'}_${zoom}`;

/** A sheet with rows of all kinds of heights, at a zoom; some with frozen panes. */
function sheetAt(zoom: number, isFrozen: boolean): Sheet {
  const rows = Array.from({ length: 120 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => (column === 1 ? `Text ${row}` : row * 1000 + column)),
  );
  const [plain] = plainDocument({ [name(zoom, isFrozen)]: rows }).sheets;
  if (!plain) throw new Error('There is a sheet');
  const styled: Readonly<Record<string, string>> = {
    '4 1': 'wrapped',
    '6 2': 'large',
    '7 2': 'unit',
    '8 3': 'thick',
  };
  return {
    ...plain,
    rows: plain.rows.map((cells, row) =>
      cells.map((cell, column) => {
        const style = styled[`${row} ${column}`];
        return cell && style
          ? { ...cell, style, ...(style === 'wrapped' && { content: 'a b '.repeat(30) }) }
          : cell;
      }),
    ),
    zoom,
    frozenRows: isFrozen ? 2 : 0,
    frozenColumns: isFrozen ? 1 : 0,
    columnWidths: [91, 77.4, 40, 133],
    rowHeights: [
      { first: 10, last: 10, height: 33 },
      { first: 12, last: 13, height: 9 },
    ],
  };
}

async function fileOfZooms(): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'roundtrip-zoom-')), 'Zooms.roundtrip');
  const sheets = [false, true].flatMap((isFrozen) => zooms.map((zoom) => sheetAt(zoom, isFrozen)));
  await writeFile(path, writeRoundtripFile({ ...plainDocument({}), styles, sheets }));
  return path;
}

const openPath = await fileOfZooms();

/** The greatest distances, in pixels, between edges that ought to be one. */
interface Distances {
  readonly rows: number;
  readonly columns: number;
  readonly selection: number;
}

describe.each(windowEntries)('zoom, %s', (entry) => {
  const opened = workbookWindow({ entry, openPath }, 'once');
  const { goTo, press, type, status } = opened;

  const distances = (): Promise<Distances> =>
    opened.page.evaluate(() => {
      const edges = { rows: new Map<string, number[]>(), columns: new Map<string, number[]>() };
      const add = (axis: 'rows' | 'columns', line: string | null, edge: number) => {
        if (line) edges[axis].set(line, [...(edges[axis].get(line) ?? []), edge]);
      };
      const columnOf = (cell: Element) =>
        String.fromCodePoint(63 + Number(cell.getAttribute('aria-colindex')));
      const corner = document
        .querySelector('.ht_clone_top_inline_start_corner table')
        ?.getBoundingClientRect();
      for (const cell of document.querySelectorAll('.sheet-grid :is(th, td)')) {
        const { right, bottom } = cell.getBoundingClientRect();
        // Under the frozen panes the same cells lie where they are scrolled to.
        const isFrozen = corner && (bottom <= corner.bottom || right <= corner.right);
        if (isFrozen && cell.closest('.ht_master')) continue;
        if (corner && bottom <= corner.bottom && cell.closest('.ht_clone_inline_start')) continue;
        if (corner && right <= corner.right && cell.closest('.ht_clone_top')) continue;
        if (cell.closest('thead')) add('columns', cell.textContent?.trim() ?? null, right);
        else {
          add('rows', cell.closest('tr')?.getAttribute('aria-rowindex') ?? null, bottom);
          if (cell.tagName === 'TD') add('columns', columnOf(cell), right);
        }
      }
      const widest = (lines: Map<string, number[]>) =>
        Math.max(...[...lines.values()].map((all) => Math.max(...all) - Math.min(...all)));
      const boxes = (selector: string) =>
        [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
      const [cell] = boxes('.sheet-grid .ht_master td.current');
      const lines = boxes('.ht_master .wtBorder.current:not(.corner)').filter(({ width }) => width > 0);
      if (!cell || lines.length === 0) throw new Error('A cell is chosen');
      // The line of two pixels has one on either side of the edge, at the left and above.
      const selection = Math.max(
        Math.abs(Math.min(...lines.map(({ left }) => left)) + 1 - cell.left),
        Math.abs(Math.min(...lines.map(({ top }) => top)) + 1 - cell.top),
        Math.abs(Math.max(...lines.map(({ right }) => right)) - cell.right),
        Math.abs(Math.max(...lines.map(({ bottom }) => bottom)) - cell.bottom),
      );
      return { rows: widest(edges.rows), columns: widest(edges.columns), selection };
    });

  test.each(zooms.flatMap((zoom) => [name(zoom, false), name(zoom, true)]))(
    'headings, cells and the selection of %s are not apart, also far down and right',
    async (sheet) => {
      for (const cell of ['C8', 'S118']) {
        await goTo(`${sheet}!${cell}`);
        await expect.poll(status, patience).toMatch(/^Ready/);
        const { rows, columns, selection } = await distances();
        expect(Math.max(rows, columns, selection)).toBeLessThanOrEqual(0.5);
      }
    },
  );

  test.each([60, 130, 400])('the editor stands over its cell at %i percent', async (zoom) => {
    await goTo(`${name(zoom, true)}!C12`);
    await type('7');
    const box = (selector: string) => opened.page.locator(selector).first().boundingBox();
    const [cell, editor] = [await box('.ht_master td.current'), await box('.cell-editor')];
    await press('Escape');
    if (!cell || !editor) throw new Error('A cell is edited');
    expect(editor).toEqual({ x: cell.x - 1, y: cell.y - 1, width: cell.width + 1, height: cell.height + 1 });
  });

  test('the first cell in view stays it when the sheet is shown larger or smaller', async () => {
    await goTo(`${name(110, false)}!C90`);
    const first = () =>
      opened.page.evaluate(() => {
        const top = document.querySelector('.ht_clone_top thead')?.getBoundingClientRect().bottom ?? 0;
        const headings = [...document.querySelectorAll('.ht_clone_inline_start tbody th')];
        return headings.find((heading) => heading.getBoundingClientRect().top > top - 2)?.textContent;
      });
    const before = await first();
    await press('Control+Alt+-');
    await expect.poll(status, patience).toMatch(/100 %/);
    await expect.poll(first, patience).toBe(before);
    await press('Control+Alt++');
    await expect.poll(status, patience).toMatch(/110 %/);
    await expect.poll(first, patience).toBe(before);
  });
});
