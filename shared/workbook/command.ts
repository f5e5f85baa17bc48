import { z } from 'zod';
import { moveCells, setCells, setNote, shiftCells } from './commands/cell-commands.ts';
import { setFilter, setValidation, sortRange } from './commands/data-commands.ts';
import {
  deleteLines,
  groupLines,
  insertLines,
  moveLines,
  setColumnWidth,
  setFrozenLines,
  setLinesHidden,
  setRowHeight,
  setSummaryPlace,
  showDetail,
  ungroupLines,
} from './commands/line-commands.ts';
import { setConditionalFormats, setLooks } from './commands/look-commands.ts';
import { deleteName, renameName, setName, setNamedFormula } from './commands/name-commands.ts';
import { label } from './commands/parts.ts';
import {
  addSheet,
  copySheet,
  deleteSheet,
  moveSheet,
  renameSheet,
  setSheetHidden,
  setTabColour,
} from './commands/sheet-commands.ts';

/*
 * The whole vocabulary of change. A command is plain data with a label that a person reads in the
 * Undo menu; the workbook validates it whole before anything changes.
 */

/** Several commands that leave all lines where they are, as one step: all of them are carried out, or none. */
const several = z.strictObject({
  kind: z.literal('several'),
  label,
  commands: z
    .array(
      z.discriminatedUnion('kind', [
        setCells,
        moveCells,
        shiftCells,
        setLooks,
        setNote,
        setValidation,
        setConditionalFormats,
        setColumnWidth,
        setRowHeight,
        setLinesHidden,
        groupLines,
        ungroupLines,
        setName,
      ]),
    )
    .min(1),
});

export const commandSchema = z.discriminatedUnion('kind', [
  setCells,
  insertLines,
  deleteLines,
  moveLines,
  addSheet,
  copySheet,
  deleteSheet,
  renameSheet,
  moveSheet,
  setTabColour,
  moveCells,
  shiftCells,
  setLooks,
  setNote,
  setValidation,
  setColumnWidth,
  setFrozenLines,
  setLinesHidden,
  setRowHeight,
  groupLines,
  ungroupLines,
  setSummaryPlace,
  showDetail,
  setSheetHidden,
  sortRange,
  setFilter,
  setName,
  setNamedFormula,
  renameName,
  deleteName,
  setConditionalFormats,
  several,
]);
export type Command = z.infer<typeof commandSchema>;

/** The command that writes contents into cells. */
export type SetCells = Extract<Command, { kind: 'setCells' }>;

/** The command that changes looks of cells. */
export type SetLooks = Extract<Command, { kind: 'setLooks' }>;

/** The command that gives the workbook its conditional formats. */
type SetConditionalFormats = Extract<Command, { kind: 'setConditionalFormats' }>;

/** What of the looks of cells a command changes. */
export type LookChange = SetLooks['areas'][number]['look'];

/** A command that can be part of one step with others. */
export type PartCommand = Extract<Command, { kind: 'several' }>['commands'][number];

/** The command that says what cells may hold. */
export type SetValidation = Extract<Command, { kind: 'setValidation' }>;

/** The contents that a command writes. */
export function writingsOf(command: Command): SetCells['cells'] {
  if (command.kind === 'setCells') return command.cells;
  if (command.kind !== 'several') return [];
  return command.commands.flatMap((one) => (one.kind === 'setCells' ? one.cells : []));
}

/** The conditional formats that a command gives the workbook. */
export function formatsOf(command: Command): SetConditionalFormats['formats'] {
  if (command.kind === 'setConditionalFormats') return command.formats;
  if (command.kind !== 'several') return [];
  return command.commands.flatMap((one) => (one.kind === 'setConditionalFormats' ? one.formats : []));
}

/** The rules that a command gives to cells. */
export function rulesOf(command: Command): SetValidation[] {
  const parts = command.kind === 'several' ? command.commands : [command];
  return parts.filter((one) => one.kind === 'setValidation');
}
