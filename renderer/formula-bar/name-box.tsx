import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { absoluteRangeText, quoteSheet, rangeReference } from '../../shared/workbook/address.ts';
import type { Command } from '../../shared/workbook/command.ts';
import { definedNameFault } from '../../shared/workbook/defined-name.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { withWholeLines, type Extent } from '../grid/whole-lines.ts';
import { chosenRanges, type Selection } from '../sheet-view.ts';
import { useEditState, useSelection, useWorkspace } from '../use-workspace.ts';
import { cellAddress } from './cell-words.ts';
import { typedPlace } from './typed-place.ts';

interface Typed {
  readonly text: string;
  /** Why that leads nowhere; null as long as it may. */
  readonly fault: string | null;
}

/** The address of the chosen cell. An address or a name typed here goes there; a new word names the chosen cells. */
export function NameBox() {
  const workspace = useWorkspace();
  const { session, view, editing } = workspace;
  const selection = useSelection();
  const edit = useEditState();
  useSessionTopic(session, 'sheets');
  const { names, namedFormulas } = session;
  const { sheet: on } = selection;
  const nameList = useMemo(() => {
    const ofCells = namedFormulas.filter(
      (one) =>
        session.namedFormula(one.name, on) === one &&
        session.areasNamed(one.name, { sheet: on, row: 0, column: 0 }),
    );
    return (
      <datalist id="defined-names">
        {[...names, ...ofCells].map(({ name: called, label }) => (
          <option key={called} value={called} label={label ?? ''} />
        ))}
      </datalist>
    );
  }, [session, names, namedFormulas, on]);
  const shown = cellAddress(edit?.address ?? selection);
  // What is typed here stays until it is left, also where an answer of the engine chooses other cells.
  const [typed, setTyped] = useState<Typed | null>(null);
  const { text, fault } = typed ?? { text: shown, fault: null };
  const field = useRef<HTMLInputElement>(null);

  useEffect(
    () =>
      workspace.attachNameBox({
        ask: () => {
          field.current?.focus();
          const { leftPlace, view: now } = workspace;
          if (!leftPlace || !session.isShown(leftPlace.sheet)) return;
          const { sheet, range } = leftPlace;
          const place = `${sheet === now.sheet ? '' : `${quoteSheet(sheet)}!`}${rangeReference(range)}`;
          flushSync(() => setTyped({ text: place, fault: null }));
          field.current?.select();
        },
      }),
    [workspace, session],
  );

  const refuse = (why: string) => {
    setTyped({ text, fault: why });
    field.current?.select();
  };

  const name = async (word: string) => {
    const nameFault = definedNameFault(word);
    if (nameFault !== null) {
      refuse(`“${word}” is no cell or name here, and ${noName(nameFault)}.`);
      return;
    }
    const answer = await session.dispatch(nameOfChosen(word, view.selection, workspace.grid?.extent()));
    if (answer.ok) workspace.grid?.focus();
    else refuse(answer.problem.message);
  };

  const go = () => {
    const wanted = text.trim();
    const place = typedPlace(wanted, view.selection, session);
    if (typeof place === 'string') refuse(place);
    else if (place === null) void name(wanted);
    else {
      // Keys that come before the entry under way is taken are for the cells, and wait.
      field.current?.blur();
      void workspace.goTo(place, place.others);
    }
  };

  return (
    <div className="name-box">
      <input
        ref={field}
        aria-label="Name box: the chosen cell"
        aria-invalid={fault !== null || undefined}
        value={text}
        spellCheck={false}
        autoComplete="off"
        list="defined-names"
        onFocus={(event) => {
          event.target.select();
          // As in Excel, an edit is taken when the address is turned to.
          void editing.commit();
        }}
        onBlur={() => setTyped(null)}
        onChange={(event) => setTyped({ text: event.target.value, fault: null })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') go();
          else if (event.key === 'Escape') {
            setTyped(null);
            workspace.grid?.focus();
          } else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {fault !== null && (
        <span className="name-unknown float" role="alert">
          {fault}
        </span>
      )}
      {nameList}
    </div>
  );
}

/** Why a word names nothing new, as the second half of a sentence. */
function noName(fault: string): string {
  return fault.startsWith('must') ? `a new name ${fault}` : `as a new name it ${fault}`;
}

/** What gives a new name to the chosen cells, several ranges of them too. */
function nameOfChosen(name: string, selection: Selection, extent: Extent | undefined): Command {
  const { sheet, row, column } = selection;
  const label = `Name ${name}`;
  const ranges = chosenRanges(selection).map((range) => withWholeLines(range, extent));
  const [range] = ranges;
  if (range && ranges.length === 1) return { kind: 'setName', label, name, sheet, range };
  const formula = `=${ranges.map((one) => absoluteRangeText(sheet, one)).join(',')}`;
  return { kind: 'setNamedFormula', label, name, formula, at: { sheet, row, column } };
}
