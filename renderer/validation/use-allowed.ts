import { useEffect, useState } from 'react';
import { addressText, type Address } from '../../shared/workbook/address.ts';
import type { Allowed } from '../../shared/workbook/validation/allowed.ts';
import type { Session } from '../session.ts';
import { useSessionTopic } from '../session/use-session.ts';

/** What a cell may hold now, asked of the engine where it is wanted; null until it has answered. */
export function useAllowed(
  session: Session,
  { sheet, row, column }: Address,
  wanted: boolean,
): Allowed | null {
  const values = useSessionTopic(session, 'values');
  const [told, setTold] = useState<{ readonly at: string; readonly allowed: Allowed | null } | null>(null);
  const at = addressText({ sheet, row, column });
  useEffect(() => {
    if (!wanted) return undefined;
    let isCurrent = true;
    void session.ask('allowedAt', { address: { sheet, row, column } }).then((allowed) => {
      if (isCurrent) setTold({ at, allowed });
    });
    return () => {
      isCurrent = false;
    };
  }, [wanted, session, values, at, sheet, row, column]);
  return wanted && told?.at === at ? told.allowed : null;
}
