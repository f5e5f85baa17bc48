import { useEffect, useState } from 'react';
import { addressText, type Address } from '../../shared/workbook/address.ts';
import { isFormula } from '../../shared/workbook/document.ts';
import type { Session } from '../session.ts';
import { useSessionTopic } from '../session/use-session.ts';

/** A formula that fills other cells too. */
export interface ArrayFormula {
  readonly text: string;
  /** Where it stands. */
  readonly address: Address;
}

/**
 * The formula of another cell that fills this one; null where there is none. The engine is asked only
 * about a cell that shows something and holds nothing.
 */
export function useArrayFormula(session: Session, { sheet, row, column }: Address): ArrayFormula | null {
  const version = useSessionTopic(session, 'values');
  const [found, setFound] = useState<{ readonly cell: string; readonly formula: ArrayFormula | null }>();
  const address = { sheet, row, column };
  const cell = addressText(address);
  const isFilled = (session.cell(address)?.content ?? null) === null && session.value(address) !== null;

  useEffect(() => {
    if (!isFilled) return undefined;
    let isAsked = true;
    const ask = async () => {
      const range = await session.ask('arrayAt', { address: { sheet, row, column } });
      if (!isAsked || !session.hasSheet(sheet)) return;
      const first = range && { sheet, row: range.top, column: range.left };
      const content = first && session.cell(first)?.content;
      setFound({ cell, formula: first && isFormula(content) ? { text: content, address: first } : null });
    };
    void ask();
    return () => {
      isAsked = false;
    };
  }, [session, sheet, row, column, cell, isFilled, version]);

  return isFilled && found?.cell === cell ? found.formula : null;
}
