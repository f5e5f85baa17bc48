import { ArrowDown, ArrowUp, CaseSensitive, ChevronRight, TextSelect, X } from 'lucide-react';
import { useEffect, useLayoutEffect, useRef, useSyncExternalStore, type ReactNode } from 'react';
import { Button, ToggleButton } from 'react-aria-components';
import { isTextField } from '../shell/text-field.ts';
import { useSelection, useWorkspace } from '../use-workspace.ts';
import type { FindQuery } from './find-query.ts';
import { FoundList } from './found-list.tsx';
import type { Finding } from './finding.ts';
import { columnHeaderHeight } from '../grid/grid-size.ts';
import './find-panel.css';

export interface FindPanelProps {
  /** Where a cell is on the page; undefined when it is out of view. */
  readonly cellBox: (row: number, column: number) => DOMRect | undefined;
}

/** Find and replace, over the grid's top right. */
export function FindPanel({ cellBox }: FindPanelProps) {
  const { finding } = useWorkspace();
  const isOpen = useSyncExternalStore(
    (listener) => finding.subscribe(listener),
    () => finding.state.isOpen,
  );
  return isOpen ? <OpenFindPanel finding={finding} cellBox={cellBox} /> : null;
}

function OpenFindPanel({ finding, cellBox }: FindPanelProps & { readonly finding: Finding }) {
  const workspace = useWorkspace();
  const { sheet, row, column } = useSelection();
  const { query, replacement, matches, isSearching, isReplacing, isListing, done, problem, asked } =
    useSyncExternalStore(
      (listener) => finding.subscribe(listener),
      () => finding.state,
    );
  const field = useRef<HTMLInputElement>(null);
  const replacementField = useRef<HTMLInputElement>(null);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, [asked]);
  const panel = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const cell = cellBox(row, column);
    const headings = columnHeaderHeight(workspace.session.sheet(sheet).zoom);
    if (panel.current && cell) makeWay(panel.current, cell, headings);
  }, [cellBox, workspace, sheet, row, column]);

  const close = () => {
    finding.close();
    workspace.grid?.focus();
  };
  const nothing = matches.length === 0;
  return (
    <div
      ref={panel}
      className="find-panel float"
      role="search"
      aria-label={isReplacing ? 'Find and replace' : 'Find'}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        close();
      }}
    >
      <IconButton
        label={isReplacing ? 'Hide replace' : 'Show replace'}
        onPress={() => finding.open({ replacing: !isReplacing })}
      >
        <ChevronRight className="icon find-chevron" data-open={isReplacing || undefined} />
      </IconButton>
      <div className="find-rows">
        <div className="find-row">
          <div className="find-field" data-none={(query.text !== '' && nothing && !isSearching) || undefined}>
            <input
              ref={field}
              aria-label="Find"
              placeholder="Find"
              spellCheck={false}
              autoComplete="off"
              value={query.text}
              onChange={(event) => finding.change({ text: event.target.value })}
              onKeyDown={(event) => {
                if (event.key === 'Tab' && !event.shiftKey && replacementField.current) {
                  // From one text to the other; what lies between is reached backwards.
                  event.preventDefault();
                  replacementField.current.select();
                }
                if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                event.preventDefault();
                finding.step(event.shiftKey ? -1 : 1);
              }}
            />
            <QueryToggle finding={finding} option="matchCase" label="Match case">
              <CaseSensitive className="icon" />
            </QueryToggle>
            <QueryToggle finding={finding} option="wholeCell" label="Match entire cell contents">
              <TextSelect className="icon" />
            </QueryToggle>
          </div>
          <IconButton
            label="Previous match (Shift+Enter)"
            disabled={nothing}
            onPress={() => finding.step(-1)}
          >
            <ArrowUp className="icon" />
          </IconButton>
          <IconButton label="Next match (Enter)" disabled={nothing} onPress={() => finding.step(1)}>
            <ArrowDown className="icon" />
          </IconButton>
          <IconButton label="Close (Escape)" onPress={close}>
            <X className="icon" />
          </IconButton>
        </div>
        {isReplacing && (
          <div className="find-row">
            <div className="find-field">
              <input
                ref={replacementField}
                aria-label="Replace with"
                placeholder="Replace with"
                spellCheck={false}
                autoComplete="off"
                value={replacement}
                onChange={(event) => finding.setReplacement(event.target.value)}
                onKeyDown={(event) => {
                  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
                  event.preventDefault();
                  void finding.replaceOne();
                }}
              />
            </div>
            <Button className="button" isDisabled={nothing} onPress={() => void finding.replaceOne()}>
              Replace
            </Button>
            <Button className="button" isDisabled={nothing} onPress={() => void finding.replaceAll()}>
              Replace all
            </Button>
          </div>
        )}
        <div className="find-row find-options">
          <QueryChoice
            finding={finding}
            option="within"
            label="Within"
            choices={{ sheet: 'Sheet', workbook: 'Workbook' }}
          />
          <QueryChoice
            finding={finding}
            option="lookIn"
            label="Look in"
            choices={{ values: 'Values', formulas: 'Formulas', notes: 'Notes' }}
            disabled={isReplacing}
          />
          <QueryChoice
            finding={finding}
            option="order"
            label="Search"
            choices={{ rows: 'By rows', columns: 'By columns' }}
          />
        </div>
        <div className="find-row find-options">
          <ToggleButton
            className="find-all"
            isSelected={isListing}
            isDisabled={nothing && !isListing}
            onChange={(isSelected) => finding.list(isSelected)}
          >
            Find all
          </ToggleButton>
          <span className="find-count" role="status">
            {done ?? (isSearching && nothing ? '' : countWords(query.text, finding.current, matches.length))}
          </span>
        </div>
        {isListing && <FoundList matches={matches} current={finding.current} />}
        {problem && (
          <div className="find-problem" role="alert">
            <p>Nothing was replaced. {problem.message}</p>
            <p>{problem.remedy}</p>
          </div>
        )}
      </div>
    </div>
  );
}

