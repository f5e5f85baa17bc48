import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packCommand, unpackCommand } from '../../renderer/workers/sent-command.ts';
import type { Command, SetCells } from '../../shared/workbook/command.ts';

const cell = fc.record(
  {
    sheet: fc.constantFrom('One', 'Two'),
    row: fc.nat(1_048_575),
    column: fc.nat(16_383),
    content: fc.oneof(fc.double({ noNaN: true }), fc.string(), fc.boolean(), fc.constant(null)),
    format: fc.constantFrom('0.0', '0 %'),
  },
  { requiredKeys: ['sheet', 'row', 'column', 'content'] },
);
const setCells = fc.array(cell, { minLength: 1 }).map((cells): SetCells => ({
  kind: 'setCells',
  label: 'Paste',
  // Cells of a sheet keep their order; those of another do not stand between them.
  cells: cells.toSorted((one, other) => one.sheet.localeCompare(other.sheet)),
}));

test('a command is the same after it was sent', () => {
  fc.assert(
    fc.property(setCells, (command) => {
      expect(unpackCommand(structuredClone(packCommand(command)))).toEqual(command);
      const several: Command = {
        kind: 'several',
        label: 'Paste',
        commands: [
          command,
          { kind: 'setNote', label: 'Paste', sheet: 'One', row: 0, column: 0, note: null },
          { ...command, label: 'Again' },
        ],
      };
      expect(unpackCommand(structuredClone(packCommand(several)))).toEqual(several);
    }),
  );
});

test('a command that writes no cells is sent as it is', () => {
  const command: Command = { kind: 'setNote', label: 'Note', sheet: 'One', row: 0, column: 0, note: null };
  expect(packCommand(command)).toBe(command);
  expect(unpackCommand(command)).toBe(command);
});
