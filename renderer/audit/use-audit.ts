import { useCallback, useSyncExternalStore } from 'react';
import type { Trace } from '../../shared/audit/trace.ts';
import type { Address, Area } from '../../shared/workbook/address.ts';
import { useWorkspace } from '../use-workspace.ts';
import type { DeskState } from './audit-desk.ts';

/** What the panel shows, kept up to date. */
export function useDesk(): DeskState {
  const { audit } = useWorkspace();
  return useSyncExternalStore(
    useCallback((listener) => audit.subscribe(listener), [audit]),
    () => audit.state,
  );
}

/** Looks up traces, kept up to date: undefined until the engine has answered. */
export function useTraces(): (address: Address) => Trace | undefined {
  const { traces } = useWorkspace().audit;
  useSyncExternalStore(
    useCallback((listener) => traces.subscribe(listener), [traces]),
    () => traces.version(),
  );
  return (address) => traces.of(address);
}

/**
 * Leads the grid to cells once an entry under way is taken; a formula that cannot be taken keeps its
 * place. The keyboard stays where it is.
 */
export function useLead(): (area: Area) => void {
  const { editing, audit } = useWorkspace();
  return useCallback(
    ({ sheet, range }) => {
      void editing.commit().then((taken) => {
        if (taken) audit.lead(sheet, range);
      });
    },
    [editing, audit],
  );
}
