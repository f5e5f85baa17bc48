import { readClipboard, writeClipboard, type ClipboardTexts } from './clipboard-data.ts';

/** Who copies and pastes while no text field has the keyboard. */
export interface ClipboardUser {
  /** True while copying and pasting is about cells. */
  readonly active: () => boolean;
  /** What a copy or a cut puts onto the clipboard, at once or later; null where nothing can be copied. */
  readonly copy: (cut: boolean) => ClipboardTexts | Promise<ClipboardTexts | null> | null;
  /** The browser did not take what was ready later. */
  readonly onLost: () => void;
  readonly paste: (texts: ClipboardTexts, valuesOnly: boolean) => void;
}

/** Listens to the clipboard’s events. Gives the function that ends it. */
export function listenToClipboard({ active, copy, onLost, paste }: ClipboardUser): () => void {
  const life = new AbortController();
  // Ctrl+Shift+V comes as the same event, without saying so.
  let shifted = false;
  // The clipboard is open only during its event; what is ready later asks for another one.
  let ready: ClipboardTexts | null = null;
  const listen = (name: 'copy' | 'cut' | 'paste', act: (clipboard: DataTransfer) => void): void =>
    document.addEventListener(
      name,
      (event) => {
        if (!(active() || ready) || !event.clipboardData) return;
        act(event.clipboardData);
        event.preventDefault();
      },
      { signal: life.signal },
    );
  const putLater = async (later: Promise<ClipboardTexts | null>): Promise<void> => {
    ready = await later;
    // A browser takes it some seconds after the key at most, wherever the keyboard is by then.
    if (ready && !life.signal.aborted && !document.execCommand('copy')) onLost();
    ready = null;
  };
  const put = (clipboard: DataTransfer, cut: boolean): void => {
    const texts = ready ?? copy(cut);
    if (texts instanceof Promise) void putLater(texts);
    else if (texts) writeClipboard(clipboard, texts);
  };
  listen('copy', (clipboard) => put(clipboard, false));
  listen('cut', (clipboard) => put(clipboard, true));
  listen('paste', (clipboard) => paste(readClipboard(clipboard), shifted));
  const onKey = (event: KeyboardEvent): void => {
    shifted = event.type === 'keydown' && event.shiftKey && event.key.toLowerCase() === 'v';
  };
  document.addEventListener('keydown', onKey, { capture: true, signal: life.signal });
  document.addEventListener('keyup', onKey, { capture: true, signal: life.signal });
  // Without this the browser cuts only from text fields, and copies only what is selected.
  for (const name of ['beforecut', 'beforecopy'])
    document.addEventListener(
      name,
      (event) => {
        if (active() || ready) event.preventDefault();
      },
      { signal: life.signal },
    );
  return () => life.abort();
}
