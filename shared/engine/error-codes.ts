import type { ErrorCode } from '../workbook/document.ts';

const errorCodes: Record<string, ErrorCode> = {
  DIV_BY_ZERO: '#DIV/0!',
  NAME: '#NAME?',
  VALUE: '#VALUE!',
  NUM: '#NUM!',
  NA: '#N/A',
  CYCLE: '#CYCLE!',
  REF: '#REF!',
  SPILL: '#SPILL!',
  CALC: '#CALC!',
  NULL: '#NULL!',
  UNSUPPORTED: '#NAME?',
  SEVERAL_REFERENCES: '#VALUE!',
  // A formula that does not parse: Excel has no such cell and shows an unknown name.
  ERROR: '#NAME?',
};

/** The code that a cell shows for an error of the engine. */
export function errorCode({
  type,
  message,
}: {
  readonly type: string;
  readonly message?: string;
}): ErrorCode {
  const code = errorCodes[type];
  if (!code) throw new Error(`The engine gave an unknown error "${type}": ${message}`);
  return code;
}
