import type { CellError, CellValue } from '../workbook/document.ts';
import { isCellError } from '../workbook/document.ts';
import type { Workbook } from '../workbook/workbook.ts';
import { switchState } from './switches.ts';

/** A value as JSON holds it: an error by its code, an empty cell as null. */
export type PlainValue = number | string | boolean | null;

export interface Report {
  readonly scenario: string | null;
  readonly basis: string | null;
  readonly headlines: Readonly<
    Record<string, { readonly label: string; readonly unit: string; readonly value: PlainValue }>
  >;
  readonly checks: readonly Check[];
}

export interface Check {
  /** What must hold, as a sentence. */
  readonly name: string;
  readonly pass: boolean;
  readonly difference: PlainValue;
  readonly tolerance: PlainValue;
}

/** The value as JSON holds it: an error by its code. */
export function plainValue(value: CellValue): PlainValue {
  return isCellError(value) ? value.error : value;
}

/** Every check of the workbook with what it found; empty for a workbook without checks. */
export function checksOf(workbook: Workbook): Check[] {
  if (!workbook.name('check_names')) return [];
  const column = (name: string) =>
    workbook.namedValues(name).map((row): Exclude<CellValue, CellError> => plainValue(row[0] ?? null));
  const [differences, tolerances, passes] = [
    column('check_differences'),
    column('check_tolerances'),
    column('check_passes'),
  ];
  return column('check_names').map((name, index) => ({
    name: String(name ?? ''),
    pass: passes[index] === true,
    difference: differences[index] ?? null,
    tolerance: tolerances[index] ?? null,
  }));
}

/** The headline figures by name and every check, under the scenario and basis in force. */
export function reportOf(workbook: Workbook): Report {
  const headlines = workbook.document.names.filter((name) => name.headline);
  return {
    scenario: switchState(workbook, 'scenario'),
    basis: switchState(workbook, 'basis')?.toLowerCase() ?? null,
    headlines: Object.fromEntries(
      headlines.map(({ name, label = name, unit = '' }) => [
        name,
        { label, unit, value: plainValue(workbook.namedValue(name)) },
      ]),
    ),
    checks: checksOf(workbook),
  };
}
