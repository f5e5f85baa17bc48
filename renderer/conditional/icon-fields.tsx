import { Button } from 'react-aria-components';
import {
  allIcons,
  iconNames,
  iconSetEntries,
  iconSetOf,
  type Icon,
} from '../../shared/workbook/conditional/icons.ts';
import { ChoiceField, TextField, Tick } from '../components/form-fields.tsx';
import { withIconSet, type IconDraft, type StartDraft } from './icon-draft.ts';
import { IconPicture } from './icon-picture.tsx';
import type { DraftField } from './rule-draft.ts';
import { pointWords } from './rule-words.ts';

export interface IconFieldsProps {
  readonly draft: IconDraft;
  readonly faults: Readonly<Partial<Record<DraftField, string>>>;
  readonly onChange: (draft: IconDraft) => void;
}

const noIcon = 'none';

/** As Excel lists them. */
const startKinds = ['number', 'percent', 'formula', 'percentile'] as const;

/** The fields of an icon set: which icons, and from which number on each is shown, the highest on top. */
export function IconFields({ draft, faults, onChange }: IconFieldsProps) {
  const { icons, starts, only } = draft;
  const set = iconSetOf(icons);
  const setWords = Object.fromEntries(iconSetEntries.map(([name, { words }]) => [name, words]));
  const changeStart = (at: number, part: Partial<StartDraft>) =>
    onChange({
      ...draft,
      starts: starts.map((start, index) => (index === at ? { ...start, ...part } : start)),
    });
  return (
    <>
      <div className="field-row icon-style">
        <ChoiceField
          label="Icon style"
          value={set?.name ?? 'custom'}
          words={set ? setWords : { custom: 'Custom', ...setWords }}
          onChange={(choice) => {
            const name = iconSetEntries.find(([one]) => one === choice)?.[0];
            if (name) onChange(withIconSet(draft, name));
          }}
        />
        <Button className="button" onPress={() => onChange({ ...draft, icons: icons.toReversed() })}>
          Reverse icon order
        </Button>
        <Tick isOn={only} onChange={(on) => onChange({ ...draft, only: on })}>
          Show icon only
        </Tick>
      </div>
      <div className="icon-rows">
        {icons
          .map((icon, place) => (
            <IconRow
              key={place}
              number={icons.length - place}
              icon={icon}
              start={starts[place - 1]}
              fault={faults[`start${place - 1}`]}
              onIcon={(next) => onChange({ ...draft, icons: icons.with(place, next) })}
              onStart={(part) => changeStart(place - 1, part)}
            />
          ))
          .toReversed()}
      </div>
    </>
  );
}

interface IconRowProps {
  /** From the top. */
  readonly number: number;
  readonly icon: Icon | null;
  /** Unset for the lowest icon. */
  readonly start: StartDraft | undefined;
  readonly fault: string | undefined;
  readonly onIcon: (icon: Icon | null) => void;
  readonly onStart: (part: Partial<StartDraft>) => void;
}

function IconRow({ number: place, icon, start, fault, onIcon, onStart }: IconRowProps) {
  return (
    <div className="icon-row" role="group" aria-label={`Icon ${place}`}>
      <IconPicture icon={icon} />
      <select
        className="choice"
        aria-label={`Icon ${place}`}
        value={icon ?? noIcon}
        onChange={({ target }) => onIcon(allIcons.find((one) => one === target.value) ?? null)}
      >
        <option value={noIcon}>No cell icon</option>
        {allIcons.map((one) => (
          <option key={one} value={one}>
            {iconNames[one]}
          </option>
        ))}
      </select>
      {start ? (
        <>
          <span className="quiet">when value is</span>
          <select
            className="choice"
            aria-label={`Icon ${place}: comparison`}
            value={start.above ? '>' : '>='}
            onChange={({ target }) => onStart({ above: target.value === '>' })}
          >
            <option value=">=">&gt;=</option>
            <option value=">">&gt;</option>
          </select>
          <TextField
            label={`Icon ${place}: value`}
            value={start.value}
            fault={fault}
            onChange={(value) => onStart({ value })}
          />
          <select
            className="choice"
            aria-label={`Icon ${place}: type`}
            value={start.kind}
            onChange={({ target }) => {
              const kind = startKinds.find((one) => one === target.value);
              if (kind) onStart({ kind });
            }}
          >
            {startKinds.map((kind) => (
              <option key={kind} value={kind}>
                {pointWords[kind]}
              </option>
            ))}
          </select>
        </>
      ) : (
        <span className="quiet">for all lower values</span>
      )}
    </div>
  );
}
