import type { SimpleCellAddress } from 'hyperformula';

/** How formulas are entered anew while a change settles. */
export interface SettlingSteps {
  /** Does what is given and calculates once. */
  readonly calculate: (enter: () => void) => void;
  /** Is told of each cell whose formula is about to be entered anew. */
  readonly beforeEntering: (position: SimpleCellAddress) => void;
}
