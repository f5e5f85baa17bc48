/** Elements that begin on a line of their own. */
const blocks: ReadonlySet<string> = new Set(['P', 'DIV', 'LI', 'TR', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6']);
/** Elements whose text nobody sees. */
const unseen: ReadonlySet<string> = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'COMMENT']);

/** The text that a cell shows, with its line breaks; only spaces that are meant as such. */
export function cellText(cell: HTMLElement): string {
  const only = cell.firstChild;
  if (only === null) return '';
  const text =
    only === cell.lastChild && only.nodeType === Node.TEXT_NODE
      ? collapsed(only.nodeValue ?? '')
      : textOf(cell).replace(/ *\n */g, '\n');
  const trimmed = text.replace(/^[ \n]+|[ \n]+$/g, '');
  // Excel fills empty cells with one hard space.
  return trimmed === '\u00A0' ? '' : trimmed.replaceAll(keptSpace, ' ');
}

/** Stands for a space that Excel keeps with a span of its own, while others are taken together. */
const keptSpace = '\uE000';

function collapsed(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ');
}

function textOf(element: Element): string {
  let text = '';
  for (const node of element.childNodes) {
    if (node.nodeType === Node.TEXT_NODE) text += collapsed(node.nodeValue ?? '');
    else if (node instanceof Element && !unseen.has(node.tagName)) {
      if (node.tagName === 'BR') text += '\n';
      else if (blocks.has(node.tagName)) text += `${text === '' ? '' : '\n'}${textOf(node)}`;
      else if (isSpaces(node)) text += (node.textContent ?? '').replace(/[ \u00A0]/g, keptSpace);
      else text += textOf(node);
    }
  }
  return text;
}

function isSpaces(element: Element): boolean {
  return /mso-spacerun:\s*yes/i.test(element.getAttribute('style') ?? '');
}
