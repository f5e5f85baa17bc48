import { ChoiceField, Tick } from '../../components/form-fields.tsx';
import { textSizes } from '../../../shared/workbook/look.ts';
import { isBold } from '../../../shared/workbook/role-look.ts';
import { ordinaryPoints } from '../../grid/own-css.ts';
import { ColourPalette } from '../colours/colour-palette.tsx';
import { LookSample } from './look-sample.tsx';
import type { LookPageProps } from './look-page.ts';

const underlines = {
  none: 'None',
  single: 'Single',
  double: 'Double',
} as const;

/** Excel's page Font. */
export function FontPage({ style, own, onChange }: LookPageProps) {
  return (
    <div className="format-columns">
      <div>
        <Tick isOn={isBold(style)} onChange={(strong) => onChange({ strong })}>
          Bold
        </Tick>
        <Tick isOn={style.italic ?? false} onChange={(on) => onChange({ italic: on ? true : null })}>
          Italic
        </Tick>
        <Tick
          isOn={style.strikethrough ?? false}
          onChange={(on) => onChange({ strikethrough: on ? true : null })}
        >
          Strikethrough
        </Tick>
        <ChoiceField
          label="Underline"
          words={underlines}
          value={style.underline ?? 'none'}
          onChange={(underline) => onChange({ underline: underline === 'none' ? null : underline })}
        />
        <label className="field-line">
          <span>Size</span>
          <input
            className="field-box"
            type="number"
            min={textSizes.least}
            max={textSizes.most}
            step={0.5}
            placeholder={String(ordinaryPoints)}
            value={style.textSize ?? ''}
            onChange={({ target }) => {
              const size = Number(target.value);
              const isSize = size >= textSizes.least && size <= textSizes.most;
              if (target.value === '' || isSize) onChange({ textSize: isSize ? size : null });
            }}
          />
        </label>
        <span className="format-heading">Sample</span>
        <LookSample style={style} />
      </div>
      <div>
        <span className="format-heading">Colour</span>
        <ColourPalette
          label="Text colour"
          noColour="Automatic"
          chosen={style.textColour ?? null}
          own={own}
          onChoose={(textColour) => onChange({ textColour })}
          onType={(textColour) => onChange({ textColour })}
        />
      </div>
    </div>
  );
}
