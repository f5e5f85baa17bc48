/*
 * What the parts of the stand-in share: the program being run, the wire to the browser once it is
 * there, and the open windows by the browser's name for their pages.
 */
export const runtime = {
  /** @type {{ folder: string, manifest: object, isPackaged: boolean, executable: string, commandLine: object } | null} */
  program: null,
  /** @type {import('./cdp.mjs').Cdp | null} */
  cdp: null,
  /** Ends the browser. */
  endBrowser: async () => {},
  windows: new Map(),
};
