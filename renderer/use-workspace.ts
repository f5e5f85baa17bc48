import { createContext, useCallback, useContext, useSyncExternalStore } from 'react';
import type { EditState } from './editing.ts';
import type { Selection } from './sheet-view.ts';
import type { Workspace } from './workspace.ts';

export const WorkspaceContext = createContext<Workspace | null>(null);

/** The open document's workspace. Only inside the workbook window. */
export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext);
  if (!workspace) throw new Error('No document is open here');
  return workspace;
}

/** The chosen cells, kept up to date. */
export function useSelection(): Selection {
  const { view } = useWorkspace();
  useSyncExternalStore(
    useCallback((listener) => view.subscribe(listener), [view]),
    () => view.version(),
  );
  return view.selection;
}

/** The edit that is under way, kept up to date; null while there is none. */
export function useEditState(): EditState | null {
  const { editing } = useWorkspace();
  return useSyncExternalStore(
    useCallback((listener) => editing.subscribe(listener), [editing]),
    () => editing.state,
  );
}
