import type { FunctionEntries } from './function-entry.ts';

const parameters = 'database, field, criteria';
const differs = 'Criteria that are formulas about a record are refused.';

export const databaseFunctions: FunctionEntries = {
  DAVERAGE: [
    parameters,
    'Gives the average of a field of the records that meet criteria.',
    '=DAVERAGE(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
  DCOUNT: [
    parameters,
    'Counts the numbers in a field of the records that meet criteria, or the records where no field is given.',
    '=DCOUNT(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
  DCOUNTA: [
    parameters,
    'Counts what is not empty in a field of the records that meet criteria, or the records.',
    '=DCOUNTA(A1:C6,"Deal",E1:E3)',
    differs,
  ],
  DGET: [
    parameters,
    'Gives the value in a field of the only record that meets criteria.',
    '=DGET(A1:C6,"Year",E1:F2)',
    differs,
  ],
  DMAX: [
    parameters,
    'Gives the largest number in a field of the records that meet criteria.',
    '=DMAX(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
  DMIN: [
    parameters,
    'Gives the smallest number in a field of the records that meet criteria.',
    '=DMIN(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
  DPRODUCT: [
    parameters,
    'Multiplies the numbers in a field of the records that meet criteria.',
    '=DPRODUCT(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
  DSTDEV: [
    parameters,
    'Estimates the standard deviation from a field of the records that meet criteria, as a sample.',
    '=DSTDEV(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
  DSTDEVP: [
    parameters,
    'Gives the standard deviation of a field of the records that meet criteria, as a whole population.',
    '=DSTDEVP(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
  DSUM: [
    parameters,
    'Adds up the numbers in a field of the records that meet criteria.',
    '=DSUM(A1:C6,"US$ bn",E1:F2)',
    differs,
  ],
  DVAR: [
    parameters,
    'Estimates the variance from a field of the records that meet criteria, as a sample.',
    '=DVAR(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
  DVARP: [
    parameters,
    'Gives the variance of a field of the records that meet criteria, as a whole population.',
    '=DVARP(A1:C6,"US$ bn",E1:E3)',
    differs,
  ],
};
