import { Check, X } from 'lucide-react';
import { useLayoutEffect, useMemo, useRef } from 'react';
import { editText } from '../../shared/workbook/entry.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { userLocale } from '../user-locale.ts';
import { useEditState, useSelection, useWorkspace } from '../use-workspace.ts';
import { cellAddress, cellWords } from './cell-words.ts';
import { ArgumentHelp } from './argument-help.tsx';
import { chosenOption, CompletionList } from './completion-list.tsx';
import { FormulaField } from './formula-field.tsx';
import { NameBox } from './name-box.tsx';
import { useArrayFormula } from './use-array-formula.ts';
import { useCompletion } from './use-completion.ts';
import { useEditorKeys } from './use-editor-keys.ts';
import './formula-bar.css';

const listId = 'words-in-bar';
const arrayWordsId = 'array-of-bar';

/** Where the chosen cell is, what it holds, and what it is called. Its text can be edited here as in the cell. */
export function FormulaBar() {
  const workspace = useWorkspace();
  const { session, view, editing } = workspace;
  useSessionTopic(session, 'values');
  const selection = useSelection();
  const edit = useEditState();
  const field = useRef<HTMLTextAreaElement>(null);
  const onKeyDown = useEditorKeys(field);
  const completion = useCompletion(field, 'bar');
  const address = edit?.address ?? selection;
  const cell = session.cell(address);
  const arrayFormula = useArrayFormula(session, address);
  const array = edit ? null : arrayFormula;
  const text =
    edit?.text ?? array?.text ?? editText(cell?.content ?? null, session.styleOf(cell)?.format, userLocale());
  const { label, unit } = cellWords(session, address);
  const { sheet } = address;
  const context = useMemo(
    () => ({ sheet, nameTarget: (name: string) => session.name(name) }),
    [sheet, session],
  );
  // It follows the chosen cell by itself.
  const nameBox = useMemo(() => <NameBox />, []);
  const inBar = edit?.place === 'bar';

  useLayoutEffect(() => {
    const element = field.current;
    if (!inBar || !element || document.activeElement === element) return;
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  }, [inBar]);

  return (
    <div className="formula-bar" role="group" aria-label="Formula bar">
      {nameBox}
      <div className="entry-buttons">
        <button
          type="button"
          aria-label="Give the entry up"
          title="Give the entry up (Escape)"
          disabled={!edit}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            workspace.giveEntryUp();
          }}
        >
          <X className="icon" strokeWidth={1.5} aria-hidden="true" />
        </button>
        <button
          type="button"
          aria-label="Take the entry"
          title="Take the entry (Enter)"
          disabled={!edit}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => {
            const entered = editing.state?.address.sheet;
            void editing.commit().then((taken) => {
              if (!taken) return;
              // References may have been picked on another sheet.
              if (entered !== undefined) view.show(entered);
              workspace.grid?.focus();
            });
          }}
        >
          <Check className="icon" strokeWidth={1.5} aria-hidden="true" />
        </button>
      </div>
      <FormulaField
        text={text}
        label="Formula bar"
        context={context}
        fieldRef={field}
        invalid={edit?.problem != null}
        foreign={array !== null}
        {...(edit?.problem ? { describedBy: 'edit-problem' } : array && { describedBy: arrayWordsId })}
        onType={(typed) => {
          if (!editing.state) editing.begin(view.selection, 'bar');
          editing.type(typed);
        }}
        onKeyDown={(event) => {
          if (!completion.onKeyDown(event)) onKeyDown(event);
        }}
        onCaret={completion.onCaret}
        {...(completion.open && { list: { id: listId, chosen: chosenOption(listId, completion.open) } })}
        onFocus={() => {
          if (editing.state) editing.moveTo('bar');
          else editing.begin(view.selection, 'bar');
        }}
      />
      {completion.open && (
        <div className="bar-completion">
          <CompletionList id={listId} {...completion.open} />
        </div>
      )}
      {completion.call && (
        <div className="bar-completion">
          <ArgumentHelp {...completion.call} />
        </div>
      )}
      <div className="cell-words">
        {array && <span id={arrayWordsId}>Array of {cellAddress(array.address)}</span>}
        <span>{label}</span>
        <span>{unit}</span>
      </div>
    </div>
  );
}
