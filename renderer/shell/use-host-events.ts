import { useEffect, useEffectEvent } from 'react';
import { appCommands, type AppCommand, type AppCommandId } from '../../shared/app-commands.ts';
import type { Host, HostEvent, HostOutput } from '../../shared/host.ts';
import type { Documents } from '../documents/documents.ts';
import type { AppActions } from './app-actions.ts';
import { isTextField } from './text-field.ts';

/** What commands mean for a text that is being typed. */
const textCommands: Partial<Readonly<Record<AppCommandId, string>>> = {
  'edit.undo': 'undo',
  'edit.redo': 'redo',
  'edit.chooseAll': 'selectAll',
};

/** Answers the machine: a native menu item, a file to open, a window about to close. */
export function useHostEvents(
  host: Host,
  entry: HostOutput<'app.start'>['entry'],
  documents: Documents,
  actions: AppActions | null,
  isAsking: () => boolean,
): void {
  const carryOut = ({ id, heard }: AppCommand) => {
    if (!isTextField(document.activeElement)) {
      actions?.run(id);
      return;
    }
    // The keys of a native menu arrive here while a text is typed, too, and some are the text's own.
    const own = textCommands[id];
    if (own !== undefined) document.execCommand(own);
    else if (heard !== 'grid') actions?.run(id);
  };
  const onHostEvent = useEffectEvent((event: HostEvent) => {
    if (event.kind === 'close') void documents.close();
    else if (event.kind === 'open') void documents.openPath(event.path);
    else {
      const command = appCommands.find(({ id }) => id === event.id);
      if (command && !isAsking()) carryOut(command);
    }
  });
  useEffect(() => host.onEvent((event) => onHostEvent(event)), [host]);

  useEffect(() => {
    if (entry !== 'browser') return undefined;
    // A browser window closes without asking the program; the browser itself can ask.
    const onLeave = (event: BeforeUnloadEvent) => {
      const open = documents.workspace;
      if (open?.session.file.unsaved || open?.editing.state) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [entry, documents]);
}
