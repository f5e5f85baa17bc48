/** Observed by browsers when a layout takes more than one step; it means nothing. */
const harmless = /ResizeObserver loop/;

/** Says that the program itself failed, over whatever is on the screen. The workbook stays open behind it. */
export function showCrash(error: unknown): void {
  const words = error instanceof Error ? error.message : String(error);
  if (harmless.test(words)) return;
  console.error(error);
  document.getElementById('crash')?.remove();
  const note = document.createElement('div');
  note.id = 'crash';
  note.className = 'crash-note float';
  note.setAttribute('role', 'alert');
  const heading = document.createElement('strong');
  heading.textContent = 'Something in the program failed';
  const text = document.createElement('p');
  text.textContent = `${words} Your workbook is still open: save it under a new name, then start the program again.`;
  const close = document.createElement('button');
  close.className = 'button';
  close.textContent = 'Close';
  close.addEventListener('click', () => note.remove());
  note.append(heading, text, close);
  document.body.append(note);
}
