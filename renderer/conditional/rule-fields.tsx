import type { ScalePoint } from '../../shared/workbook/conditional/conditional-format.ts';
import { comparisonWords } from '../../shared/workbook/comparison.ts';
import { ChoiceField, TextField } from '../components/form-fields.tsx';
import { ColourButton } from '../format/colours/colour-button.tsx';
import type { ColourGroup } from '../format/colours/palette.ts';
import { IconFields } from './icon-fields.tsx';
import { withScale, type DraftField, type PointDraft, type RuleDraft } from './rule-draft.ts';
import { matchWords, periodWords, pointWords, stateWords } from './rule-words.ts';

export interface RuleFieldsProps {
  readonly draft: RuleDraft;
  readonly faults: Readonly<Partial<Record<DraftField, string>>>;
  /** The cell for which formulas are written; null where the cells do not read. */
  readonly firstCell: string | null;
  /** Colours of the workbook that are in no other group. */
  readonly own: ColourGroup;
  readonly onChange: (draft: RuleDraft) => void;
}

const containWords = {
  cellValue: 'Cell value',
  text: 'Specific text',
  date: 'Dates occurring',
  ...stateWords,
};

/** The fields of the kind of rule that is meant. */
export function RuleFields({ draft, faults, firstCell, own, onChange }: RuleFieldsProps) {
  const change = (part: Partial<RuleDraft>) => onChange({ ...draft, ...part });
  const field = (
    name: 'first' | 'second' | 'text' | 'count' | 'formula',
    label: string,
    placeholder?: string,
  ) => (
    <TextField
      label={label}
      value={draft[name]}
      fault={faults[name]}
      {...(placeholder !== undefined && { placeholder })}
      onChange={(text) => change({ [name]: text })}
    />
  );
  switch (draft.kind) {
    case 'values':
      return <ScaleFields draft={draft} faults={faults} own={own} onChange={onChange} />;
    case 'contain': {
      const { contain, comparison } = draft;
      const hasTwo = comparison === 'between' || comparison === 'notBetween';
      return (
        <div className="field-row">
          <ChoiceField
            label="Cells with"
            value={contain}
            words={containWords}
            onChange={(choice) => change({ contain: choice })}
          />
          {contain === 'cellValue' && (
            <>
              <ChoiceField
                label="Condition"
                value={comparison}
                words={comparisonWords}
                onChange={(choice) => change({ comparison: choice })}
              />
              {field('first', hasTwo ? 'From' : 'Value')}
              {hasTwo && field('second', 'To')}
            </>
          )}
          {contain === 'text' && (
            <>
              <ChoiceField
                label="Condition"
                value={draft.match}
                words={matchWords}
                onChange={(match) => change({ match })}
              />
              {field('text', 'Text')}
            </>
          )}
          {contain === 'date' && (
            <ChoiceField
              label="Period"
              value={draft.period}
              words={periodWords}
              onChange={(period) => change({ period })}
            />
          )}
        </div>
      );
    }
    case 'rank':
      return (
        <div className="field-row">
          <ChoiceField
            label="Values that rank in the"
            value={draft.end}
            words={{ top: 'Top', bottom: 'Bottom' }}
            onChange={(end) => change({ end })}
          />
          {field('count', 'How many')}
          <ChoiceField
            label="Counted as"
            value={draft.percent ? 'percent' : 'cells'}
            words={{ cells: 'cells', percent: '% of the cells' }}
            onChange={(counted) => change({ percent: counted === 'percent' })}
          />
        </div>
      );
    case 'average':
      return (
        <div className="field-row">
          <ChoiceField
            label="Values that are"
            value={draft.side}
            words={{ above: 'Above', below: 'Below' }}
            onChange={(side) => change({ side })}
          />
          <ChoiceField
            label="The average of the cells"
            value={`${draft.average}`}
            words={{
              beyond: 'Average',
              orEqual: 'Average, or equal to it',
              1: 'Average by 1 standard deviation',
              2: 'Average by 2 standard deviations',
              3: 'Average by 3 standard deviations',
            }}
            onChange={(average) =>
              change({
                average:
                  average === 'beyond' || average === 'orEqual'
                    ? average
                    : average === '1'
                      ? 1
                      : average === '2'
                        ? 2
                        : 3,
              })
            }
          />
        </div>
      );
    case 'repeated':
      return (
        <div className="field-row">
          <ChoiceField
            label="Values that are"
            value={draft.repeated}
            words={{ duplicate: 'Duplicate', unique: 'Unique' }}
            onChange={(repeated) => change({ repeated })}
          />
        </div>
      );
    case 'formula':
      return field(
        'formula',
        `Format cells where this formula is true${firstCell ? ` (written for ${firstCell})` : ''}`,
        '=A1>10',
      );
    default:
      return draft.kind satisfies never;
  }
}

function ScaleFields({ draft, faults, own, onChange }: Omit<RuleFieldsProps, 'firstCell'>) {
  const { scale } = draft;
  const point = (field: 'low' | 'middle' | 'high', label: string) => (
    <PointFields
      label={label}
      point={draft[field]}
      hasColour={scale !== 'bar' || field === 'low'}
      without={field === 'low' ? 'highest' : field === 'high' ? 'lowest' : null}
      isBar={scale === 'bar'}
      fault={faults[field]}
      own={own}
      onChange={(next) => onChange({ ...draft, [field]: next })}
    />
  );
  return (
    <>
      <div className="field-row">
        <ChoiceField
          label="Format style"
          value={scale}
          words={{ two: '2-colour scale', three: '3-colour scale', bar: 'Data bar', icons: 'Icon set' }}
          onChange={(next) => onChange(withScale(draft, next))}
        />
      </div>
      {scale === 'icons' ? (
        <IconFields draft={draft.icons} faults={faults} onChange={(icons) => onChange({ ...draft, icons })} />
      ) : (
        <>
          {point('low', 'Minimum')}
          {scale === 'three' && point('middle', 'Midpoint')}
          {point('high', 'Maximum')}
        </>
      )}
    </>
  );
}

interface PointFieldsProps {
  readonly label: string;
  readonly point: PointDraft;
  readonly hasColour: boolean;
  /** The end of the numbers that this point cannot be. */
  readonly without: ScalePoint['kind'] | null;
  readonly isBar: boolean;
  readonly fault: string | undefined;
  readonly own: ColourGroup;
  readonly onChange: (point: PointDraft) => void;
}

function PointFields({ label, point, hasColour, without, isBar, fault, own, onChange }: PointFieldsProps) {
  const isMiddle = without === null;
  const words: Partial<Record<ScalePoint['kind'], string>> = Object.fromEntries(
    Object.entries(pointWords).filter(
      ([kind]) =>
        kind !== without &&
        (isBar || kind !== 'automatic') &&
        !(isMiddle && (kind === 'lowest' || kind === 'highest')),
    ),
  );
  const hasValue = point.kind !== 'lowest' && point.kind !== 'highest' && point.kind !== 'automatic';
  return (
    <div className="field-row rule-point">
      <ChoiceField
        label={label}
        value={point.kind}
        words={words}
        onChange={(kind) => onChange({ ...point, kind })}
      />
      {hasColour && (
        <ColourButton
          label={isBar ? 'Bar colour' : 'Colour'}
          noColour={null}
          chosen={point.colour}
          own={own}
          onChange={(colour) => onChange({ ...point, colour: colour ?? point.colour })}
        />
      )}
      {hasValue && (
        <TextField
          label={`${label}: value`}
          value={point.value}
          fault={fault}
          onChange={(value) => onChange({ ...point, value })}
        />
      )}
    </div>
  );
}
