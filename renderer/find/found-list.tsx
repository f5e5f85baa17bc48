import { ListBox, ListBoxItem } from 'react-aria-components';
import { addressText, type Address } from '../../shared/workbook/address.ts';
import { isFormula } from '../../shared/workbook/document.ts';
import { useWorkspace } from '../use-workspace.ts';
import { shownText } from './find-matches.ts';

/** More lines than these nobody reads; the count above says how many there are. */
const mostLines = 500;

interface FoundListProps {
  readonly matches: readonly Address[];
  /** The place of the active cell among the matches; -1 where it is none. */
  readonly current: number;
}

/** All matches with what they show and their formulas; the one that is chosen is shown in the grid. */
export function FoundList({ matches, current }: FoundListProps) {
  const { session, finding } = useWorkspace();
  const lines = matches
    .slice(0, mostLines)
    .filter(({ sheet }) => session.hasSheet(sheet))
    .map((match) => {
      const cell = session.cell(match);
      const content = cell?.content;
      return {
        match,
        place: addressText(match),
        value: shownText(session.value(match), session.styleOf(cell)?.format),
        formula: isFormula(content) ? content : '',
      };
    });
  return (
    <>
      <ListBox
        aria-label="Found cells"
        className="found-list"
        items={lines}
        selectionMode="single"
        selectionBehavior="replace"
        selectedKeys={current < 0 ? [] : [lines[current]?.place ?? '']}
        onSelectionChange={(keys) => {
          const [place] = keys === 'all' ? [] : keys;
          const line = lines.find((one) => one.place === place);
          if (line) finding.show(line.match);
        }}
        renderEmptyState={() => 'No results'}
      >
        {({ place, value, formula }) => (
          <ListBoxItem id={place} textValue={`${place} ${value}`} className="found-line">
            <span className="found-place">{place}</span>
            <span className="found-value" title={value}>
              {value}
            </span>
            <span className="found-formula" title={formula}>
              {formula}
            </span>
          </ListBoxItem>
        )}
      </ListBox>
      {matches.length > mostLines && <p className="find-more">The first {mostLines} are listed.</p>}
    </>
  );
}
