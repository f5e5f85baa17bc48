import { lazy, Suspense, useCallback, useMemo, useState, useSyncExternalStore } from 'react';
import type { Host, HostOutput, Settings } from '../shared/host.ts';
import type { Problem } from '../shared/result.ts';
import { commandActions } from './commands/index.ts';
import type { Documents } from './documents/documents.ts';
import type { Questions } from './documents/questions.ts';
import { isAnswered } from './session/consent.ts';
import type { SettingsStore } from './settings-store.ts';
import { appActions } from './shell/app-actions.ts';
import { QuestionDialogs } from './shell/question-dialogs.tsx';
import type { Toasts } from './shell/toasts.tsx';
import { useFullScreen } from './shell/use-full-screen.ts';
import { useHostEvents } from './shell/use-host-events.ts';
import { useForesight } from './shell/use-foresight.ts';
import { useWindowKeys } from './shell/use-window-keys.ts';
import { WindowPages } from './shell/window-pages.tsx';
import { WindowState, type Shown } from './shell/window-state.ts';
import { WorkbookWindow } from './shell/workbook-window.tsx';
import { WorkspaceContext } from './use-workspace.ts';

const Presentation = lazy(async () => ({
  default: (await import('./present/presentation.tsx')).Presentation,
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
  const [windowState] = useState(() => new WindowState());
  const shown = useSyncExternalStore(
    (listener) => windowState.subscribe(listener),
    () => windowState.shown,
  );

  const { presenting } = shown;
  const changeShown = useCallback((change: Partial<Shown>) => windowState.change(change), [windowState]);

  const say = useCallback(
    (heading: string, problem: Problem) =>
      void questions.ask<'problem'>({ kind: 'problem', heading, problem }),
    [questions],
  );
  const onProblem = useCallback(
    (problem: Problem) => {
      if (!isAnswered(problem)) say(problem.heading ?? 'Nothing was changed', problem);
    },
    [say],
  );
  const changeSettings = useCallback(
    async (change: Partial<Settings>) => {
      const answer = await settingsStore.change(change);
      if (!answer.ok) say('The settings were not saved', answer.problem);
      return answer;
    },
    [settingsStore, say],
  );
  const actions = useMemo(() => {
    if (!workspace) return null;
    const context = {
      workspace,
      documents,
      host,
      start,
      settings,
      changeSettings,
      toasts,
      windowState,
      onProblem,
      say,
    };
    return appActions(commandActions(context), settings, {
      focusSheet: () => workspace.grid?.focus(),
      inNextFrame: (step) => workspace.inNextFrame(step),
      tell: (message) => toasts.say(message),
    });
  }, [workspace, documents, host, start, settings, changeSettings, toasts, windowState, onProblem, say]);

  const isAsking = () => questions.open.length > 0;
  const isCovered = () => presenting || shown.page !== null || shown.contextMenu !== null || isAsking();
  useForesight(workspace);
  useWindowKeys(workspace, actions, windowState, isCovered);
  useHostEvents(host, start.entry, documents, actions, isAsking);
  useFullScreen(host, start.entry, presenting);
  const endPresentation = useCallback(() => {
    windowState.change({ presenting: false });
    workspace?.inNextFrame(() => workspace.grid?.focus());
  }, [windowState, workspace]);

  return (
    <>
      {workspace && actions && (
        <WorkspaceContext value={workspace}>
          {/* A new document begins with new panels. */}
          <WorkbookWindow
            key={workspaceKey(workspace)}
            actions={actions}
            shown={shown}
            onChange={changeShown}
            toasts={toasts}
            gridKey={start.settings.handsontableKey}
            onProblem={onProblem}
          />
          {presenting && (
            <Suspense>
              <Presentation
                session={workspace.session}
                onClose={endPresentation}
                onSavePdf={() => actions.run('present.pdf')}
              />
            </Suspense>
          )}
          <WindowPages
            shown={shown}
            onChange={changeShown}
            workspace={workspace}
            actions={actions}
            version={start.version}
            userName={start.userName}
            onProblem={onProblem}
            onSaveSettings={changeSettings}
          />
        </WorkspaceContext>
      )}
      <QuestionDialogs questions={questions} host={host} />
    </>
  );
}

const keys = new WeakMap<object, number>();
let lastKey = 0;

function workspaceKey(workspace: object): number {
  const known = keys.get(workspace);
  if (known !== undefined) return known;
  keys.set(workspace, ++lastKey);
  return lastKey;
}