/** The panel stands at the bottom while it would hide the match that a key went on to; `headings` is their height in pixels. */
function makeWay(panel: HTMLElement, cell: DOMRect, headings: number): void {
  const stage = panel.parentElement?.getBoundingClientRect();
  if (!stage || !isTextField(document.activeElement)) return;
  const own = panel.getBoundingClientRect();
  const bottom = stage.top + headings + own.height;
  panel.toggleAttribute('data-low', cell.right > own.left && cell.left < own.right && cell.top < bottom);
}

function countWords(text: string, current: number, count: number): string {
  if (text === '') return '';
  if (count === 0) return 'No results';
  return current < 0 ? `${count} found` : `${current + 1} of ${count}`;
}

interface IconButtonProps {
  readonly label: string;
  readonly disabled?: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function IconButton({ label, disabled = false, onPress, children }: IconButtonProps) {
  return (
    <span title={label}>
      <Button className="find-button" aria-label={label} isDisabled={disabled} onPress={onPress}>
        {children}
      </Button>
    </span>
  );
}

interface QueryToggleProps {
  readonly finding: Finding;
  readonly option: 'matchCase' | 'wholeCell';
  readonly label: string;
  readonly children: ReactNode;
}

function QueryToggle({ finding, option, label, children }: QueryToggleProps) {
  return (
    <span title={label}>
      <ToggleButton
        className="find-button"
        aria-label={label}
        isSelected={finding.state.query[option]}
        onChange={(chosen) => finding.change({ [option]: chosen })}
      >
        {children}
      </ToggleButton>
    </span>
  );
}

/** Options that are one of several words. */
type ChoiceOption = 'within' | 'lookIn' | 'order';

interface QueryChoiceProps<Option extends ChoiceOption> {
  readonly finding: Finding;
  readonly option: Option;
  readonly label: string;
  readonly choices: Readonly<Record<FindQuery[Option], string>>;
  readonly disabled?: boolean;
}

function QueryChoice<Option extends ChoiceOption>({
  finding,
  option,
  label,
  choices,
  disabled = false,
}: QueryChoiceProps<Option>) {
  const words: readonly (readonly [string, string])[] = Object.entries<string>(choices);
  return (
    <label className="find-choice">
      {label}
      <select
        value={finding.state.query[option]}
        disabled={disabled}
        onChange={({ target }) => {
          const chosen = isChoice(choices, target.value) ? target.value : undefined;
          if (chosen !== undefined) finding.change({ [option]: chosen });
        }}
      >
        {words.map(([choice, word]) => (
          <option key={choice} value={choice}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

function isChoice<Choice extends string>(
  choices: Readonly<Record<Choice, string>>,
  value: string,
): value is Choice {
  return Object.hasOwn(choices, value);
}
