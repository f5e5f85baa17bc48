/** One row of the sheet Checks. */
export interface Check {
  readonly id: string;
  /** The sheet it watches. */
  readonly sheet: string;
  /** What must hold, as a sentence. */
  readonly rule: string;
  /** Formula by meaning, how far off it is: 0 when the rule holds. */
  readonly difference: string;
  readonly unit: string;
  readonly tolerance: number;
}

/** Rounding of sums of some hundred figures of the order of a thousand. */
export const sumTolerance = 1e-9;
