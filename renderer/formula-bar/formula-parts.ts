import { parseReference, parseWholeLines, type Range } from '../../shared/workbook/address.ts';

/** How many colours references have before they repeat. */
export const referenceColours = 8;

export type PartKind = 'reference' | 'name' | 'function' | 'text' | 'number' | 'error' | 'plain';

/** A piece of a formula's text. All pieces together are the text. */
export interface FormulaPart {
  readonly text: string;
  readonly kind: PartKind;
  /** The colour of a reference or name, 1 to 8, in order of first appearance. */
  readonly colour?: number;
  /** The cells it stands for. */
  readonly target?: { readonly sheet: string; readonly range: Range };
}

/** What a formula's text is read against. */
export interface FormulaContext {
  /** The sheet that references without a sheet mean. */
  readonly sheet: string;
  readonly nameTarget: (name: string) => { readonly sheet: string; readonly range: Range } | undefined;
}

const partPattern = new RegExp(
  [
    /(?<text>"(?:[^"]|"")*"?)/u,
    /(?<error>#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A))/u,
    /(?<reference>(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?\$?[A-Za-z]{1,3}\$?[0-9]{1,7}(?::\$?[A-Za-z]{1,3}\$?[0-9]{1,7})?(?![\p{L}\p{N}_.(]))/u,
    /(?<beam>(?:(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!)?(?:\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?[0-9]{1,7}:\$?[0-9]{1,7})(?![\p{L}\p{N}_.(]))/u,
    /(?<word>[\p{L}_\\][\p{L}\p{N}_.]*)(?<bracket>(?=\())?/u,
    /(?<number>(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)/u,
    /(?<plain>[^"#\p{L}\p{N}_\\'$]+|.)/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gsu',
);

/**
 * Cuts a formula into coloured pieces, also while it is half typed: the same reference has the same
 * colour wherever it stands. Text that is no formula is one plain piece.
 */
export function formulaParts(text: string, { sheet, nameTarget }: FormulaContext): FormulaPart[] {
  if (!text.startsWith('=')) return text === '' ? [] : [{ text, kind: 'plain' }];
  const colours = new Map<string, number>();
  const colourOf = (key: string): number => {
    const known = colours.get(key) ?? colours.size;
    colours.set(key, known);
    return (known % referenceColours) + 1;
  };
  const parts: FormulaPart[] = [];
  for (const match of text.matchAll(partPattern)) {
    const piece = match[0];
    const groups = match.groups ?? {};
    if (groups['reference'] !== undefined || groups['beam'] !== undefined) {
      const parsed = parseReference(piece) ?? parseWholeLines(piece);
      const target = parsed && { sheet: parsed.sheet ?? sheet, range: parsed.range };
      parts.push({
        text: piece,
        kind: 'reference',
        colour: colourOf(target ? cellsKey(target) : piece),
        ...(target && { target }),
      });
    } else if (groups['word'] !== undefined)
      parts.push(word(piece, groups['bracket'] !== undefined, nameTarget, colourOf));
    else
      parts.push({
        text: piece,
        kind:
          groups['text'] !== undefined
            ? 'text'
            : groups['error'] !== undefined
              ? 'error'
              : groups['number'] !== undefined
                ? 'number'
                : 'plain',
      });
  }
  return parts;
}

function word(
  text: string,
  isCall: boolean,
  nameTarget: FormulaContext['nameTarget'],
  colourOf: (key: string) => number,
): FormulaPart {
  if (isCall) return { text, kind: 'function' };
  const target = nameTarget(text);
  return target
    ? { text, kind: 'name', colour: colourOf(cellsKey(target)), target }
    : { text, kind: 'plain' };
}

/** Where the references of a formula stand in its text: from the first sign to behind the last. */
export function referencePlaces(text: string): { readonly from: number; readonly to: number }[] {
  const places: { readonly from: number; readonly to: number }[] = [];
  let from = 0;
  for (const { text: piece, kind } of formulaParts(text, anySheet)) {
    const to = from + piece.length;
    if (kind === 'reference') places.push({ from, to });
    from = to;
  }
  return places;
}

const anySheet: FormulaContext = { sheet: '', nameTarget: () => undefined };

function cellsKey({ sheet, range }: { readonly sheet: string; readonly range: Range }): string {
  return `${sheet}\n${range.top}:${range.left}:${range.bottom}:${range.right}`;
}

/** True where the next thing typed at `position` would be an operand, so that a click on a cell means its reference. */
export function expectsOperand(text: string, position: number): boolean {
  return text.startsWith('=') && /[=(,+\-*/^&<>:;{]\s*$/.test(text.slice(0, position));
}
