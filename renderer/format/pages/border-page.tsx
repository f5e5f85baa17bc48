import { useState } from 'react';
import { Button, Radio, RadioGroup } from 'react-aria-components';
import type { BorderLine, Colour, LineKind } from '../../../shared/workbook/look.ts';
import { lineCss, lineImage, type Line } from '../../grid/cell-edges.ts';
import type { BorderChange, Edge } from '../border-areas.ts';
import { borderChanges, noLine } from '../border-areas.ts';
import { ColourPalette } from '../colours/colour-palette.tsx';
import type { ColourGroup } from '../colours/palette.ts';
import './border-page.css';

/** Every line that Excel has, the fine ones of each look before the others. */
const kinds: readonly (readonly [kind: LineKind, words: string])[] = [
  ['thin', 'Thin'],
  ['medium', 'Medium'],
  ['thick', 'Thick'],
  ['double', 'Double'],
  ['hair', 'Hair'],
  ['dotted', 'Dotted'],
  ['dashed', 'Dashed'],
  ['mediumDashed', 'Medium dashed'],
  ['dashDot', 'Dash-dot'],
  ['mediumDashDot', 'Medium dash-dot'],
  ['dashDotDot', 'Dash-dot-dot'],
  ['mediumDashDotDot', 'Medium dash-dot-dot'],
  ['slantDashDot', 'Slanted dash-dot'],
];

const edgeWords: Readonly<Record<Edge, string>> = {
  top: 'Top',
  betweenRows: 'Between rows',
  bottom: 'Bottom',
  left: 'Left',
  betweenColumns: 'Between columns',
  right: 'Right',
};

export interface BorderPageProps {
  /** The lines that the chosen cells have; those between rows or columns are left out where there is only one. */
  readonly lines: Readonly<Partial<Record<Edge, Line>>>;
  readonly edges: readonly Edge[];
  readonly own: ColourGroup;
  readonly onChange: (change: BorderChange) => void;
}

/** Excel's page Border: a line is chosen, and then where it is drawn. */
export function BorderPage({ lines, edges, own, onChange }: BorderPageProps) {
  const [kind, setKind] = useState<LineKind>('thin');
  const [colour, setColour] = useState<Colour | null>(null);
  const pen: Line = { line: kind, ...(colour !== null && { colour }) };
  const draw = (wanted: readonly Edge[], line: BorderLine) =>
    onChange(Object.fromEntries(edges.filter((edge) => wanted.includes(edge)).map((edge) => [edge, line])));
  const toggle = (edge: Edge) => {
    const now = lines[edge];
    const isDrawn = now?.line === pen.line && now.colour === pen.colour;
    draw([edge], isDrawn ? noLine : pen);
  };
  const inside: readonly Edge[] = ['betweenRows', 'betweenColumns'];
  const outside: readonly Edge[] = ['top', 'right', 'bottom', 'left'];
  return (
    <div className="format-columns">
      <div>
        <span className="format-heading">Line</span>
        <RadioGroup
          className="line-kinds"
          aria-label="Line"
          value={kind}
          onChange={(value) => {
            const chosen = kinds.find(([one]) => one === value);
            if (chosen) setKind(chosen[0]);
          }}
        >
          {kinds.map(([one, words]) => (
            <Radio key={one} value={one} className="line-kind" aria-label={words}>
              <span
                className="line-sample"
                style={{
                  borderTop: lineCss({ ...pen, line: one }),
                  borderImage: lineImage({ ...pen, line: one }),
                }}
              />
            </Radio>
          ))}
        </RadioGroup>
        <span className="format-heading">Presets</span>
        <div className="border-presets">
          <Button className="button" onPress={() => onChange(borderChanges.none)}>
            None
          </Button>
          <Button className="button" onPress={() => draw(outside, pen)}>
            Outline
          </Button>
          <Button
            className="button"
            isDisabled={!edges.some((edge) => inside.includes(edge))}
            onPress={() => draw(inside, pen)}
          >
            Inside
          </Button>
        </div>
        <span className="format-heading">Border</span>
        <div className="border-preview" role="group" aria-label="Border">
          {edges.map((edge) => {
            const line = lines[edge];
            const isUpright = edge === 'left' || edge === 'right' || edge === 'betweenColumns';
            return (
              <Button
                key={edge}
                className="border-edge"
                data-edge={edge}
                aria-label={edgeWords[edge]}
                aria-pressed={line !== undefined}
                onPress={() => toggle(edge)}
              >
                {line && (
                  <span
                    className="border-line"
                    style={{
                      ...(isUpright ? { borderLeft: lineCss(line) } : { borderTop: lineCss(line) }),
                      borderImage: lineImage(line),
                    }}
                  />
                )}
              </Button>
            );
          })}
          <span className="border-text" data-wide={edges.length > 4} aria-hidden="true">
            Text
          </span>
        </div>
        <p className="quiet">Choose a line, then an edge. An edge that has the line loses it.</p>
      </div>
      <div>
        <span className="format-heading">Colour of the line</span>
        <ColourPalette
          label="Colour of the line"
          noColour="Automatic"
          chosen={colour}
          own={own}
          onChoose={setColour}
          onType={setColour}
        />
      </div>
    </div>
  );
}
