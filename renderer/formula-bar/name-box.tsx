import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { parseReference, quoteSheet, rangeReference } from '../../shared/workbook/address.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useEditState, useSelection, useWorkspace } from '../use-workspace.ts';
import { cellAddress } from './cell-words.ts';

/** The address of the chosen cell. An address or a defined name typed here goes there. */
export function NameBox() {
  const workspace = useWorkspace();
  const { session, view, editing } = workspace;
  const selection = useSelection();
  const edit = useEditState();
  useSessionTopic(session, 'sheets');
  const { names } = session;
  const nameList = useMemo(
    () => (
      <datalist id="defined-names">
        {names.map(({ name, label }) => (
          <option key={name} value={name} label={label ?? ''} />
        ))}
      </datalist>
    ),
    [names],
  );
  const shown = cellAddress(edit?.address ?? selection);
  // What is typed here stays until it is left, also where an answer of the engine chooses other cells.
  const [typed, setTyped] = useState<{ readonly text: string; readonly unknown: boolean } | null>(null);
  const { text, unknown } = typed ?? { text: shown, unknown: false };
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
          flushSync(() => setTyped({ text: place, unknown: false }));
          field.current?.select();
        },
      }),
    [workspace, session],
  );

  const go = () => {
    const wanted = text.trim();
    const named = session.name(wanted);
    const reference = named ?? parseReference(wanted);
    const sheet =
      reference?.sheet === undefined
        ? view.sheet
        : session.sheetNames.find((name) => name.toLowerCase() === reference.sheet?.toLowerCase());
    if (!reference || sheet === undefined) {
      setTyped({ text, unknown: true });
      field.current?.select();
      return;
    }
    // Keys that come before the entry under way is taken are for the cells, and wait.
    field.current?.blur();
    void workspace.goTo({ sheet, range: reference.range });
  };

  return (
    <div className="name-box">
      <input
        ref={field}
        aria-label="Name box: the chosen cell"
        aria-invalid={unknown || undefined}
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
        onChange={(event) => setTyped({ text: event.target.value, unknown: false })}
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
      {unknown && (
        <span className="name-unknown float" role="alert">
          There is no cell or name “{text}”. Type an address such as C7, or a defined name.
        </span>
      )}
      {nameList}
    </div>
  );
}
