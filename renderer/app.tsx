import {
  lazy,
  Suspense,
  useCallback,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useSyncExternalStore,
} from 'react';
import { appCommands, type AppCommandId } from '../shared/app-commands.ts';
import type { Host, HostEvent, HostOutput, Settings } from '../shared/host.ts';
import type { Problem } from '../shared/result.ts';
import type { Documents } from './documents/documents.ts';
import type { Questions } from './documents/questions.ts';
import { FormulaBar } from './formula-bar/formula-bar.tsx';
import { Grid } from './grid/grid.tsx';
import type { SettingsStore } from './settings-store.ts';
import { AboutDialog } from './shell/about-dialog.tsx';
import type { AppActions } from './shell/app-actions.ts';
import { HeadlineStrip } from './shell/headline-strip.tsx';
import { KeysDialog } from './shell/keys-dialog.tsx';
import { QuestionDialogs } from './shell/question-dialogs.tsx';
import { walkRegions } from './shell/regions.ts';
import { SheetTabs } from './shell/sheet-tabs.tsx';
import { commandOfKey } from './shell/shortcuts.ts';
import { StatusBar } from './shell/status-bar.tsx';
import { SwitchBar } from './shell/switch-bar.tsx';
import { TitleBar } from './shell/title-bar.tsx';
import { ToastLine, type Toasts } from './shell/toasts.tsx';
import { WorkspaceContext } from './use-workspace.ts';
import './shell/window-frame.css';
import { useFullScreen } from './shell/use-full-screen.ts';

const Presentation = lazy(async () => ({
  default: (await import('./present/presentation.tsx')).Presentation,
}));

const FunctionsDialog = lazy(async () => ({
  default: (await import('./shell/functions-dialog.tsx')).FunctionsDialog,
}));

export interface AppProps {
  readonly host: Host;
  readonly start: HostOutput<'app.start'>;
  readonly documents: Documents;
  readonly questions: Questions;
  readonly settingsStore: SettingsStore;
  readonly toasts: Toasts;
}

