import type { Command, PartCommand, SetCells } from '../../shared/workbook/command.ts';
import type { CellContent } from '../../shared/workbook/document.ts';
import { grouped } from '../../shared/workbook/grouped.ts';
import { eachPacked, packedCells, type PackedCells } from './packed-cells.ts';

/** Contents for cells, as they are sent to the engine. */
interface SentCells {
  readonly kind: 'setCells';
  readonly label: string;
  readonly contents: readonly PackedCells<CellContent | null>[];
  /** The formats that come with contents, in the order of the packed cells; null where none does. */
  readonly formats: readonly (readonly (string | undefined)[])[] | null;
}

type SentPart = Exclude<PartCommand, SetCells> | SentCells;

/** A command as it is sent to the engine: the many cells that it may write are packed. */
export type SentCommand =
  | Exclude<Command, SetCells | { kind: 'several' }>
  | SentCells
  | { readonly kind: 'several'; readonly label: string; readonly commands: readonly SentPart[] };

/** Packs a command for the engine. */
export function packCommand(command: Command): SentCommand {
  if (command.kind === 'several') return { ...command, commands: command.commands.map(packPart) };
  return command.kind === 'setCells' ? packSetCells(command) : command;
}

/** The command that was packed. */
export function unpackCommand(sent: SentCommand): Command {
  if (sent.kind === 'several') return { ...sent, commands: sent.commands.map(unpackPart) };
  return sent.kind === 'setCells' ? unpackSetCells(sent) : sent;
}

function packPart(part: PartCommand): SentPart {
  return part.kind === 'setCells' ? packSetCells(part) : part;
}

function unpackPart(part: SentPart): PartCommand {
  return part.kind === 'setCells' ? unpackSetCells(part) : part;
}

function packSetCells({ kind, label, cells }: SetCells): SentCells {
  const hasFormats = cells.some(({ format }) => format !== undefined);
  return {
    kind,
    label,
    contents: packedCells(cells, ({ content }) => content),
    formats: hasFormats
      ? Array.from(grouped(cells, ({ sheet }) => sheet).values(), (own) => own.map(({ format }) => format))
      : null,
  };
}

function unpackSetCells({ kind, label, contents, formats }: SentCells): SetCells {
  const cells: SetCells['cells'] = [];
  contents.forEach((packed, place) => {
    const own = formats?.[place];
    let index = 0;
    eachPacked(packed, (sheet, row, column, content) => {
      const format = own?.[index++];
      cells.push({ sheet, row, column, content, ...(format !== undefined && { format }) });
    });
  });
  return { kind, label, cells };
}
