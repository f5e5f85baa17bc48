import type { Problem } from '../../result.ts';
import { addressText, type Address } from '../address.ts';
import type { CalculatedDocument } from '../calculated-document.ts';
import type { Changes } from '../changes.ts';
import type { Command } from '../command.ts';
import { isCellError } from '../document.ts';
import { idleBranchOf, idleBranchWords, loopText } from '../explain/loop.ts';

/**
 * Why what a command did is taken back: a cell now depends on itself, through a formula that was written
 * or moved, or by a reference that what was written sends to other cells. The problem names the loop in
 * order. Null where there is no new loop.
 */
export function loopRefusal(
  { kind }: Command,
  { contents, values, reshaping }: Changes,
  calculated: CalculatedDocument,
): Problem | null {
  if (!mayLoop(kind)) return null;
  // Cells of a loop that was there before have not changed.
  const moved = reshaping ? calculated.allValues() : values;
  const inLoop = moved.filter(({ value }) => isCellError(value) && value.error === '#CYCLE!');
  if (inLoop.length === 0) return null;
  const changes: readonly Address[] = contents;
  for (const cell of [...changes, ...inLoop]) {
    const loop = calculated.engine.loopThrough(cell);
    if (loop.length === 0) continue;
    const subject = addressText(cell);
    const isWritten = changes.some((change) => addressText(change) === subject);
    const itself = `${isWritten ? 'The' : 'With this entry, the'} formula for ${subject} would depend on itself: ${loopText(loop, cell)}.`;
    const idle = idleBranchOf(calculated.explained, loop);
    if (idle) {
      return {
        code: 'circular-reference-in-branch',
        message: `${itself} ${idleBranchWords(idle, cell)}`,
        subject,
        remedy:
          'Put what both need into a cell that reads neither of them, or read the value of the period before.',
      };
    }
    return {
      code: isWritten ? 'circular-reference' : 'circular-reference-elsewhere',
      message: itself,
      subject,
      remedy:
        loop.length === 1 && isWritten
          ? 'Refer to other cells than its own.'
          : 'Break the loop at one of these cells, for example by reading the value of the period before.',
    };
  }
  return null;
}

/** Whether a formula may depend on itself after a command of this kind. */
function mayLoop(kind: Command['kind']): boolean {
  return (
    kind === 'setCells' ||
    kind === 'moveCells' ||
    kind === 'shiftCells' ||
    kind === 'sortRange' ||
    kind === 'setName' ||
    kind === 'setNamedFormula' ||
    kind === 'several'
  );
}
