import { ChoiceField, Tick } from '../../components/form-fields.tsx';
import type { LookPageProps } from './look-page.ts';

const horizontal = {
  general: 'General',
  left: 'Left',
  center: 'Center',
  right: 'Right',
} as const;

const vertical = {
  general: 'General',
  top: 'Top',
  middle: 'Center',
  bottom: 'Bottom',
} as const;

/** The deepest indent that the page offers; files may have deeper ones. */
const mostSteps = 15;

/** Excel's page Alignment. */
export function AlignmentPage({ style, onChange }: LookPageProps) {
  return (
    <>
      <ChoiceField
        label="Horizontal"
        words={horizontal}
        value={style.align ?? 'general'}
        onChange={(align) => onChange({ align: align === 'general' ? null : align })}
      />
      <label className="field-line">
        <span>Indent</span>
        <input
          className="field-box"
          type="number"
          min={0}
          max={mostSteps}
          value={style.indent ?? 0}
          onChange={({ target }) => {
            const steps = Math.round(Math.min(mostSteps, Math.max(0, Number(target.value) || 0)));
            // As in Excel, what is indented stands at a side.
            const isLoose = steps > 0 && (style.align === undefined || style.align === 'center');
            onChange({ indent: steps === 0 ? null : steps, ...(isLoose && { align: 'left' }) });
          }}
        />
      </label>
      <ChoiceField
        label="Vertical"
        words={vertical}
        value={style.vertical ?? 'general'}
        onChange={(to) => onChange({ vertical: to === 'general' ? null : to })}
      />
      <Tick isOn={style.wrap ?? false} onChange={(on) => onChange({ wrap: on ? true : null })}>
        Wrap text
      </Tick>
    </>
  );
}
