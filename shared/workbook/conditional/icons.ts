/** The icons of Excel's icon sets and what they show, which is also what they are called. */
export const iconNames = {
  redDownArrow: 'Red down arrow',
  yellowDownInclineArrow: 'Yellow down incline arrow',
  yellowSideArrow: 'Yellow side arrow',
  yellowUpInclineArrow: 'Yellow up incline arrow',
  greenUpArrow: 'Green up arrow',
  greyDownArrow: 'Grey down arrow',
  greyDownInclineArrow: 'Grey down incline arrow',
  greySideArrow: 'Grey side arrow',
  greyUpInclineArrow: 'Grey up incline arrow',
  greyUpArrow: 'Grey up arrow',
  redFlag: 'Red flag',
  yellowFlag: 'Yellow flag',
  greenFlag: 'Green flag',
  redCircleWithBorder: 'Red circle with border',
  blackCircleWithBorder: 'Black circle with border',
  yellowCircle: 'Yellow circle',
  greenCircle: 'Green circle',
  redTrafficLight: 'Red traffic light',
  yellowTrafficLight: 'Yellow traffic light',
  greenTrafficLight: 'Green traffic light',
  redDiamond: 'Red diamond',
  yellowTriangle: 'Yellow triangle',
  redCrossSymbol: 'Red cross symbol',
  yellowExclamationSymbol: 'Yellow exclamation symbol',
  greenCheckSymbol: 'Green check symbol',
  redCross: 'Red cross',
  yellowExclamation: 'Yellow exclamation mark',
  greenCheck: 'Green check mark',
  blackCircle: 'Black circle',
  greyCircle: 'Grey circle',
  pinkCircle: 'Pink circle',
  redCircle: 'Red circle',
  whiteCircle: 'White circle (all white quarters)',
  threeWhiteQuarters: 'Circle with three white quarters',
  twoWhiteQuarters: 'Circle with two white quarters',
  oneWhiteQuarter: 'Circle with one white quarter',
  noBars: 'Signal meter with no filled bars',
  oneBar: 'Signal meter with one filled bar',
  twoBars: 'Signal meter with two filled bars',
  threeBars: 'Signal meter with three filled bars',
  fourBars: 'Signal meter with four filled bars',
  silverStar: 'Silver star',
  halfGoldStar: 'Half gold star',
  goldStar: 'Gold star',
  redDownTriangle: 'Red down triangle',
  yellowDash: 'Yellow dash',
  greenUpTriangle: 'Green up triangle',
  noBoxes: 'No filled boxes',
  oneBox: 'One filled box',
  twoBoxes: 'Two filled boxes',
  threeBoxes: 'Three filled boxes',
  fourBoxes: 'Four filled boxes',
} as const;

export type Icon = keyof typeof iconNames;

// The keys of the record are exactly the icons.
// oxlint-disable-next-line typescript/no-unsafe-type-assertion
export const allIcons = Object.keys(iconNames) as Icon[];

interface IconSet {
  /** What Excel's list of icon styles calls it. */
  readonly words: string;
  /** From the one for the lowest numbers to the one for the highest. */
  readonly icons: readonly Icon[];
  /** Whether files hold it, as Excel does since 2010, where older programs do not look. */
  readonly isNewer?: true;
}

/** Excel's icon sets by what files call them, in the order of Excel's list. */
export const iconSets = {
  '3Arrows': { words: '3 arrows (coloured)', icons: ['redDownArrow', 'yellowSideArrow', 'greenUpArrow'] },
  '3ArrowsGray': { words: '3 arrows (grey)', icons: ['greyDownArrow', 'greySideArrow', 'greyUpArrow'] },
  '3Triangles': {
    words: '3 triangles',
    icons: ['redDownTriangle', 'yellowDash', 'greenUpTriangle'],
    isNewer: true,
  },
  '4Arrows': {
    words: '4 arrows (coloured)',
    icons: ['redDownArrow', 'yellowDownInclineArrow', 'yellowUpInclineArrow', 'greenUpArrow'],
  },
  '4ArrowsGray': {
    words: '4 arrows (grey)',
    icons: ['greyDownArrow', 'greyDownInclineArrow', 'greyUpInclineArrow', 'greyUpArrow'],
  },
  '5Arrows': {
    words: '5 arrows (coloured)',
    icons: [
      'redDownArrow',
      'yellowDownInclineArrow',
      'yellowSideArrow',
      'yellowUpInclineArrow',
      'greenUpArrow',
    ],
  },
  '5ArrowsGray': {
    words: '5 arrows (grey)',
    icons: ['greyDownArrow', 'greyDownInclineArrow', 'greySideArrow', 'greyUpInclineArrow', 'greyUpArrow'],
  },
  '3TrafficLights1': {
    words: '3 traffic lights (unrimmed)',
    icons: ['redCircleWithBorder', 'yellowCircle', 'greenCircle'],
  },
  '3TrafficLights2': {
    words: '3 traffic lights (rimmed)',
    icons: ['redTrafficLight', 'yellowTrafficLight', 'greenTrafficLight'],
  },
  '3Signs': { words: '3 signs', icons: ['redDiamond', 'yellowTriangle', 'greenCircle'] },
  '4TrafficLights': {
    words: '4 traffic lights',
    icons: ['blackCircleWithBorder', 'redCircleWithBorder', 'yellowCircle', 'greenCircle'],
  },
  '4RedToBlack': { words: 'Red to black', icons: ['blackCircle', 'greyCircle', 'pinkCircle', 'redCircle'] },
  '3Symbols': {
    words: '3 symbols (circled)',
    icons: ['redCrossSymbol', 'yellowExclamationSymbol', 'greenCheckSymbol'],
  },
  '3Symbols2': { words: '3 symbols (uncircled)', icons: ['redCross', 'yellowExclamation', 'greenCheck'] },
  '3Flags': { words: '3 flags', icons: ['redFlag', 'yellowFlag', 'greenFlag'] },
  '3Stars': { words: '3 stars', icons: ['silverStar', 'halfGoldStar', 'goldStar'], isNewer: true },
  '4Rating': { words: '4 ratings', icons: ['oneBar', 'twoBars', 'threeBars', 'fourBars'] },
  '5Quarters': {
    words: '5 quarters',
    icons: ['whiteCircle', 'threeWhiteQuarters', 'twoWhiteQuarters', 'oneWhiteQuarter', 'blackCircle'],
  },
  '5Rating': { words: '5 ratings', icons: ['noBars', 'oneBar', 'twoBars', 'threeBars', 'fourBars'] },
  '5Boxes': {
    words: '5 boxes',
    icons: ['noBoxes', 'oneBox', 'twoBoxes', 'threeBoxes', 'fourBoxes'],
    isNewer: true,
  },
} as const satisfies Readonly<Record<string, IconSet>>;

export type IconSetName = keyof typeof iconSets;

/** The icon sets by their names. */
export const iconSetEntries: readonly (readonly [name: IconSetName, set: IconSet])[] =
  // The keys of the record are exactly the names.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion
  Object.entries(iconSets) as [IconSetName, IconSet][];

/** The set whose icons these are, and whether in reverse order; null for icons of several sets. */
export function iconSetOf(
  icons: readonly (Icon | null)[],
): { readonly name: IconSetName; readonly isReverse: boolean } | null {
  for (const isReverse of [false, true]) {
    const text = (isReverse ? icons.toReversed() : icons).join(' ');
    const found = iconSetEntries.find(([, set]) => set.icons.join(' ') === text);
    if (found) return { name: found[0], isReverse };
  }
  return null;
}
