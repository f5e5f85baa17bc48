import type { CellStyle } from '../../shared/workbook/document.ts';
import { iconSign } from '../conditional/icon-sign.ts';
import type { CellEdges } from './cell-edges.ts';
import type { CellLook } from './cell-look.ts';
import { filterButton, type FilterMark } from '../filter/filter-button.ts';
import type { CopiedMark } from './copied-marks.ts';
import { textCssOn } from './own-css.ts';
import type { ReferenceMark } from './reference-marks.ts';
import type { Fit } from './text-fit.ts';
import type { Spill } from './text-spill.ts';

/** What is painted into one cell of the page. */
export interface CellPaint {
  readonly look: CellLook;
  /** The slice of overflowing text that the cell shows: its own or a neighbour's. */
  readonly spill: (Spill & { readonly look: CellLook }) | undefined;
  /** How the text is made to fit its column. */
  readonly fit: Fit;
  /** Outlines of the references of the formula that is being edited. */
  readonly references: readonly ReferenceMark[];
  /** The edge of the copied cells, where it lies on the cell. */
  readonly copied: CopiedMark | undefined;
  /** How the edges are drawn, as declarations. */
  readonly edges: CellEdges;
  /** Whether the text stands at the foot of the cell. */
  readonly low: boolean;
  /** The height in pixels that its text has at most; undefined where the row is as high as that needs. */
  readonly room: number | undefined;
  /** The button of a filter, in a heading of its table. */
  readonly filter: FilterMark | undefined;
}

const svgNamespace = 'http://www.w3.org/2000/svg';

/**
 * Paints a cell. Everything goes into data attributes and children of ours, so that the classes by
 * which the grid marks its selection stay untouched and a cell can be painted at any time.
 */
export function paintCell(
  td: HTMLTableCellElement,
  { look, spill, fit, references, copied, edges, low, room, filter }: CellPaint,
): void {
  const words = [...look.words];
  if (spill) words.push('spill', ...(spill.last ? ['spill-end'] : []));
  if (fit.tight) words.push('tight');
  if (fit.narrow) words.push('narrow');
  if (low) words.push('low');
  if (look.bar) words.push('bar');
  setAttribute(td, 'data-look', words.join(' '));
  setAttribute(td, 'data-align', look.align);
  setOwnCss(td, look, edges.cell, room);
  td.toggleAttribute('data-filter', filter !== undefined);
  const title = look.note ?? fit.instead;
  if (title !== undefined) setAttribute(td, 'title', title);
  else if (td.hasAttribute('title')) td.removeAttribute('title');
  if (spill) td.replaceChildren(spillSlice(spill, look.style, spill.look === look));
  else if (look.wrap && room !== undefined) td.replaceChildren(clippedText(fit.text, room));
  else if (look.check) td.replaceChildren(checkMark(look.check), fit.text);
  else if (look.contradicted && look.numeric) td.replaceChildren(contradiction('before'), fit.text);
  else if (look.contradicted) td.replaceChildren(fit.text, contradiction('after'));
  else if (look.fill && fit.text === look.text) td.replaceChildren(filledText(look.text, look.fill));
  else setText(td, fit.text);
  if (!spill && look.words.includes('small')) td.prepend(ordinaryLine());
  if (look.icon) td.prepend(iconSign(look.icon));
  if (look.broken !== undefined) td.prepend(limitSign(look.broken));
  if (filter) td.append(filterButton(filter));
  if (edges.layer !== '') td.append(edgeLayer(edges.layer));
  for (const reference of references) td.append(outline(reference));
  if (copied) td.append(copiedOutline(copied));
}

