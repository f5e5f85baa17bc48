import type { Icon } from '../../shared/workbook/conditional/icons.ts';

/** What paints a part of an icon; the style sheet knows its colour in both themes. */
type Paint =
  | 'red'
  | 'yellow'
  | 'green'
  | 'grey'
  | 'black'
  | 'pink'
  | 'blue'
  | 'gold'
  | 'empty'
  | 'on-colour'
  | 'on-yellow';

/** A part of an icon in a square of 16. */
export interface IconShape {
  readonly path: string;
  readonly paint: Paint;
  /** Drawn as a line instead of an area. */
  readonly isLine?: true;
  /** By how many degrees it is turned about the middle of the square. */
  readonly turn?: number;
}

const circlePath = 'M8 1.75a6.25 6.25 0 1 1 0 12.5a6.25 6.25 0 0 1 0-12.5Z';
const arrowPath = 'M8 1.5 14.25 8.25H10.6V14.5H5.4V8.25H1.75Z';
const starPath = 'M8 .9 10 5.7 15.1 6.1 11.2 9.4 12.4 14.4 8 11.7 3.6 14.4 4.8 9.4 .9 6.1 6 5.7Z';
const crossPath = 'M5.4 5.4 10.6 10.6M10.6 5.4 5.4 10.6';
const exclamationPath = 'M8 4V8.7M8 11.6V11.7';
const checkPath = 'M4.9 8.3 7.1 10.6 11.2 5.7';

const circle = (paint: Paint): IconShape[] => [{ path: circlePath, paint }];
const arrow = (paint: Paint, turn: number): IconShape[] => [{ path: arrowPath, paint, turn }];

function flag(paint: Paint): IconShape[] {
  return [
    { path: 'M4 2H13.75L11.25 5.25 13.75 8.5H4Z', paint },
    { path: 'M3.25 1.5V14.5', paint: 'grey', isLine: true },
  ];
}

function light(paint: Paint): IconShape[] {
  return [
    { path: 'M3 1H13A2 2 0 0 1 15 3V13A2 2 0 0 1 13 15H3A2 2 0 0 1 1 13V3A2 2 0 0 1 3 1Z', paint: 'black' },
    { path: 'M8 3.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 0 1 0-9.5Z', paint },
  ];
}

function bordered(paint: Paint): IconShape[] {
  return [...circle('grey'), { path: 'M8 3.25a4.75 4.75 0 1 1 0 9.5a4.75 4.75 0 0 1 0-9.5Z', paint }];
}

function quarters(black: string): IconShape[] {
  return [...circle('empty'), { path: black, paint: 'black' }];
}

function bars(filled: number): IconShape[] {
  return [0, 1, 2, 3].map((bar) => ({
    path: `M${1 + bar * 3.75} ${11 - bar * 3}H${3.75 + bar * 3.75}V14.5H${1 + bar * 3.75}Z`,
    paint: bar < filled ? 'blue' : 'empty',
  }));
}

function boxes(filled: number): IconShape[] {
  return [
    'M1.5 8.5H7.5V14.5H1.5Z',
    'M1.5 1.5H7.5V7.5H1.5Z',
    'M8.5 8.5H14.5V14.5H8.5Z',
    'M8.5 1.5H14.5V7.5H8.5Z',
  ].map((path, box) => ({ path, paint: box < filled ? 'blue' : 'empty' }));
}

/** How each icon is drawn, from the ground up. */
export const iconShapes: Readonly<Record<Icon, readonly IconShape[]>> = {
  redDownArrow: arrow('red', 180),
  yellowDownInclineArrow: arrow('yellow', 135),
  yellowSideArrow: arrow('yellow', 90),
  yellowUpInclineArrow: arrow('yellow', 45),
  greenUpArrow: arrow('green', 0),
  greyDownArrow: arrow('grey', 180),
  greyDownInclineArrow: arrow('grey', 135),
  greySideArrow: arrow('grey', 90),
  greyUpInclineArrow: arrow('grey', 45),
  greyUpArrow: arrow('grey', 0),
  redFlag: flag('red'),
  yellowFlag: flag('yellow'),
  greenFlag: flag('green'),
  redCircleWithBorder: bordered('red'),
  blackCircleWithBorder: bordered('black'),
  yellowCircle: circle('yellow'),
  greenCircle: circle('green'),
  redTrafficLight: light('red'),
  yellowTrafficLight: light('yellow'),
  greenTrafficLight: light('green'),
  redDiamond: [{ path: 'M8 1 15 8 8 15 1 8Z', paint: 'red' }],
  yellowTriangle: [{ path: 'M8 1.5 15.25 14.25H.75Z', paint: 'yellow' }],
  redCrossSymbol: [...circle('red'), { path: crossPath, paint: 'on-colour', isLine: true }],
  yellowExclamationSymbol: [...circle('yellow'), { path: exclamationPath, paint: 'on-yellow', isLine: true }],
  greenCheckSymbol: [...circle('green'), { path: checkPath, paint: 'on-colour', isLine: true }],
  redCross: [{ path: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5', paint: 'red', isLine: true }],
  yellowExclamation: [{ path: 'M8 2.25V9.5M8 13.4V13.5', paint: 'yellow', isLine: true }],
  greenCheck: [{ path: 'M2.75 8.5 6.5 12.5 13.25 3.75', paint: 'green', isLine: true }],
  blackCircle: circle('black'),
  greyCircle: circle('grey'),
  pinkCircle: circle('pink'),
  redCircle: circle('red'),
  whiteCircle: circle('empty'),
  threeWhiteQuarters: quarters('M8 8V1.75A6.25 6.25 0 0 1 14.25 8Z'),
  twoWhiteQuarters: quarters('M8 1.75A6.25 6.25 0 0 1 8 14.25Z'),
  oneWhiteQuarter: quarters('M8 8V1.75A6.25 6.25 0 1 1 1.75 8Z'),
  noBars: bars(0),
  oneBar: bars(1),
  twoBars: bars(2),
  threeBars: bars(3),
  fourBars: bars(4),
  silverStar: [{ path: starPath, paint: 'empty' }],
  halfGoldStar: [
    { path: starPath, paint: 'empty' },
    { path: 'M8 .9V11.7L3.6 14.4 4.8 9.4 .9 6.1 6 5.7Z', paint: 'gold' },
  ],
  goldStar: [{ path: starPath, paint: 'gold' }],
  redDownTriangle: [{ path: 'M1 3.5H15L8 13Z', paint: 'red' }],
  yellowDash: [{ path: 'M1.5 6.25H14.5V9.75H1.5Z', paint: 'yellow' }],
  greenUpTriangle: [{ path: 'M8 3 15 12.5H1Z', paint: 'green' }],
  noBoxes: boxes(0),
  oneBox: boxes(1),
  twoBoxes: boxes(2),
  threeBoxes: boxes(3),
  fourBoxes: boxes(4),
};
