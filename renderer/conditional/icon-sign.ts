import { iconNames, type Icon } from '../../shared/workbook/conditional/icons.ts';
import { iconShapes } from './icon-shapes.ts';
import './condition-icon.css';

const svgNamespace = 'http://www.w3.org/2000/svg';

/** An icon of an icon set, to stand in a cell. */
export function iconSign(icon: Icon): SVGElement {
  const sign = document.createElementNS(svgNamespace, 'svg');
  sign.setAttribute('class', 'condition-icon');
  sign.setAttribute('viewBox', '0 0 16 16');
  sign.setAttribute('role', 'img');
  sign.setAttribute('aria-label', iconNames[icon]);
  for (const { path, paint, isLine, turn } of iconShapes[icon]) {
    const shape = document.createElementNS(svgNamespace, 'path');
    shape.setAttribute('d', path);
    shape.setAttribute('data-paint', paint);
    if (isLine) shape.setAttribute('data-line', 'true');
    if (turn !== undefined) shape.setAttribute('transform', `rotate(${turn} 8 8)`);
    sign.append(shape);
  }
  return sign;
}
