import { storedEntry } from '../../shared/exchange/roundtrip/roundtrip-log.ts';
import { failure } from '../../shared/result.ts';
import { areasText } from '../../shared/workbook/areas.ts';
import { addressText, parseReference, type Address } from '../../shared/workbook/address.ts';
import { cellHistory } from '../../shared/workbook/change-log/cell-history.ts';
import { contentWords, entryWords, happeningWords } from '../../shared/workbook/change-log/change-words.ts';
import { stepOf, type LogEntry, type Stamp } from '../../shared/workbook/change-log/log-entry.ts';
import type { CellContent, LoggedDocument } from '../../shared/workbook/document.ts';
import { editText } from '../../shared/workbook/entry.ts';
import { valueOrRefuse, type Command } from './command.ts';
import { readDocumentFile } from './load-workbook.ts';

/** Contents of a step beyond these are counted. */
const mostListed = 3;

export const log: Command = {
  name: 'log',
  summary: 'Lists who changed what in a workbook, and when.',
  files: ['FILE'],
  options: {
    cell: { type: 'string', value: "'Sheet!A1'", help: 'only what was done to this cell, the newest first' },
    json: { type: 'boolean', help: 'as JSON, with times in UTC and all that the log holds' },
  },
  notes: [
    'FILE is a .roundtrip file. The oldest change comes first; times are those of the clocks of the computers on which the changes were made, in the time zone of this one.',
  ],
  run: async (words, output) => {
    const document = await readDocumentFile(words.files[0] ?? '', output);
    const entries = document.changeLog ?? [];
    const asked = words.text('cell');
    const events = asked === undefined ? null : cellHistory(entries, addressOf(asked, document));
    if (words.flag('json')) {
      output.result(JSON.stringify({ changes: events ?? entries.map(storedEntry) }, null, 2));
    } else if (events) {
      output.result(
        table(
          events.map((event) => [
            ...stampWords(event),
            event.what.map((happening) => happeningWords(happening, textOf)).join('; '),
            entryWords(event),
          ]),
        ),
      );
    } else {
      output.result(
        table(
          entries.map((entry, at) => [...stampWords(entry), entryWords(entry), changeWords(entries, at)]),
        ),
      );
    }
    return true;
  },
};

/** The cell that a person names. Refuses what is no cell of the workbook. */
function addressOf(text: string, { sheets }: LoggedDocument): Address {
  const reference = parseReference(text);
  const sheet = sheets.find(({ name }) => name.toLowerCase() === reference?.sheet?.toLowerCase());
  if (reference && sheet) {
    const { top, left, bottom, right } = reference.range;
    if (top === bottom && left === right) return { sheet: sheet.name, row: top, column: left };
  }
  return valueOrRefuse(
    failure({
      code: 'no-cell',
      message: `"${text}" is no cell of the workbook.`,
      subject: text,
      remedy: `Name a sheet and one cell, such as Deals!B4; the sheets are ${sheets.map(({ name }) => name).join(', ')}.`,
    }),
    true,
  );
}

/** The cells that a step changed: `Deals!B4: 0.45 (was 0.4)`, or how many and where. */
function changeWords(entries: readonly LogEntry[], at: number): string {
  const step = stepOf(entries, at)?.step;
  if (!step) return '';
  const isBack = entries[at]?.kind === 'undo';
  const listed = step.cells.slice(0, mostListed).map(({ was, is, ...cell }) => {
    const words = contentWords(isBack ? { was: is, is: was } : { was, is }, textOf);
    return `${addressText(cell)}: ${words}`;
  });
  const rest = step.cells.length - listed.length;
  if (rest > 0) listed.push(`and ${rest} more`);
  if (step.many) listed.push(`${step.many.count} contents in ${areasText(step.many.areas)}`);
  if (step.looks.length > 0) listed.push(`looks of ${areasText(step.looks)}`);
  if (step.notes.length > 0) listed.push(`notes of ${areasText(step.notes)}`);
  if (step.validations.length > 0) listed.push(`data validation of ${areasText(step.validations)}`);
  if (step.conditionalFormats.length > 0)
    listed.push(`conditional formatting of ${areasText(step.conditionalFormats)}`);
  return listed.join('; ');
}

const textOf = (content: CellContent) => editText(content, undefined).replaceAll(/\s+/g, ' ');

/** The time as this computer tells it, and the name. */
function stampWords({ at, who }: Stamp): [string, string] {
  const time = new Date(at);
  const two = (number: number) => `${number}`.padStart(2, '0');
  const day = [time.getFullYear(), two(time.getMonth() + 1), two(time.getDate())].join('-');
  return [`${day} ${two(time.getHours())}:${two(time.getMinutes())}`, who];
}

/** Columns under each other, two spaces apart. */
function table(rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return 'The log holds no changes.';
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.min(60, Math.max(...rows.map((row) => row[column]?.length ?? 0))),
  );
  return rows
    .map((row) =>
      row
        .map((word, column) => word.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
