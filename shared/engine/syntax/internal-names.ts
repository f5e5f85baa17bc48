/** No formula that a person writes has this letter in a name. */
const mark = '\u02AF';

/** The name of something of the engine's own that a formula cannot name: a function or a value of LET. */
export function internalName(name: string): string {
  return name + mark;
}

/** What a defined name is called for the engine, which takes all words that begin with OFFSET for its function. */
export function engineName(name: string): string {
  return /^offset/i.test(name) ? internalName(`_${name}`) : name;
}

export function isInternal(name: string): boolean {
  return name.endsWith(mark);
}

/** Functions that stand for what Excel writes with signs, or reads in another way than HyperFormula. */
export const internal = {
  /** A formula with the references it had last, then what they are worked out from. */
  computed: internalName('COMPUTED'),
  /** A reference of which only the place is asked, not what it holds. */
  place: internalName('PLACE'),
  /** OFFSET, which HyperFormula's lexer takes for its own wherever a word begins with it. */
  offset: internalName('MOVED'),
  /** `x:y` of which a side is worked out. */
  range: internalName('RANGE'),
  /** `(x,y)`. */
  union: internalName('UNION'),
  /** One area of a union, by its number. */
  area: internalName('AREA'),
  areas: internalName('AREAS'),
  /** ISREF of an argument of which it depends on values whether it is a reference. */
  isReference: internalName('ISREF'),
  /** `x y`. */
  intersection: internalName('INTERSECTION'),
  /** `@x`. */
  single: internalName('SINGLE'),
  /** `x#`. */
  spill: internalName('SPILL'),
  /** The cells of whole columns or rows from a cell on: that cell as a range, then the columns or rows. */
  lines: internalName('LINES'),
  /** A formula that uses what is not supported. */
  unsupported: internalName('UNSUPPORTED'),
  /** A value that LET names. */
  value: internalName('VALUE'),
  /** What a name of LET stands for. */
  variable: internalName('VARIABLE'),
} as const;
