import type { CommandsOf } from '../../shared/app-commands.ts';
import type { CommandAction, CommandContext } from './command-action.ts';

/** The menu Present. */
export function presentCommands(context: CommandContext): Record<CommandsOf<'Present'>, CommandAction> {
  const { workspace, windowState } = context;
  return {
    'present.start': {
      run: async () => {
        if (await workspace.editing.commit()) windowState.change({ presenting: true });
      },
    },
    'present.pdf': { run: () => savePdf(context) },
  };
}

async function savePdf({ workspace, documents, host, start, toasts, say }: CommandContext): Promise<void> {
  const { session } = workspace;
  const [{ printSlides }, { printPage }] = await Promise.all([
    import('../present/print-slides.tsx'),
    import('../present/slides-for-print.tsx'),
  ]);
  if (start.entry === 'browser') {
    // The browser's own print dialog saves as PDF.
    await printSlides(session, () => window.print());
    return;
  }
  const path = await documents.choosePdf();
  if (path === null) return;
  const printed = await printSlides(session, () =>
    host.call('window.printPdf', { path, pageWidthPx: printPage.widthPx, pageHeightPx: printPage.heightPx }),
  );
  if (printed.ok) toasts.say('The slides are saved as PDF');
  else say('The slides were not saved', { ...printed.problem, subject: path });
}
