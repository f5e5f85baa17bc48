/*
 * Stands for the system's dialogs. There is no person to answer them, so each throws until a spec
 * has put its own function in its place.
 */
const unscripted = (name) => async () => {
  throw new Error(`dialog.${name} was called, and the spec has not scripted it.`);
};

export const dialog = {
  showOpenDialog: unscripted('showOpenDialog'),
  showSaveDialog: unscripted('showSaveDialog'),
  showMessageBox: unscripted('showMessageBox'),
  showErrorBox: (title, content) => console.error(`[error box] ${title}: ${content}`),
};