function setAttribute(element: Element, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

/** Sets what was chosen for the cell. It goes through the object model, since the page forbids style attributes. */
function setOwnCss(td: HTMLTableCellElement, look: CellLook, edges: string, room: number | undefined): void {
  const css = [look.own.cell, look.own.text, roomCss(look, room), indentCss(look), barCss(look), edges]
    .filter(Boolean)
    .join(';');
  if (css !== '' || td.hasAttribute('style')) td.style.cssText = css;
}

/** Text in a row that is too low for it makes the row no higher. */
function roomCss({ wrap, leading }: CellLook, room: number | undefined): string {
  if (room === undefined) return '';
  const line = !wrap && room < leading ? `line-height:${room}px` : '';
  return room > 0 ? line : `${line};padding-block:0`;
}

function indentCss({ indent, align }: CellLook): string {
  if (indent === 0 || align === 'center') return '';
  return `padding-${align}:calc(var(--cell-pad) + ${indent}px)`;
}

/** A data bar among the pictures on the ground of a cell, through which the ground shows so that the figure on it can be read in both themes. */
function barCss({ bar }: CellLook): string {
  if (!bar) return '';
  const colour = `color-mix(in srgb, ${bar.colour} 55%, transparent)`;
  const [from, to] = [bar.from, bar.to].map((part) => `${part * 100}%`);
  return `--data-bar:linear-gradient(90deg,transparent ${from},${colour} ${from} ${to},transparent ${to})`;
}

function setText(td: HTMLTableCellElement, text: string): void {
  const only = td.firstChild;
  if (only !== null && only === td.lastChild && only.nodeType === Node.TEXT_NODE) {
    if (only.nodeValue !== text) only.nodeValue = text;
  } else td.textContent = text;
}

/** Characters that surely fill any column. */
const enoughToFill = 500;

/** A text of which one part stands at the left of its cell, the other at the right, and a character between them. */
function filledText(text: string, { at, character }: NonNullable<CellLook['fill']>): HTMLElement {
  const line = document.createElement('span');
  line.className = 'filled-text';
  const between = document.createElement('span');
  if (character !== ' ') between.dataset['fill'] = character.repeat(enoughToFill);
  line.append(text.slice(0, at), between, text.slice(at));
  return line;
}

/** Lines of text in a row that is too low for all of them: its first ones are in sight. */
function clippedText(text: string, room: number): HTMLElement {
  const lines = document.createElement('div');
  lines.className = 'clipped-text';
  lines.style.maxHeight = `${room}px`;
  lines.textContent = text;
  return lines;
}

/** A part of a text that runs over; `ground` is the style of the cell that shows it, which may be the text's own. */
function spillSlice(
  { look, origin, offset }: Spill & { readonly look: CellLook },
  ground: CellStyle | undefined,
  isOwn: boolean,
): HTMLElement {
  const slice = document.createElement('span');
  slice.className = 'spill-slice';
  slice.dataset['look'] = look.words.filter((word) => word !== 'moved').join(' ');
  const text = isOwn ? look.own.text : textCssOn(ground, look.style, look.font.size, look.leading);
  slice.style.cssText = [text, indentCss(look)].filter(Boolean).join(';');
  // Text of the first column begins after the line at its left.
  slice.style.left = `${(origin === 0 ? 1 : 0) - offset}px`;
  slice.textContent = look.text;
  if (look.words.includes('small')) slice.prepend(ordinaryLine());
  // The text is read where it stands, once.
  if (!isOwn) slice.setAttribute('aria-hidden', 'true');
  return slice;
}

/** Leads small text, so that it stands on the line of ordinary text. */
function ordinaryLine(): HTMLElement {
  const line = document.createElement('span');
  line.className = 'ordinary-line';
  return line;
}

function contradiction(side: 'before' | 'after'): HTMLElement {
  const sign = document.createElement('span');
  sign.className = `contradicted ${side}`;
  sign.textContent = '≠';
  sign.title = 'The sources contradict each other';
  return sign;
}

/** The sign of a failing check, at the edge of the cell that causes it. */
function limitSign(words: string): SVGElement {
  const sign = checkMark('fails');
  sign.setAttribute('class', 'limit-sign check-mark fails');
  sign.removeAttribute('aria-hidden');
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', words);
  return sign;
}

function checkMark(state: 'holds' | 'fails'): SVGElement {
  const mark = document.createElementNS(svgNamespace, 'svg');
  mark.setAttribute('class', `check-mark ${state}`);
  mark.setAttribute('viewBox', '0 0 14 14');
  mark.setAttribute('aria-hidden', 'true');
  const ground = document.createElementNS(svgNamespace, 'path');
  ground.setAttribute('class', 'ground');
  const sign = document.createElementNS(svgNamespace, 'path');
  sign.setAttribute('class', 'sign');
  if (state === 'holds') {
    ground.setAttribute('d', 'M7 0a7 7 0 1 1 0 14A7 7 0 0 1 7 0Z');
    sign.setAttribute('d', 'M4 7.3 6.2 9.4 10 4.9');
  } else {
    ground.setAttribute('d', 'M7 0 14 7 7 14 0 7Z');
    sign.setAttribute('d', 'M7 3.8V7.6M7 10v.2');
  }
  mark.append(ground, sign);
  return mark;
}

function outline({ colour, edges }: ReferenceMark): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'reference-outline';
  mark.dataset['reference'] = String(colour);
  mark.dataset['edges'] = edges.join(' ');
  mark.setAttribute('aria-hidden', 'true');
  return mark;
}

/** A line at the edge of a cell that its border cannot draw. */
function edgeLayer(css: string): HTMLElement {
  const layer = document.createElement('span');
  layer.className = 'edge-layer';
  layer.style.cssText = css;
  layer.setAttribute('aria-hidden', 'true');
  return layer;
}

/** Milliseconds in which the dashes around copied cells go on by one. */
const dashTime = 700;

/** The edge of the copied cells. All its parts move in step, whenever they were painted. */
function copiedOutline({ edges, along, down }: CopiedMark): HTMLElement {
  const mark = document.createElement('span');
  mark.className = 'copied-outline';
  mark.dataset['edges'] = edges.join(' ');
  mark.style.setProperty('--along', `${-along}px`);
  mark.style.setProperty('--down', `${-down}px`);
  mark.setAttribute('aria-hidden', 'true');
  if (!window.matchMedia('(prefers-reduced-motion: reduce)').matches) {
    const moving = mark.animate([{ '--walk': '0px' }, { '--walk': '8px' }], {
      duration: dashTime,
      iterations: Infinity,
      easing: 'steps(8)',
    });
    moving.startTime = 0;
  }
  return mark;
}
