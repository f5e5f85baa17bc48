/*
 * Stands for `webContents`: the page of a window, its top frame, its navigation rules, printing.
 *
 * It cannot: see subframes, give an allowed new window the rules of its own, keep a link's new window from existing for an
 * instant (it is closed before it loads), or tell a navigation of the page from one of its user.
 */
import { EventEmitter } from 'node:events';
import { runtime } from '../runtime.mjs';
import { preloadWorld, preloadWorldScript, pageWorldScript } from '../page/scripts.mjs';
import { toBrowserUrl, toProgramUrl } from '../schemes.mjs';
import { app, makeEvent } from './app.mjs';
import { deliver } from './ipc-main.mjs';
import { encode } from '../codec.mjs';
import { nativeTheme } from './native-theme.mjs';
import { applyPermissions, session } from './session.mjs';

class WebContents extends EventEmitter {
  #browserUrl = '';
  #cdpSession = null;
  #preloadContext = null;
  #windowOpenHandler = () => ({ action: 'allow' });
  /** The address being loaded by the program itself, which `will-navigate` does not ask about. */
  #ownLoad = null;
  #destroyed = false;
  session = session.defaultSession;
  mainFrame;

  constructor(window) {
    super();
    this.window = window;
    const contents = this;
    this.mainFrame = {
      get url() {
        return contents.getURL();
      },
      top: null,
      parent: null,
    };
  }

