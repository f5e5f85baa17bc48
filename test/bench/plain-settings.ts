import type { ConfigParams } from 'hyperformula';

/** Plain HyperFormula with the settings that Excel's results need. */
export const plainSettings: Partial<ConfigParams> = {
  licenseKey: 'gpl-v3',
  smartRounding: false,
  useArrayArithmetic: true,
  nullDate: { year: 1899, month: 12, day: 31 },
  leapYear1900: true,
  undoLimit: 0,
};
