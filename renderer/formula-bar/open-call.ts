/** The call of a function that the text cursor stands in, and in which of its arguments, counted from 0. */
export interface OpenCall {
  readonly name: string;
  readonly argument: number;
}

interface Bracket {
  /** Empty where the bracket only groups, or holds an array or a sheet's name. */
  readonly name: string;
  argument: number;
}

/** Undefined outside a formula, inside quotes, and where the innermost bracket around the cursor belongs to no function. */
export function openCallAt(text: string, caret: number): OpenCall | undefined {
  if (!text.startsWith('=')) return undefined;
  const open: Bracket[] = [];
  let quote = '';
  for (let place = 1; place < caret; place++) {
    const character = text.charAt(place);
    if (quote !== '') {
      if (character === quote) quote = '';
    } else if (character === '"' || character === "'") quote = character;
    else if (character === '(') {
      const [name = ''] = /[\p{L}_][\p{L}\p{N}_.]*$/u.exec(text.slice(0, place)) ?? [];
      open.push({ name, argument: 0 });
    } else if (character === '{' || character === '[') open.push({ name: '', argument: 0 });
    else if (/[)}\]]/.test(character)) open.pop();
    else if (character === ',') {
      const around = open.at(-1);
      if (around) around.argument++;
    }
  }
  // Inside a text or an array the arguments of the call around it still count.
  const call = open.findLast(({ name }) => name !== '');
  return quote === "'" || !call ? undefined : { name: call.name, argument: call.argument };
}
