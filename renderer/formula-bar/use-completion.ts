import { useEffect, useState, useSyncExternalStore, type KeyboardEvent, type RefObject } from 'react';
import { flushSync } from 'react-dom';
import type { EditingPlace } from '../editing.ts';
import { useEditState, useWorkspace } from '../use-workspace.ts';
import type { GuideFunction } from '../../shared/function-guide/guide-function.ts';
import type { FormulaWord } from '../session/formula-words.ts';
import { completed, completionAt, type Completion } from './completion.ts';
import { openCallAt } from './open-call.ts';

export interface OpenCompletion {
  readonly completion: Completion;
  readonly chosen: FormulaWord;
  readonly choose: (word: FormulaWord) => void;
}

/** A call that is being written: its function, and the argument at the text cursor, counted from 0. */
export interface CallInProgress {
  readonly guide: GuideFunction;
  readonly argument: number;
}

export interface CompletionOfField {
  /** Undefined while there is nothing to offer. */
  readonly open: OpenCompletion | undefined;
  /** Undefined while words are offered, and where the text cursor is in no call of a known function. */
  readonly call: CallInProgress | undefined;
  /** Takes the keys of the list; true when the key was one of them. */
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => boolean;
  /** The text cursor may have moved. */
  readonly onCaret: () => void;
}

/** Names, sheets and functions that fit what is being typed in one of the two fields of an edit. */
export function useCompletion(
  field: RefObject<HTMLTextAreaElement | null>,
  place: EditingPlace,
): CompletionOfField {
  const { session, editing } = useWorkspace();
  const state = useEditState();
  const words = useSyncExternalStore(
    (listener) => session.formulaWords.subscribe(listener),
    () => session.formulaWords.current,
  );
  const [caret, setCaret] = useState(0);
  const [closedFor, setClosedFor] = useState<string | null>(null);
  const [picked, setPicked] = useState<FormulaWord | null>(null);

  const active = state?.place === place && !state.problem && !state.committing && closedFor !== state.text;
  // The cursor also moves without a key or the mouse, such as behind the beginning of a call that was put in.
  useEffect(() => {
    if (!active) return undefined;
    const onSelectionChange = () => setCaret(field.current?.selectionStart ?? 0);
    document.addEventListener('selectionchange', onSelectionChange);
    return () => document.removeEventListener('selectionchange', onSelectionChange);
  }, [active, field]);
  const writesFormula = active && state.text.startsWith('=');
  useEffect(() => {
    if (writesFormula) void session.formulaWords.loadFunctions();
  }, [writesFormula, session]);
  const completion = active ? completionAt(state.text, Math.min(caret, state.text.length), words) : undefined;
  const chosen = completion?.words.find((word) => word === picked) ?? completion?.words[0];

  const choose = (word: FormulaWord) => {
    if (!completion || !state) return;
    const put = completed(state.text, completion, word);
    flushSync(() => {
      editing.type(put.text);
      setCaret(put.caret);
    });
    field.current?.focus();
    field.current?.setSelectionRange(put.caret, put.caret);
  };

  const step = (by: 1 | -1) => {
    if (!completion || !chosen) return;
    const { length } = completion.words;
    setPicked(completion.words[(completion.words.indexOf(chosen) + by + length) % length] ?? null);
  };

  const openCall =
    writesFormula && !completion ? openCallAt(state.text, Math.min(caret, state.text.length)) : undefined;
  const called =
    openCall && words.find(({ kind, text }) => kind === 'function' && text === openCall.name.toUpperCase());

  return {
    call:
      openCall && called?.kind === 'function'
        ? { guide: called.guide, argument: openCall.argument }
        : undefined,
    open: completion && chosen ? { completion, chosen, choose } : undefined,
    onKeyDown: (event) => {
      if (!completion || !chosen || event.nativeEvent.isComposing) return false;
      if (event.key === 'ArrowDown') step(1);
      else if (event.key === 'ArrowUp') step(-1);
      else if (event.key === 'Tab' && !event.shiftKey) choose(chosen);
      else if (event.key === 'Escape') setClosedFor(state?.text ?? null);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    onCaret: () => setCaret(field.current?.selectionStart ?? 0),
  };
}
