/*
 * Stands for `BrowserWindow`: a page of the browser without a screen, with the window's life and
 * the state a spec may look at.
 *
 * It cannot: draw frames, title bars and overlays, or remember its bounds; what the program asks of
 * them is kept in `options` and `standinState`.
 */
import { EventEmitter } from 'node:events';
import { runtime } from '../runtime.mjs';
import { app, makeEvent } from './app.mjs';
import { WebContents } from './web-contents.mjs';

export class BrowserWindow extends EventEmitter {
  #targetId = null;
  #destroyed = false;
  #title;
  #visible;
  #fullScreen = false;

  static getAllWindows() {
    return [...runtime.windows.values()];
  }
  static getFocusedWindow() {
    return BrowserWindow.getAllWindows()[0] ?? null;
  }
  static fromWebContents(contents) {
    return contents?.window ?? null;
  }

  constructor(options = {}) {
    super();
    if (!app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready');
    const { sandbox, contextIsolation = true, nodeIntegration = false } = options.webPreferences ?? {};
    if (sandbox === false || !contextIsolation || nodeIntegration) {
      throw new Error('The stand-in has sandboxed, isolated windows without Node only.');
    }
    this.options = options;
    this.standinState = {
      menuBarVisible: true,
      documentEdited: false,
      titleBarOverlay: options.titleBarOverlay,
    };
    this.#title = options.title ?? app.getName();
    this.#visible = options.show !== false;
    this.webContents = new WebContents(this);
    this.standinOpened = this.#open();
  }

  async #open() {
    const { width = 800, height = 600, webPreferences = {} } = this.options;
    const { targetId } = await runtime.cdp.send('Target.createTarget', {
      url: 'about:blank',
      newWindow: true,
      width,
      height,
    });
    this.#targetId = targetId;
    runtime.windows.set(targetId, this);
    // The browser's own bars would take their part of the height.
    const { windowId } = await runtime.cdp.send('Browser.getWindowForTarget', { targetId });
    await runtime.cdp.send('Browser.setContentsSize', { windowId, width, height });
    await this.webContents.standinAttach(targetId, webPreferences.preload);
  }

  loadURL(url) {
    return this.webContents.loadURL(url);
  }
  show() {
    this.#visible = true;
    this.emit('show');
  }
  hide() {
    this.#visible = false;
    this.emit('hide');
  }
  focus() {}
  restore() {}
  isMinimized() {
    return false;
  }
  isVisible() {
    return this.#visible;
  }
  isDestroyed() {
    return this.#destroyed;
  }
  setTitle(title) {
    this.#title = title;
  }
  getTitle() {
    return this.#title;
  }
  setDocumentEdited(edited) {
    this.standinState.documentEdited = edited;
  }
  setMenuBarVisibility(visible) {
    this.standinState.menuBarVisible = visible;
  }
  setTitleBarOverlay(overlay) {
    this.standinState.titleBarOverlay = overlay;
  }
  setFullScreen(on) {
    if (this.#fullScreen === on) return;
    this.#fullScreen = on;
    this.emit(on ? 'enter-full-screen' : 'leave-full-screen');
  }
  isFullScreen() {
    return this.#fullScreen;
  }

  /** Asks listeners first; gives nothing, as in Electron. */
  close() {
    if (this.#destroyed) return;
    const event = makeEvent();
    this.emit('close', event);
    if (!event.defaultPrevented) this.destroy();
  }
  destroy() {
    if (this.#destroyed) return;
    void runtime.cdp.send('Target.closeTarget', { targetId: this.#targetId }).catch(() => {});
    this.vanish();
  }
  /** The page is gone, closed from here or elsewhere. */
  vanish() {
    if (this.#destroyed) return;
    this.#destroyed = true;
    runtime.windows.delete(this.#targetId);
    this.webContents.standinDestroy();
    this.emit('closed');
    if (runtime.windows.size > 0) return;
    if (app.listenerCount('window-all-closed') > 0) app.emit('window-all-closed');
    else app.quit();
  }
}
