import { ChevronDown } from 'lucide-react';
import { useId } from 'react';
import { Button, Dialog, DialogTrigger, Popover } from 'react-aria-components';
import type { Colour } from '../../../shared/workbook/look.ts';
import { ColourPalette } from './colour-palette.tsx';
import { nameOfColour, type ColourGroup } from './palette.ts';
import './colour-button.css';

export interface ColourButtonProps {
  readonly label: string;
  /** Undefined for no colour. */
  readonly chosen: Colour | undefined;
  /** The words for no colour, such as `Automatic`; null where there must be one. */
  readonly noColour: string | null;
  /** Colours of the workbook that are in no other group. */
  readonly own: ColourGroup;
  readonly onChange: (colour: Colour | null) => void;
}

/** A field of a dialog that shows a colour and opens the palette. */
export function ColourButton({ label, chosen, noColour, own, onChange }: ColourButtonProps) {
  const id = useId();
  const words = chosen === undefined ? (noColour ?? '') : nameOfColour(chosen);
  return (
    <div className="colour-field">
      <span id={id}>{label}</span>
      <DialogTrigger>
        <Button className="button colour-button" aria-label={`${label}: ${words}`}>
          {chosen !== undefined && <span className="swatch" style={{ backgroundColor: chosen }} />}
          <span className="colour-words">{words}</span>
          <ChevronDown className="icon" strokeWidth={1.5} aria-hidden="true" />
        </Button>
        <Popover className="float colour-popover" offset={4} containerPadding={12}>
          <Dialog aria-labelledby={id}>
            {({ close }) => (
              <form
                onSubmit={(event) => {
                  event.preventDefault();
                  // The dialog around it is not finished by this.
                  event.stopPropagation();
                  close();
                }}
              >
                <ColourPalette
                  label={label}
                  noColour={noColour}
                  chosen={chosen ?? null}
                  own={own}
                  autoFocus
                  onChoose={(colour) => {
                    onChange(colour);
                    close();
                  }}
                  onType={onChange}
                />
              </form>
            )}
          </Dialog>
        </Popover>
      </DialogTrigger>
    </div>
  );
}
