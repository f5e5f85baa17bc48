import { roleLooks } from '../../../shared/workbook/role-look.ts';
import { ColourPalette } from '../colours/colour-palette.tsx';
import { LookSample } from './look-sample.tsx';
import type { LookPageProps } from './look-page.ts';

/** Excel's page Fill. */
export function FillPage({ style, own, onChange }: LookPageProps) {
  const { fillColour } = style;
  const hasFill = fillColour !== undefined || roleLooks[style.role].fillColour !== undefined;
  return (
    <div className="format-columns">
      <div>
        <span className="format-heading">Fill colour</span>
        <ColourPalette
          label="Fill colour"
          noColour="No fill"
          chosen={fillColour === 'none' || !hasFill ? null : fillColour}
          own={own}
          onChoose={(fill) => onChange({ fillColour: fill ?? 'none' })}
          onType={(fill) => onChange({ fillColour: fill })}
        />
      </div>
      <div>
        <span className="format-heading">Sample</span>
        <LookSample style={style} />
      </div>
    </div>
  );
}
