import './workers/zod-without-eval.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { Documents } from './documents/documents.ts';
import { Questions } from './documents/questions.ts';
import { connectHost } from './host.ts';
import { SettingsStore } from './settings-store.ts';
import { Toasts } from './shell/toasts.tsx';
import { showCrash } from './shell/crash.ts';
import { startEngine } from './workers/engine-client.ts';
import './styles/tokens.css';
import './styles/fonts.css';
import './styles/base.css';

/** Widths of text are measured before the first paint, so the fonts must be there. */
const fonts = ['400 13px "IBM Plex Sans"', '400 13px "IBM Plex Mono"', '500 12px "IBM Plex Mono"'];

async function open(): Promise<void> {
  // A bug must be seen, not swallowed: the person may have work to save.
  window.addEventListener('error', ({ error, message }) => showCrash(error ?? message));
  window.addEventListener('unhandledrejection', ({ reason }) => showCrash(reason));

  const host = connectHost();
  let who = () => '';
  const engine = startEngine(() => ({ at: new Date().toISOString(), who: who() }));
  const start = await host.call('app.start', {});
  const settingsStore = new SettingsStore(host, start.settings);
  who = () => settingsStore.current.personName || start.userName;
  const questions = new Questions();
  const toasts = new Toasts();
  const documents = new Documents({
    host,
    engine,
    questions,
    nativeDialogs: start.nativeDialogs,
    hyperformulaKey: () => settingsStore.current.hyperformulaKey,
    tell: (message) => toasts.say(message),
  });
  await Promise.all(fonts.map((font) => document.fonts.load(font)));
  const root = document.getElementById('window');
  if (!root) throw new Error('The page has no element for the window');
  createRoot(root).render(
    <StrictMode>
      <App
        host={host}
        start={start}
        documents={documents}
        questions={questions}
        settingsStore={settingsStore}
        toasts={toasts}
      />
    </StrictMode>,
  );
  await documents.start(start.openPath);
}

void open();
