import type { Icon } from '../../shared/workbook/conditional/icons.ts';
import { iconShapes } from './icon-shapes.ts';
import './condition-icon.css';

/** An icon of an icon set as the grid shows it; an empty place of its size for none. Words beside it say what it is. */
export function IconPicture({ icon }: { readonly icon: Icon | null }) {
  return (
    <svg className="condition-icon" viewBox="0 0 16 16" aria-hidden="true">
      {icon &&
        iconShapes[icon].map(({ path, paint, isLine, turn }, index) => (
          <path
            key={index}
            d={path}
            data-paint={paint}
            data-line={isLine}
            {...(turn !== undefined && { transform: `rotate(${turn} 8 8)` })}
          />
        ))}
    </svg>
  );
}
