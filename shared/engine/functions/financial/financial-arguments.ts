import { CellError, type FunctionArgument } from 'hyperformula';
import { lastDateSerial } from '../../../workbook/excel-date.ts';
import { dayCountBasis, type DayCountBasis } from '../dates/day-count.ts';
import { number, optional, type ExcelFunction } from '../excel-function.ts';
import { notANumber } from '../excel-values.ts';
import type { EngineValue } from '../../internals/interpreter.ts';

/** One number that a financial function takes: its name in Excel's help, and what of a given number counts. */
export interface FinancialArgument<Name extends string> {
  readonly name: Name;
  readonly parameter: FunctionArgument;
  readonly read: (given: number) => number | CellError;
}

/** The arguments of a call by their names. */
export type FinancialValues<Name extends string> = {
  readonly [Key in Name]: Key extends 'basis' ? DayCountBasis : number;
};

function argument<Name extends string>(
  name: Name,
  read: (given: number) => number | CellError,
  defaultValue?: number,
): FinancialArgument<Name> {
  return { name, parameter: defaultValue === undefined ? number : optional(number, defaultValue), read };
}

/** Any number. */
export function amount<Name extends string>(name: Name, defaultValue?: number): FinancialArgument<Name> {
  return argument(name, (given) => given, defaultValue);
}

/** A number above 0. */
export function positive<Name extends string>(name: Name, defaultValue?: number): FinancialArgument<Name> {
  return argument(name, (given) => (given > 0 ? given : notANumber(`${name} must be above 0`)), defaultValue);
}

/** A number above 0, which stands for an argument that is left empty too. */
export function positiveUnlessEmpty<Name extends string>(
  name: Name,
  whenEmpty: number,
): FinancialArgument<Name> {
  const { read } = positive(name);
  return { name, parameter: { ...number, defaultValue: whenEmpty, emptyAsDefault: true }, read };
}

/** A number not below 0. */
export function notNegative<Name extends string>(name: Name, defaultValue?: number): FinancialArgument<Name> {
  return argument(
    name,
    (given) => (given >= 0 ? given : notANumber(`${name} must not be negative`)),
    defaultValue,
  );
}

/** A whole number not below a smallest one; a fraction does not count. */
export function whole<Name extends string>(name: Name, smallest: number): FinancialArgument<Name> {
  return argument(name, (given) => {
    const value = Math.trunc(given);
    return value >= smallest ? value : notANumber(`${name} must be ${smallest} or more`);
  });
}

/** A day; its time does not count. */
export function date<Name extends string>(name: Name): FinancialArgument<Name> {
  return argument(name, (given) => {
    const serial = Math.floor(given);
    return serial >= 0 && serial <= lastDateSerial
      ? serial
      : notANumber(`${name} must be a date from 1900 to 9999`);
  });
}

/** Coupons a year. */
export const frequency = argument('frequency', (given) => {
  const coupons = Math.trunc(given);
  return coupons === 1 || coupons === 2 || coupons === 4
    ? coupons
    : notANumber('frequency must be 1, 2 or 4');
});

export const basis = argument('basis', dayCountBasis, 0);

/**
 * A function of numbers, each of which must be as its argument says, and of dates that must come one
 * after the other. What it calculates may be no number, which is `#NUM!`.
 */
export function financialFunction<Name extends string>(
  takes: readonly FinancialArgument<Name>[],
  inOrder: readonly Name[],
  calculate: (values: FinancialValues<Name>) => EngineValue,
): ExcelFunction {
  return {
    parameters: takes.map(({ parameter }) => parameter),
    calculate: (...given: number[]): EngineValue => {
      const values: Partial<Record<Name, number>> = {};
      for (const [index, { name, read }] of takes.entries()) {
        const value = read(given[index] ?? 0);
        if (value instanceof CellError) return value;
        values[name] = value;
      }
      for (const [index, later] of inOrder.entries()) {
        const earlier = inOrder[index - 1];
        if (earlier !== undefined && !((values[earlier] ?? 0) < (values[later] ?? 0)))
          return notANumber(`${earlier} must be before ${later}`);
      }
      // All of them are there, and `basis` is what its argument reads.
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion
      return calculate(values as FinancialValues<Name>);
    },
  };
}