  /** Attaches to the window's page. Takes the browser's name for it and the preload's path. */
  async standinAttach(targetId, preload) {
    this.targetId = targetId;
    this.#cdpSession = (
      await runtime.cdp.send('Target.attachToTarget', { targetId, flatten: true })
    ).sessionId;
    this.#listen();
    await this.standinSend('Page.enable');
    await this.standinSend('Runtime.enable');
    await this.standinSend('Runtime.addBinding', { name: 'standinPost', executionContextName: preloadWorld });
    await this.standinSend('Page.addScriptToEvaluateOnNewDocument', { source: pageWorldScript() });
    await this.standinSend('Page.addScriptToEvaluateOnNewDocument', {
      source: preloadWorldScript(preload),
      worldName: preloadWorld,
    });
    await this.standinSend('Fetch.enable', { patterns: [{ resourceType: 'Document' }] });
    await this.standinApplyTheme();
  }

  standinSend(method, params) {
    return runtime.cdp.send(method, params, this.#cdpSession);
  }

  async standinApplyTheme() {
    const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
    if (this.#cdpSession !== null) {
      await this.standinSend('Emulation.setEmulatedMedia', {
        features: [{ name: 'prefers-color-scheme', value }],
      });
    }
  }

  standinDestroy() {
    this.#destroyed = true;
    this.emit('destroyed');
  }

  /** Asks the program's handler about a page that this one opens. */
  standinAllowsWindow(url) {
    return this.#windowOpenHandler({ url, frameName: '', disposition: 'foreground-tab' }).action !== 'deny';
  }

  #listen() {
    const on = (name, react) => runtime.cdp.on(`${this.#cdpSession}:${name}`, react);
    on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === preloadWorld) this.#preloadContext = context.id;
    });
    on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === 'standinPost') void this.#receive(JSON.parse(payload), executionContextId);
    });
    on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId !== undefined) return;
      this.#browserUrl = frame.url;
      this.emit('did-navigate', makeEvent(), this.getURL(), 200, 'OK');
    });
    on('Page.navigatedWithinDocument', ({ url }) => {
      this.#browserUrl = url;
    });
    on('Page.domContentEventFired', () => {
      this.emit('dom-ready');
      this.window.emit('ready-to-show');
    });
    on('Page.loadEventFired', () => this.emit('did-finish-load'));
    on('Inspector.targetCrashed', () =>
      this.emit('render-process-gone', makeEvent(), { reason: 'crashed', exitCode: 1 }),
    );
    on('Fetch.requestPaused', (request) => void this.#askToNavigate(request));
  }

  async #receive(message, contextId) {
    if (message.kind === 'window-open') {
      if (this.standinAllowsWindow(toProgramUrl(message.url))) void openPlainPage(message.url);
      return;
    }
    const event = makeEvent({
      sender: this,
      senderFrame: this.mainFrame,
      frameId: 1,
      processId: 1,
      type: 'frame',
    });
    const reply = await deliver(event, message);
    // The page may have gone on meanwhile; then nobody waits for the reply.
    if (reply !== null) await this.#tellPreload(reply, contextId).catch(() => {});
  }

  #tellPreload(message, contextId) {
    return this.standinSend('Runtime.evaluate', {
      contextId,
      expression: `standinReceive(${JSON.stringify(message)})`,
    });
  }

  async #askToNavigate({ requestId, request, frameId }) {
    const isMainFrame = frameId === this.targetId;
    const url = toProgramUrl(request.url);
    const own = isMainFrame && request.url === this.#ownLoad;
    const event = makeEvent({
      url,
      isMainFrame,
      isSameDocument: false,
      frame: isMainFrame ? this.mainFrame : null,
    });
    if (!own) {
      this.emit('will-frame-navigate', event);
      if (isMainFrame && !event.defaultPrevented) this.emit('will-navigate', event, url);
    }
    await (
      event.defaultPrevented
        ? this.standinSend('Fetch.failRequest', { requestId, errorReason: 'Aborted' })
        : this.standinSend('Fetch.continueRequest', { requestId })
    ).catch(() => {});
  }

  async loadURL(url) {
    await this.window.standinOpened;
    const browserUrl = toBrowserUrl(url);
    await applyPermissions(this, new URL(browserUrl).origin);
    this.#ownLoad = browserUrl;
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve));
    const { errorText } = await this.standinSend('Page.navigate', { url: browserUrl });
    if (errorText) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
  }
  reload() {
    this.#ownLoad = this.#browserUrl;
    void this.standinSend('Page.reload');
  }
  getURL() {
    return toProgramUrl(this.#browserUrl);
  }
  send(channel, ...args) {
    void this.#tellPreload({ kind: 'event', channel, args: encode(args) }, this.#preloadContext).catch(
      (error) => {
        if (!this.#destroyed) throw error;
      },
    );
  }
  setWindowOpenHandler(handler) {
    this.#windowOpenHandler = handler;
  }
  paste() {
    // The key itself is none: what counts is the editing command that goes with it.
    void this.standinSend('Input.dispatchKeyEvent', { type: 'rawKeyDown', commands: ['paste'] });
  }
  async executeJavaScript(expression) {
    const given = await this.standinSend('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (given.exceptionDetails) throw new Error(given.exceptionDetails.exception?.description);
    return given.result.value;
  }
  async printToPDF({ margins = {}, pageSize = { width: 8.5, height: 11 }, ...options }) {
    if (typeof pageSize === 'string') throw new Error('The stand-in takes page sizes in inches only.');
    const { data } = await this.standinSend('Page.printToPDF', {
      ...options,
      paperWidth: pageSize.width,
      paperHeight: pageSize.height,
      marginTop: margins.top,
      marginBottom: margins.bottom,
      marginLeft: margins.left,
      marginRight: margins.right,
    });
    return Buffer.from(data, 'base64');
  }
  isDestroyed() {
    return this.#destroyed;
  }
  close() {
    this.window.close();
  }
}

export { WebContents };

export const webContents = {
  getAllWebContents: () => [...runtime.windows.values()].map((window) => window.webContents),
  fromDevToolsTargetId: (targetId) => runtime.windows.get(targetId)?.webContents,
};

const plainPages = new Set();

/** What a program that allows new windows gets: a page without preload and rules. */
async function openPlainPage(url) {
  const { targetId } = await runtime.cdp.send('Target.createTarget', { url });
  plainPages.add(targetId);
}

/** A page nobody here created was opened by a link of a page: it is closed before it has loaded. */
export function adoptForeignPage({ targetId, type, url }) {
  if (type !== 'page' || app.isExiting) return;
  const [opener] = runtime.windows.values();
  // A window's own page is announced before its creation has been answered.
  setTimeout(() => {
    if (runtime.windows.has(targetId) || opener === undefined || url.startsWith('devtools:')) return;
    if (plainPages.has(targetId) || opener.webContents.standinAllowsWindow(toProgramUrl(url))) return;
    void runtime.cdp.send('Target.closeTarget', { targetId }).catch(() => {});
  }, 50);
}
