/*
 * Stands for `window.open`: tells the main process of the attempt and gives null, as a refused one
 * does. A real one would leave the page waiting for a window that is closed before it has begun.
 *
 * This function is sent to the page's world as source text, so it uses nothing from outside
 * itself.
 */
export function installWindowOpen() {
  window.open = (url = 'about:blank') => {
    const address = new URL(url, location.href).href;
    document.dispatchEvent(new CustomEvent('standin:window-open', { detail: address }));
    return null;
  };
}
