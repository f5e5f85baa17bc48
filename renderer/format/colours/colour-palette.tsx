import { useId, useState } from 'react';
import { Button, Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components';
import type { Colour } from '../../../shared/workbook/look.ts';
import { onFill } from '../../../shared/workbook/contrast.ts';
import { colourGroups, typedColour, type ColourGroup } from './palette.ts';
import './colour-palette.css';

export interface ColourPaletteProps {
  readonly label: string;
  /** Null for the choice of no colour; undefined where the colour is none of these. */
  readonly chosen: Colour | null | undefined;
  /** The words for no colour, such as `Automatic`; null where there must be one. */
  readonly noColour: string | null;
  /** Colours of the workbook that are in no other group. */
  readonly own: ColourGroup;
  readonly autoFocus?: boolean;
  /** One was taken from the palette. */
  readonly onChoose: (colour: Colour | null) => void;
  /** One was typed; more may come. */
  readonly onType: (colour: Colour) => void;
}

/** A colour from Excel's palette, one of the workbook's, or one that is typed. Arrows walk, Enter takes. */
export function ColourPalette(props: ColourPaletteProps) {
  const { label, chosen, noColour, own, autoFocus, onChoose, onType } = props;
  const groups = [...colourGroups, ...(own.colours.length > 0 ? [own] : [])];
  const marked = groups.flatMap(({ name, colours }) =>
    colours.flatMap(({ colour }, place) => (colour === chosen ? [`${name} ${place}`] : [])),
  )[0];
  const colourOf = new Map<string, Colour>(
    groups.flatMap(({ name, colours }) =>
      colours.map(({ colour }, place) => [`${name} ${place}`, colour] as const),
    ),
  );
  return (
    <div className="colour-palette">
      {noColour !== null && (
        <Button
          className="no-colour"
          aria-pressed={chosen === null}
          autoFocus={autoFocus === true && marked === undefined}
          onPress={() => onChoose(null)}
        >
          {noColour}
        </Button>
      )}
      <ListBox
        aria-label={label}
        className="colour-list"
        layout="grid"
        orientation="horizontal"
        selectionMode="single"
        escapeKeyBehavior="none"
        autoFocus={autoFocus === true && (marked !== undefined || noColour === null)}
        selectedKeys={marked === undefined ? [] : [marked]}
        onSelectionChange={(keys) => {
          // Choosing the marked one again is a choice too.
          const key = keys === 'all' ? undefined : ([...keys][0] ?? marked);
          const colour = typeof key === 'string' ? colourOf.get(key) : undefined;
          if (colour !== undefined) onChoose(colour);
        }}
      >
        {groups.map(({ name, colours }) => (
          <ListBoxSection key={name} className="colour-group">
            <Header className="colour-heading">{name}</Header>
            {colours.map((one, place) => (
              <ListBoxItem
                key={`${name} ${place}`}
                id={`${name} ${place}`}
                className="swatch"
                textValue={one.name}
                aria-label={one.name}
                style={{ backgroundColor: one.colour, color: onFill(one.colour, '#000000') }}
              >
                {({ isSelected }) => (isSelected ? '✓' : '')}
              </ListBoxItem>
            ))}
          </ListBoxSection>
        ))}
      </ListBox>
      <TypedColour chosen={chosen} onType={onType} />
    </div>
  );
}

interface TypedColourProps {
  readonly chosen: Colour | null | undefined;
  readonly onType: (colour: Colour) => void;
}

/** A field for any other colour, and for reading the one that is chosen. */
function TypedColour({ chosen, onType }: TypedColourProps) {
  const [typed, setTyped] = useState({ text: chosen ?? '', chosen });
  const id = useId();
  // What was typed stands until another colour is taken from the palette.
  const text = typed.chosen === chosen ? typed.text : (chosen ?? '');
  const colour = typedColour(text);
  const isWrong = text.trim() !== '' && colour === undefined;
  return (
    <div className="typed-colour">
      <label htmlFor={id}>Other colour</label>
      <span className="swatch" aria-hidden="true" style={{ backgroundColor: colour ?? 'transparent' }} />
      <input
        id={id}
        className="field-box mono"
        placeholder="#RRGGBB"
        spellCheck={false}
        autoComplete="off"
        maxLength={9}
        value={text}
        aria-invalid={isWrong}
        onChange={({ target }) => {
          const now = typedColour(target.value);
          setTyped({ text: target.value, chosen: now ?? chosen });
          if (now !== undefined) onType(now);
        }}
      />
      <span className="typed-colour-fault" aria-live="polite">
        {isWrong && 'Six hexadecimal digits, such as #1F4E79.'}
      </span>
    </div>
  );
}
