import { Tick } from '../components/form-fields.tsx';
import type { ConditionalLook } from '../../shared/workbook/conditional/conditional-format.ts';
import { ColourButton } from '../format/colours/colour-button.tsx';
import type { ColourGroup } from '../format/colours/palette.ts';
import { lookPresets, presetOf, sampleStyle } from './look-presets.ts';

export interface LookFieldsProps {
  readonly look: ConditionalLook;
  /** Colours of the workbook that are in no other group. */
  readonly own: ColourGroup;
  readonly onChange: (look: ConditionalLook) => void;
}

/** The rule is of no account for a sample. */
const anyRule = { kind: 'state', state: 'noBlanks' } as const;

/** The look of cells that meet a rule: one of those that Excel offers, or parts of a person's own. */
export function LookFields({ look, own, onChange }: LookFieldsProps) {
  const preset = presetOf(look);
  const toggle = (part: 'strong' | 'italic' | 'strikethrough', on: boolean) => {
    const { [part]: _, ...rest } = look;
    onChange(on ? { ...rest, [part]: true } : rest);
  };
  return (
    <fieldset className="rule-look">
      <legend>Format</legend>
      <div className="field-row">
        <label className="field-line">
          <span>Look</span>
          <select
            className="choice"
            value={preset}
            onChange={({ target }) => {
              const chosen = lookPresets[Number(target.value)];
              if (chosen) onChange(chosen.look);
            }}
          >
            {lookPresets.map(({ words }, index) => (
              <option key={words} value={index}>
                {words}
              </option>
            ))}
            {preset < 0 && <option value={-1}>Custom</option>}
          </select>
        </label>
        <span className="rules-sample" style={sampleStyle({ rule: anyRule, look })}>
          AaBbYyZz
        </span>
      </div>
      <div className="field-row">
        <ColourButton
          label="Text colour"
          noColour="Automatic"
          chosen={look.textColour}
          own={own}
          onChange={(colour) => {
            const { textColour: _, ...rest } = look;
            onChange(colour === null ? rest : { ...rest, textColour: colour });
          }}
        />
        <ColourButton
          label="Fill colour"
          noColour="No fill"
          chosen={look.fillColour}
          own={own}
          onChange={(colour) => {
            const { fillColour: _, ...rest } = look;
            onChange(colour === null ? rest : { ...rest, fillColour: colour });
          }}
        />
        {(['strong', 'italic', 'strikethrough'] as const).map((part) => (
          <Tick key={part} isOn={look[part] ?? false} onChange={(on) => toggle(part, on)}>
            {{ strong: 'Bold', italic: 'Italic', strikethrough: 'Strikethrough' }[part]}
          </Tick>
        ))}
      </div>
    </fieldset>
  );
}
