import { nativeTheme } from 'electron';
import type { BrowserWindow } from 'electron';
import type { Settings } from '../../shared/host.ts';

/** The height of the bar the window draws; the system's buttons are laid over its end. */
export const titleBarHeight = 36;

/** Behind the page until it has painted: the page's own colours, so that nothing flashes. */
const backgrounds = { light: '#ffffff', dark: '#14161a' } as const;

/** Has the window's system parts follow the theme of the settings, at once. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}

/** The colour a new window starts with. */
export function startBackground(): string {
  return nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light;
}

/** The system's buttons over the drawn bar: see-through, with symbols that can be read on it. */
export function titleBarOverlay() {
  return {
    color: '#00000000',
    symbolColor: nativeTheme.shouldUseDarkColors ? '#e6e8eb' : '#1b1f24',
    height: titleBarHeight,
  };
}

/** Keeps the system's buttons readable when the theme changes, here or in the system. */
export function followTheme(window: BrowserWindow): void {
  if (process.platform === 'darwin') return;
  const update = () => {
    if (!window.isDestroyed()) window.setTitleBarOverlay(titleBarOverlay());
  };
  nativeTheme.on('updated', update);
  window.once('closed', () => nativeTheme.removeListener('updated', update));
}
