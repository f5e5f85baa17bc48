import { referencePlaces } from './formula-parts.ts';
import type { Caret } from './pointing.ts';

/** A reference with its sheet, and its one or two ends: of cells, of whole columns or of whole rows. */
const endPattern = /(?<columnFixed>\$?)(?<column>[A-Za-z]{0,3})(?<rowFixed>\$?)(?<row>[0-9]{0,7})$/;

/**
 * What F4 does in Excel: a reference goes from A1 to $A$1, A$1, $A1 and back, whole columns and rows from
 * A:A to $A:$A and back. Turned is the end of a range at which the text cursor stands; `isWhole` turns both
 * ends, as where cells were pointed at, and chosen text turns all references in it. Gives the new text
 * and what is then chosen of it; undefined where no reference is.
 */
export function turnReference(
  text: string,
  { start, end }: Caret,
  isWhole = false,
): { readonly text: string; readonly caret: Caret } | undefined {
  if (!text.startsWith('=')) return undefined;
  const isChosen = end > start;
  const places = referencePlaces(text).filter(({ from, to }) =>
    isChosen ? from < end && to > start : from <= start && start <= to,
  );
  // Between two references the cursor belongs to the one before it.
  const turned = isChosen ? places : places.slice(0, 1);
  const ends = turned.flatMap((place) => endsOf(text, place));
  const atCursor = isChosen || isWhole ? ends : ends.filter(({ from, to }) => from <= start && start <= to);
  const [first] = atCursor;
  const last = atCursor.at(-1);
  if (!first || !last) return undefined;
  // All of them become what the first one becomes.
  const form = nextForm(text.slice(first.from, first.to));
  let written = '';
  let done = 0;
  for (const { from, to } of atCursor) {
    written += text.slice(done, from) + inForm(text.slice(from, to), form);
    done = to;
  }
  const behind = written.length;
  return {
    text: written + text.slice(done),
    caret: {
      start: isChosen ? Math.min(start, first.from) : behind,
      end: behind + Math.max(0, end - last.to),
    },
  };
}

interface Place {
  readonly from: number;
  readonly to: number;
}

/** The ends of a reference, without its sheet: of `Deals!A1:B2` the places of A1 and B2. */
function endsOf(text: string, { from, to }: Place): Place[] {
  const reference = text.slice(from, to);
  const begin = from + reference.lastIndexOf('!') + 1;
  const colon = text.slice(begin, to).indexOf(':');
  if (colon < 0) return [{ from: begin, to }];
  return [
    { from: begin, to: begin + colon },
    { from: begin + colon + 1, to },
  ];
}

interface Form {
  readonly column: boolean;
  readonly row: boolean;
}

function nextForm(end: string): Form {
  const { columnFixed = '', column = '', rowFixed = '', row = '' } = endPattern.exec(end)?.groups ?? {};
  // Of a whole row the one sign is the row's, wherever the pattern has found it.
  const isColumnFixed = columnFixed !== '';
  const isRowFixed = rowFixed !== '';
  if (column === '' || row === '') {
    const isFixed = isColumnFixed || isRowFixed;
    return { column: !isFixed, row: !isFixed };
  }
  if (isColumnFixed) return isRowFixed ? { column: false, row: true } : { column: false, row: false };
  return isRowFixed ? { column: true, row: false } : { column: true, row: true };
}

function inForm(end: string, { column: isColumnFixed, row: isRowFixed }: Form): string {
  const { column = '', row = '' } = endPattern.exec(end)?.groups ?? {};
  const written = (isFixed: boolean, line: string) => (line === '' ? '' : `${isFixed ? '$' : ''}${line}`);
  return written(isColumnFixed, column) + written(isRowFixed, row);
}
