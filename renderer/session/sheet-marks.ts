import type { CellContent, CellValue } from '../../shared/workbook/document.ts';
import { movedByLines, type ReshapedLines } from '../../shared/workbook/document-changes.ts';
import type { PassedShape } from '../../shared/workbook/step-history.ts';
import { sameValue } from './same-value.ts';
import { SinceSaved } from './since-saved.ts';
import type { CellPosition } from './sheet-mirror.ts';

/** Which cells of a sheet are others than when the document was last saved, by their contents and by their values. */
export interface SheetMarks {
  readonly contents: SinceSaved<CellContent | null>;
  readonly values: SinceSaved<CellValue>;
}

/** Of a sheet on which nothing has changed. */
export function noMarks(): SheetMarks {
  return {
    contents: new SinceSaved<CellContent | null>(Object.is),
    values: new SinceSaved<CellValue>(sameValue),
  };
}

/** The marks of all sheets by their names. */
type AllMarks = Map<string, SheetMarks>;

/** The marks of a sheet after lines of it, as it is called then, came, went or moved, and those of cells that are gone. */
function parted({ contents, values }: SheetMarks, name: string, lines: readonly ReshapedLines[]) {
  const now = (place: CellPosition) => movedByLines({ sheet: name, ...place }, lines);
  const [ofContents, ofValues] = [contents.parted(now), values.parted(now)];
  return {
    kept: { contents: ofContents.kept, values: ofValues.kept },
    gone: { contents: ofContents.gone, values: ofValues.gone },
  };
}

/** Leads the marks of all sheets from shape to shape, and keeps those of cells that are gone until the document has that shape again. */
export class MarksByShape {
  /** The marks that were lost when a shape was left, by the sheets as they were called then. */
  readonly #lost = new Map<number, AllMarks>();
  #shape: number;

  /** `shape` is that of the document now. */
  constructor(shape: number) {
    this.#shape = shape;
  }

  /** The marks after the document has taken these shapes, one after the other. */
  through(marks: ReadonlyMap<string, SheetMarks>, passed: readonly PassedShape[]): AllMarks {
    let here: AllMarks = new Map(marks);
    for (const { shape, reshaping } of passed) {
      if (reshaping) {
        const { now, lost } = reshaped(here, reshaping);
        if (lost.size > 0) this.#lost.set(this.#shape, lost);
        here = now;
        this.#takeBack(here, shape);
      }
      this.#shape = shape;
    }
    return here;
  }

  /** The document has taken these shapes with all cells where they were. */
  stayThrough(passed: readonly PassedShape[]): void {
    this.#shape = passed.at(-1)?.shape ?? this.#shape;
  }

  /** What was being written counts as saved, also of cells that are gone by now. */
  markSaved(): void {
    for (const lost of this.#lost.values())
      for (const { contents, values } of lost.values()) {
        contents.markSaved();
        values.markSaved();
      }
  }

  #takeBack(marks: AllMarks, shape: number): void {
    for (const [name, { contents, values }] of this.#lost.get(shape) ?? []) {
      const here = marks.get(name) ?? noMarks();
      here.contents.take(contents);
      here.values.take(values);
      marks.set(name, here);
    }
    this.#lost.delete(shape);
  }
}

function reshaped(
  marks: AllMarks,
  { sheets, lines }: NonNullable<PassedShape['reshaping']>,
): { readonly now: AllMarks; readonly lost: AllMarks } {
  const [now, lost]: [AllMarks, AllMarks] = [new Map(), new Map(marks)];
  for (const [name, before] of sheets) {
    const earlier = before === null ? undefined : marks.get(before);
    if (before === null || !earlier) continue;
    lost.delete(before);
    const own = lines.filter(({ sheet }) => sheet === name);
    if (own.length === 0) {
      now.set(name, earlier);
      continue;
    }
    const { kept, gone } = parted(earlier, name, own);
    now.set(name, kept);
    if (!gone.contents.isEmpty || !gone.values.isEmpty) lost.set(before, gone);
  }
  return { now, lost };
}
