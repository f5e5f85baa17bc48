import { ChevronDown } from 'lucide-react';
import { useCallback, useImperativeHandle, useLayoutEffect, useRef, useState, type Ref } from 'react';
import type { Problem } from '../../shared/result.ts';
import { isChoice, type Choice } from '../../shared/workbook/validation/allowed.ts';
import { readEntry, type Entry } from '../../shared/workbook/entry.ts';
import { contentOfValue } from '../clipboard/value-content.ts';
import { columnTexts } from '../column-texts.ts';
import { entryLabel } from '../entry-label.ts';
import type { Session } from '../session.ts';
import { displayed } from '../session/displayed.ts';
import type { CellPosition } from '../session/sheet-mirror.ts';
import type { Selection } from '../sheet-view.ts';
import { useEditState, useSelection, useWorkspace } from '../use-workspace.ts';
import { useAllowed } from '../validation/use-allowed.ts';
import { ChoiceList } from './choice-list.tsx';
import { choicePlace, type CellOnStage } from './choice-place.ts';
import type { NearestBox } from './sheet-in-view.ts';
import type { Follower } from './follower.ts';
import './choice-picker.css';

export interface ChoicePickerHandle extends Follower {
  /** Opens the list of the active cell, if it has one. */
  open(): void;
}

interface ChoicePickerProps {
  readonly ref: Ref<ChoicePickerHandle>;
  readonly nearestBox: (cell: CellPosition) => NearestBox | undefined;
  readonly onProblem: (problem: Problem) => void;
}

const noChoices: readonly Choice[] = [];

/**
 * A button beside an active cell that has a list of choices, and the list; where it has none, the list of the
 * texts of its column opens on the key alone, as in Excel.
 */
export function ChoicePicker({ ref, nearestBox, onProblem }: ChoicePickerProps) {
  const workspace = useWorkspace();
  const { session, view } = workspace;
  const selection = useSelection();
  const edit = useEditState();
  const box = useRef<HTMLDivElement>(null);
  const [at, setAt] = useState<CellOnStage | null>(null);
  const [openFor, setOpenFor] = useState<Selection | null>(null);

  const cell = session.cell(selection);
  const format = session.styleOf(cell)?.format;
  const allowed = useAllowed(session, selection, edit === null && session.offersChoices(selection));
  const choices = allowed?.kind === 'choices' ? allowed.choices : noChoices;
  const isAsked = openFor === selection;
  const texts = isAsked && !session.offersChoices(selection) ? textsOfColumn(session, selection) : null;
  const hasChoices = choices.length > 0 || (texts !== null && texts.length > 0);
  const isOpen = hasChoices && isAsked;

  const follow = useCallback(() => {
    // Most cells have none, and places are asked of the page only where they are needed.
    const stage = hasChoices ? box.current?.parentElement?.getBoundingClientRect() : undefined;
    const near = hasChoices ? nearestBox(view.selection) : undefined;
    const isInView = near?.rowsBeyond === 0 && near.columnsBeyond === 0;
    const next = stage && near && isInView ? { cell: near.box, stage } : null;
    // The list goes with its cell, and the keyboard must not go with the list.
    if (!next && box.current?.contains(document.activeElement)) workspace.grid?.focus();
    setAt((before) => (samePlace(before, next) ? before : next));
  }, [nearestBox, workspace, view, hasChoices]);
  useLayoutEffect(follow, [follow, selection]);
  useImperativeHandle(ref, () => ({ open: () => setOpenFor(view.selection), follow }), [view, follow]);

  const items = allowed?.kind === 'choices' ? allowed.items : null;
  const words = texts ?? items ?? choices.map((choice) => displayed(choice, format));
  const place = at && hasChoices ? choicePlace(at, words.length, session.sheet(selection.sheet).zoom) : null;

  const close = () => {
    setOpenFor(null);
    workspace.grid?.focus();
  };
  const pick = async (picked: number) => {
    close();
    const { sheet, row, column } = selection;
    const [item, text] = [items?.[picked], texts?.[picked]];
    // An item of a list is entered as if somebody typed it, with its number format.
    const entry: Entry =
      item === undefined
        ? { content: contentOfValue(text ?? choices[picked] ?? null) }
        : readEntry(item, { format, content: cell?.content ?? null });
    if (entry.content === null || entry.content === cell?.content) return;
    const answer = await session.dispatch({
      kind: 'setCells',
      label: entryLabel(words[picked] ?? '', selection),
      cells: [{ sheet, row, column, ...entry }],
    });
    if (!answer.ok) onProblem(answer.problem);
  };

  return (
    <div ref={box}>
      {place && choices.length > 0 && (
        <button
          type="button"
          className="choice-button"
          aria-label="Pick from list"
          aria-haspopup="listbox"
          aria-expanded={isOpen}
          tabIndex={-1}
          style={place.button}
          // Whatever has the focus keeps it: the grid, or the list.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => (isOpen ? close() : setOpenFor(selection))}
        >
          <ChevronDown size={12} strokeWidth={1.5} aria-hidden="true" />
        </button>
      )}
      {place && isOpen && (
        <div className="choice-place" style={place.list}>
          <ChoiceList
            words={words}
            current={(texts ?? choices).findIndex((choice) => isChoice(session.value(selection), [choice]))}
            onPick={(picked) => void pick(picked)}
            onClose={close}
            onLeave={() => setOpenFor(null)}
          />
        </div>
      )}
    </div>
  );
}

/** The texts around a cell in its column, in the order of the person's language. */
function textsOfColumn(session: Session, selection: Selection): string[] {
  const { compare } = new Intl.Collator();
  return columnTexts(session.sheet(selection.sheet), selection).toSorted(compare);
}

function samePlace(one: CellOnStage | null, other: CellOnStage | null): boolean {
  if (!one || !other) return one === other;
  return sameRect(one.cell, other.cell) && sameRect(one.stage, other.stage);
}

type Rect = CellOnStage['cell'];

function sameRect(one: Rect, other: Rect): boolean {
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.right === other.right &&
    one.bottom === other.bottom
  );
}
