import {
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
  type Ref,
} from 'react';
import { columnLetters, type Address } from '../../shared/workbook/address.ts';
import { ArgumentHelp } from '../formula-bar/argument-help.tsx';
import { chosenOption, CompletionList } from '../formula-bar/completion-list.tsx';
import { FormulaField } from '../formula-bar/formula-field.tsx';
import { ProblemNote } from '../formula-bar/problem-note.tsx';
import { typeEntry } from '../formula-bar/type-entry.ts';
import { useCompletion } from '../formula-bar/use-completion.ts';
import { useEditorKeys } from '../formula-bar/use-editor-keys.ts';
import { useEditState, useSelection, useWorkspace } from '../use-workspace.ts';
import { textMeasure } from './text-width.ts';
import type { Follower } from './follower.ts';
import './cell-editor.css';

export interface CellEditorHandle extends Follower {
  /** Gives the keyboard to the text in the cell, at once. */
  focus(): void;
  /** The text field that is being typed in, in the cell or in the bar. */
  activeField(): HTMLTextAreaElement | undefined;
}

interface CellEditorProps {
  readonly ref: Ref<CellEditorHandle>;
  readonly cellBox: (row: number, column: number) => DOMRect | undefined;
}

interface Place {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** Width of the grid. */
  readonly stageWidth: number;
  /** Pixels from the cell's lower edge to the lower edge of the grid. */
  readonly roomBelow: number;
}

/** The size of a message beside the cell, roughly: it opens where there is room for it. */
const note = { width: 436, height: 190 };
const listSize = { width: 408, height: 250 };
const helpSize = { width: 488, height: 90 };
const listId = 'words-in-cell';

const border = 2;
const inlinePadding = 7;
/** Of a line of text in the editor, as its style sheet has it. */
const lineHeight = 'var(--cell-leading)';
/** The editor never covers the row numbers. */
const rowHeaderWidth = 40;

/**
 * The text of a cell while it is edited, drawn over the cell. The field is always there, so that
 * the key which begins an edit falls into it.
 */
export function CellEditor({ ref, cellBox }: CellEditorProps) {
  const workspace = useWorkspace();
  const { session, editing } = workspace;
  const state = useEditState();
  const { sheet: sheetInView } = useSelection();
  const field = useRef<HTMLTextAreaElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<Place | null>(null);
  const [measure] = useState(textMeasure);
  const onKeyDown = useEditorKeys(field);
  const completion = useCompletion(field, 'cell');

  const follow = useCallback(
    ({ row, column }: Address) => {
      const stage = box.current?.parentElement?.getBoundingClientRect();
      const cell = cellBox(row, column);
      if (!cell || !stage) return;
      setPlace({
        left: cell.left - stage.left - 1,
        top: cell.top - stage.top - 1,
        width: cell.width + 1,
        height: cell.height + 1,
        stageWidth: stage.width,
        roomBelow: stage.bottom - cell.bottom,
      });
    },
    [cellBox],
  );

  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus({ preventScroll: true }),
    activeField: () => {
      const active = document.activeElement;
      return active instanceof HTMLTextAreaElement && active.closest('.formula-field') ? active : undefined;
    },
    follow: () => {
      if (editing.state) follow(editing.state.address);
    },
  }));

  const address = state?.address;
  useLayoutEffect(() => {
    if (address) follow(address);
  }, [follow, address]);
  const inCell = state?.place === 'cell';
  useLayoutEffect(() => {
    const element = field.current;
    if (!address || !inCell || !element || document.activeElement === element) return;
    element.focus({ preventScroll: true });
    element.setSelectionRange(element.value.length, element.value.length);
  }, [inCell, address]);

  const context = useMemo(
    () => ({ sheet: address?.sheet ?? '', nameTarget: (name: string) => session.name(name) }),
    [address?.sheet, session],
  );
  const text = state?.text ?? '';
  const lines = text.split('\n');
  const scale = session.sheet(sheetInView).zoom / 100;
  const font = { size: 13 * scale, weight: 400, family: 'mono' } as const;
  const widest = Math.max(...lines.map((line) => measure(line, font)));
  const needed = widest + 2 * (inlinePadding * scale + border) + 8 * scale;
  // Longer text reaches to the right, and at the edge of the grid to the left.
  const width = place ? Math.max(place.width, Math.min(needed, place.stageWidth - rowHeaderWidth)) : 0;
  const left = place ? Math.min(place.left, place.stageWidth - width) : 0;
  // Every line is in sight while it is typed.
  const height = `max(${place?.height ?? 0}px, ${lines.length} * ${lineHeight} + ${2 * border}px)`;
  // References may be picked on another sheet; the text is then in the formula bar.
  const shown = address !== undefined && place !== null && address.sheet === sheetInView;

  return (
    <div
      ref={box}
      className="cell-editor"
      data-open={shown || undefined}
      data-refused={state?.problem ? true : undefined}
      style={place ? { left, top: place.top, width, height } : undefined}
    >
      <FormulaField
        text={text}
        label={address ? `Cell ${columnLetters(address.column)}${address.row + 1}` : 'Cell'}
        context={context}
        fieldRef={field}
        invalid={state?.problem != null}
        {...(state?.problem ? { describedBy: 'edit-problem' } : {})}
        onType={(typed, isAddedAtEnd) => typeEntry(workspace, field.current, typed, isAddedAtEnd)}
        onKeyDown={(event) => {
          if (!completion.onKeyDown(event)) onKeyDown(event);
        }}
        onCaret={completion.onCaret}
        {...(completion.open && { list: { id: listId, chosen: chosenOption(listId, completion.open) } })}
        onFocus={() => editing.moveTo('cell')}
      />
      {completion.open && place && (
        <div
          className="problem-place"
          data-above={place.roomBelow < listSize.height || undefined}
          style={{ left: Math.min(0, place.stageWidth - left - listSize.width) }}
        >
          <CompletionList id={listId} {...completion.open} />
        </div>
      )}
      {completion.call && place && (
        <div
          className="problem-place"
          data-above={place.roomBelow < helpSize.height || undefined}
          style={{ left: Math.min(0, place.stageWidth - left - helpSize.width) }}
        >
          <ArgumentHelp {...completion.call} />
        </div>
      )}
      {state?.problem && place && (
        <div
          className="problem-place"
          data-above={place.roomBelow < note.height || undefined}
          style={{ left: Math.min(0, place.stageWidth - left - note.width) }}
        >
          <ProblemNote
            problem={state.problem}
            onKeep={() => editing.dismissProblem()}
            onDiscard={() => workspace.giveEntryUp()}
          />
        </div>
      )}
    </div>
  );
}
