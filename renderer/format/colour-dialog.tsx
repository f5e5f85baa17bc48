import { useState } from 'react';
import type { Colour } from '../../shared/workbook/look.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import { ColourPalette } from './colours/colour-palette.tsx';
import type { ColourGroup } from './colours/palette.ts';

export interface ColourDialogProps {
  readonly heading: string;
  readonly noColour: string;
  /** The colour of the active cell; null for none, undefined where its role gives one. */
  readonly chosen: Colour | null | undefined;
  readonly own: ColourGroup;
  readonly onColour: (colour: Colour | null) => void;
  readonly onClose: () => void;
}

/** A colour for the chosen cells: one of the palette is taken at once, one that is typed with OK. */
export function ColourDialog({ heading, noColour, chosen, own, onColour, onClose }: ColourDialogProps) {
  const [typed, setTyped] = useState<Colour>();
  return (
    <DialogFrame heading={heading} narrow onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (typed !== undefined) onColour(typed);
        }}
      >
        <ColourPalette
          label={heading}
          noColour={noColour}
          chosen={typed ?? chosen}
          own={own}
          autoFocus
          onChoose={onColour}
          onType={setTyped}
        />
        <DialogActions isDisabled={typed === undefined} onClose={onClose} />
      </form>
    </DialogFrame>
  );
}
