import { Redo2, Undo2 } from 'lucide-react';
import { useMemo } from 'react';
import { useSessionTopic } from '../session/use-session.ts';
import { useWorkspace } from '../use-workspace.ts';
import type { AppActions } from './app-actions.ts';
import { documentName } from './document-name.ts';
import { MenuBar } from './menu-bar.tsx';
import { shortcutWords } from './shortcuts.ts';
import './title-bar.css';

/** Menus, undo and redo, and which document this is and whether it is on disk. */
export function TitleBar({ actions }: { readonly actions: AppActions }) {
  const { session } = useWorkspace();
  useSessionTopic(session, 'file');
  useSessionTopic(session, 'history');
  const { undoLabel, redoLabel } = session.history;
  const { path, unsaved, typed } = session.file;
  const state = unsaved
    ? typed === 0
      ? 'changes not saved'
      : `${typed} ${typed === 1 ? 'cell' : 'cells'} not saved`
    : path === null
      ? 'not yet saved to a file'
      : 'saved';

  // The menus are not drawn anew with each edit.
  const menus = useMemo(() => <MenuBar actions={actions} />, [actions]);
  return (
    <header className="title-bar">
      <div className="title-start">
        {menus}
        <span className="divider" />
        <HistoryButton
          label={undoLabel ? `Undo: ${undoLabel}` : 'Nothing to undo'}
          keys={shortcutWords('Mod+Z')}
          disabled={!undoLabel}
          onPress={() => actions.run('edit.undo')}
        >
          <Undo2 className="icon" strokeWidth={1.5} />
        </HistoryButton>
        <HistoryButton
          label={redoLabel ? `Redo: ${redoLabel}` : 'Nothing to redo'}
          keys={shortcutWords('Mod+Y')}
          disabled={!redoLabel}
          onPress={() => actions.run('edit.redo')}
        >
          <Redo2 className="icon" strokeWidth={1.5} />
        </HistoryButton>
      </div>
      <div className="document-name" title={path ?? undefined}>
        <strong>{documentName(path, session.title)}</strong>
        <span role="status">{state}</span>
      </div>
      <div className="title-end" />
    </header>
  );
}

interface HistoryButtonProps {
  readonly label: string;
  readonly keys: string;
  readonly disabled: boolean;
  readonly onPress: () => void;
  readonly children: React.ReactNode;
}

/** Stays focusable while there is nothing to do, so that walking the bar does not jump. */
function HistoryButton({ label, keys, disabled, onPress, children }: HistoryButtonProps) {
  return (
    <button
      type="button"
      className="history-button"
      aria-label={label}
      aria-disabled={disabled}
      title={disabled ? label : `${label} (${keys})`}
      onClick={() => {
        if (!disabled) onPress();
      }}
    >
      {children}
    </button>
  );
}
