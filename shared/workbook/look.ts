import { z } from 'zod';

/*
 * What a cell can look like beyond its role: Excel's font, border and fill. The schemas are here so that
 * commands, the clipboard and the file agree on what a look may hold.
 */

/** A colour as `#RRGGBB`, in capitals. */
export const colour = z.string().regex(/^#[0-9A-F]{6}$/);
export type Colour = z.infer<typeof colour>;

/** Excel's kinds of lines, lightest first: of two that meet on one edge the later is drawn. */
export const lineKinds = [
  'hair',
  'dotted',
  'dashDotDot',
  'dashDot',
  'dashed',
  'thin',
  'mediumDashDotDot',
  'slantDashDot',
  'mediumDashDot',
  'mediumDashed',
  'medium',
  'thick',
  'double',
] as const;
export type LineKind = (typeof lineKinds)[number];

const borderLine = z.strictObject({
  /** `none` takes away the line that the role alone would give. */
  line: z.enum([...lineKinds, 'none']),
  /** Without one, the line is as dark as text. */
  colour: colour.exactOptional(),
});
/** The line on one side of a cell. */
export type BorderLine = z.infer<typeof borderLine>;

/** The sides of a cell, and the part of a look that says what line is there. */
export const borderParts = {
  top: 'borderTop',
  right: 'borderRight',
  bottom: 'borderBottom',
  left: 'borderLeft',
} as const;
export type Side = keyof typeof borderParts;

/** The smallest and the largest text in points, and the deepest indent, as in Excel. */
export const textSizes = { least: 1, most: 409 } as const;
export const deepestIndent = 250;

/** Schemas of the parts of a look, beyond role, number format and alignment. */
export const lookParts = {
  strong: z.boolean(),
  italic: z.boolean(),
  underline: z.enum(['single', 'double']),
  strikethrough: z.boolean(),
  /** In points; a text of 11 is as large as one without. */
  textSize: z.number().min(textSizes.least).max(textSizes.most),
  textColour: colour,
  /** `none` takes away the fill that the role alone would give. */
  fillColour: z.union([colour, z.literal('none')]),
  borderTop: borderLine,
  borderRight: borderLine,
  borderBottom: borderLine,
  borderLeft: borderLine,
  vertical: z.enum(['top', 'middle', 'bottom']),
  /** Steps away from the side at which the text stands. */
  indent: z.int().min(1).max(deepestIndent),
} as const;

/** The parts as a cell has them. */
export const ownLook = {
  strong: lookParts.strong.exactOptional(),
  italic: lookParts.italic.exactOptional(),
  underline: lookParts.underline.exactOptional(),
  strikethrough: lookParts.strikethrough.exactOptional(),
  textSize: lookParts.textSize.exactOptional(),
  textColour: lookParts.textColour.exactOptional(),
  fillColour: lookParts.fillColour.exactOptional(),
  borderTop: lookParts.borderTop.exactOptional(),
  borderRight: lookParts.borderRight.exactOptional(),
  borderBottom: lookParts.borderBottom.exactOptional(),
  borderLeft: lookParts.borderLeft.exactOptional(),
  vertical: lookParts.vertical.exactOptional(),
  indent: lookParts.indent.exactOptional(),
} as const;

/** The parts as a change of looks has them: null takes one away, and what is left out stays. */
export const lookChange = {
  strong: lookParts.strong.nullable().optional(),
  italic: lookParts.italic.nullable().optional(),
  underline: lookParts.underline.nullable().optional(),
  strikethrough: lookParts.strikethrough.nullable().optional(),
  textSize: lookParts.textSize.nullable().optional(),
  textColour: lookParts.textColour.nullable().optional(),
  fillColour: lookParts.fillColour.nullable().optional(),
  borderTop: lookParts.borderTop.nullable().optional(),
  borderRight: lookParts.borderRight.nullable().optional(),
  borderBottom: lookParts.borderBottom.nullable().optional(),
  borderLeft: lookParts.borderLeft.nullable().optional(),
  vertical: lookParts.vertical.nullable().optional(),
  indent: lookParts.indent.nullable().optional(),
} as const;

const ownLookSchema = z.strictObject(ownLook);
/** What a cell looks like by a person's choice. */
export type OwnLook = Readonly<z.infer<typeof ownLookSchema>>;

/** The names of the parts, in the order in which files list them. */
export const lookPartNames = ownLookSchema.keyof().options;
