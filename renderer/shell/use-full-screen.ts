import { useEffect } from 'react';
import type { Host } from '../../shared/host.ts';

declare global {
  interface Navigator {
    /** Chromium only: in full screen, these keys go to the page instead of the browser. */
    readonly keyboard?: { readonly lock: (keys: readonly string[]) => Promise<void> };
  }
}

/** Fills the screen while `on`, and gives it back afterwards: by the window on the desktop, by the page in a browser. */
export function useFullScreen(host: Host, entry: 'desktop' | 'browser', on: boolean): void {
  useEffect(() => {
    if (!on) return undefined;
    if (entry === 'desktop') {
      void host.call('window.fullScreen', { on: true });
      return () => void host.call('window.fullScreen', { on: false });
    }
    // A browser may refuse; the slides then fill the window, which is all that can be had.
    fillScreen().catch(() => {});
    return () => {
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, [host, entry, on]);
}

async function fillScreen(): Promise<void> {
  await document.documentElement.requestFullscreen({ navigationUI: 'hide' });
  // Escape ends the slides, and with them the full screen, not the full screen alone.
  await navigator.keyboard?.lock(['Escape']);
}
