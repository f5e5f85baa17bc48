import { useEffect, useState } from 'react';
import { addressText, type Address } from '../../shared/workbook/address.ts';
import { isCellError } from '../../shared/workbook/document.ts';
import type { ErrorExplanation } from '../../shared/workbook/explain/explain-error.ts';
import type { Session } from '../session.ts';
import { useSessionTopic } from './use-session.ts';

/** Why a cell shows an error, kept up to date; null where it shows none or `isWanted` is false, and until the engine has answered. */
export function useErrorReason(
  session: Session,
  { sheet, row, column }: Address,
  isWanted = true,
): ErrorExplanation | null {
  const values = useSessionTopic(session, 'values');
  const [told, setTold] = useState<{ readonly at: string; readonly why: ErrorExplanation } | null>(null);
  const at = addressText({ sheet, row, column });
  const isAsked = isWanted && isCellError(session.value({ sheet, row, column }));
  useEffect(() => {
    if (!isAsked) return undefined;
    let isCurrent = true;
    void session.ask('explainError', { address: { sheet, row, column } }).then((why) => {
      if (isCurrent) setTold(why && { at, why });
    });
    return () => {
      isCurrent = false;
    };
  }, [isAsked, session, values, at, sheet, row, column]);
  return isAsked && told?.at === at ? told.why : null;
}
