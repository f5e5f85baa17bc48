/** The text that an operand is, such as `="late"`; null for every other formula. */
export function literalText(operand: string): string | null {
  const literal = /^="((?:[^"]|"")*)"$/.exec(operand)?.[1];
  return literal === undefined ? null : literal.replaceAll('""', '"');
}

/** The operand that is this text. */
export function textOperand(text: string): string {
  return `="${text.replaceAll('"', '""')}"`;
}