/** The window: the workbook, and over it the slides or a dialog. */
export function App({ host, start, documents, questions, settingsStore, toasts }: AppProps) {
  const workspace = useSyncExternalStore(
    (listener) => documents.subscribe(listener),
    () => documents.workspace,
  );
  const settings = useSyncExternalStore(
    (listener) => settingsStore.subscribe(listener),
    () => settingsStore.current,
  );
  const [presenting, setPresenting] = useState(false);
  const [page, setPage] = useState<'keys' | 'functions' | 'about' | null>(null);

  const say = useCallback(
    (heading: string, problem: Problem) =>
      void questions.ask<'problem'>({ kind: 'problem', heading, problem }),
    [questions],
  );
  const change = useCallback(
    async (settingsChange: Partial<Settings>) => {
      const answer = await settingsStore.change(settingsChange);
      if (!answer.ok) say('The settings were not saved', answer.problem);
      return answer;
    },
    [settingsStore, say],
  );

  const run = useCallback(
    (id: AppCommandId): void => {
      const session = workspace?.session;
      const commands: Readonly<Record<AppCommandId, () => unknown>> = {
        'file.new': () => documents.openNew(),
        'file.open': () => documents.open(),
        'file.save': () => documents.save(),
        'file.saveAs': () => documents.saveAs(),
        'file.exportXlsx': () => documents.exportXlsx(),
        'edit.undo': () => session?.undo(),
        'edit.redo': () => session?.redo(),
        'edit.clear': () => workspace?.grid?.clear(),
        'view.themeSystem': () => change({ theme: 'system' }),
        'view.themeLight': () => change({ theme: 'light' }),
        'view.themeDark': () => change({ theme: 'dark' }),
        'view.densityCompact': () => change({ density: 'compact' }),
        'view.densityRegular': () => change({ density: 'regular' }),
        'view.densityRelaxed': () => change({ density: 'relaxed' }),
        'view.nextSheet': () => workspace?.showNextSheet(1),
        'view.previousSheet': () => workspace?.showNextSheet(-1),
        'present.start': async () => {
          if (await workspace?.editing.commit()) setPresenting(true);
        },
        'present.pdf': () => savePdf(host, start, documents, toasts, say),
        'help.keys': () => setPage('keys'),
        'help.functions': () => setPage('functions'),
        'help.about': () => setPage('about'),
      };
      void commands[id]();
    },
    [workspace, documents, change, host, start, toasts, say],
  );

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || presenting || page !== null || questions.open.length > 0) return;
    if (event.key === 'F6') {
      event.preventDefault();
      walkRegions(event.shiftKey ? -1 : 1, () => workspace?.grid?.focus());
      return;
    }
    const id = commandOfKey(event);
    if (!id) return;
    const inText = isTextField(event.target);
    // A text field undoes and deletes its own text.
    if (inText && (id === 'edit.undo' || id === 'edit.redo' || id === 'edit.clear')) return;
    // Only the grid has cells to clear; a key in the menus is not meant for it.
    if (id === 'edit.clear' && !workspace?.grid?.hasFocus()) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat || id === 'edit.undo' || id === 'edit.redo' || id.startsWith('view.')) run(id);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    // Before the grid, so that every shortcut does its work once.
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);

  const onFocus = useEffectEvent((target: EventTarget | null) => {
    const editing = workspace?.editing;
    if (!editing?.state || editing.state.committing || editing.state.problem) return;
    // A formula may go on on another sheet; everything else is taken when the person turns away.
    if (!(target instanceof Element) || !target.closest(leavesEntry)) return;
    if (editing.state.text.startsWith('=') && target.closest('[role="tab"]')) return;
    void editing.commit();
  });
  useEffect(() => {
    const listener = ({ target }: Event) => onFocus(target);
    window.addEventListener('focusin', listener);
    return () => window.removeEventListener('focusin', listener);
  }, []);

  const onHostEvent = useEffectEvent((event: HostEvent) => {
    if (event.kind === 'close') void documents.close();
    else if (event.kind === 'open') void documents.openPath(event.path);
    else {
      const command = appCommands.find(({ id }) => id === event.id);
      if (command && questions.open.length === 0) run(command.id);
    }
  });
  useEffect(() => host.onEvent((event) => onHostEvent(event)), [host]);

  useEffect(() => {
    if (start.entry !== 'browser') return undefined;
    // A browser window closes without asking the program; the browser itself can ask.
    const onLeave = (event: BeforeUnloadEvent) => {
      const open = documents.workspace;
      if (open?.session.file.unsaved || open?.editing.state) event.preventDefault();
    };
    window.addEventListener('beforeunload', onLeave);
    return () => window.removeEventListener('beforeunload', onLeave);
  }, [start.entry, documents]);

  const endPresentation = useCallback(() => {
    setPresenting(false);
    requestAnimationFrame(() => workspace?.grid?.focus());
  }, [workspace]);
  useFullScreen(host, start.entry, presenting);

  const actions: AppActions = useMemo(() => ({ run, settings }), [run, settings]);
  const onProblem = useCallback((problem: Problem) => say('Nothing was changed', problem), [say]);

  return (
    <>
      {workspace && (
        <WorkspaceContext value={workspace}>
          {/* A new document begins with new panels. */}
          <div className="workbook-window" key={workspaceKey(workspace)} inert={presenting}>
            <TitleBar actions={actions} />
            <SwitchBar actions={actions} onProblem={onProblem} />
            <HeadlineStrip />
            <FormulaBar />
            <main className="work">
              <Grid
                density={settings.density}
                licenceKey={start.settings.handsontableKey}
                onProblem={onProblem}
              />
              <ToastLine toasts={toasts} />
            </main>
            <SheetTabs />
            <StatusBar density={settings.density} />
          </div>
          {presenting && (
            <Suspense>
              <Presentation
                session={workspace.session}
                onClose={endPresentation}
                onSavePdf={() => run('present.pdf')}
              />
            </Suspense>
          )}
        </WorkspaceContext>
      )}
      <QuestionDialogs questions={questions} host={host} />
      {page === 'keys' && <KeysDialog onClose={() => setPage(null)} />}
      {page === 'functions' && workspace && (
        <Suspense>
          <FunctionsDialog
            session={workspace.session}
            onInsert={(name) => {
              setPage(null);
              // The dialog gives the focus back first.
              requestAnimationFrame(() => workspace.writeCall(name));
            }}
            onClose={() => setPage(null)}
          />
        </Suspense>
      )}
      {page === 'about' && (
        <AboutDialog
          version={start.version}
          settings={settings}
          onSave={change}
          onClose={() => setPage(null)}
        />
      )}
    </>
  );
}

/** Parts of the window that are no part of an entry under way. */
const leavesEntry = '.title-bar, .switch-bar, .headline-strip, .sheet-tabs';

const keys = new WeakMap<object, number>();
let lastKey = 0;

function workspaceKey(workspace: object): number {
  const known = keys.get(workspace);
  if (known !== undefined) return known;
  keys.set(workspace, ++lastKey);
  return lastKey;
}

function isTextField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
}

async function savePdf(
  host: Host,
  { entry }: HostOutput<'app.start'>,
  documents: Documents,
  toasts: Toasts,
  say: (heading: string, problem: Problem) => void,
): Promise<void> {
  const session = documents.workspace?.session;
  if (!session) return;
  const [{ printSlides }, { printPage }] = await Promise.all([
    import('./present/print-slides.tsx'),
    import('./present/slides-for-print.tsx'),
  ]);
  if (entry === 'browser') {
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
