import { useEffect, useRef } from 'react';
import { cellReference, quoteSheet } from '../../shared/workbook/address.ts';
import { useWorkspace } from '../use-workspace.ts';
import type { Session } from '../session.ts';
import { displayOf } from '../session/figures.ts';
import type { FormulaWord } from '../session/formula-words.ts';
import type { OpenCompletion } from './use-completion.ts';
import './completion-list.css';

/** The words that fit, with where a name stands and what it is now. Tab takes the chosen one. */
export function CompletionList({ completion, chosen, choose, id }: OpenCompletion & { readonly id: string }) {
  const { session } = useWorkspace();
  const { typed, words } = completion;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.children[words.indexOf(chosen)]?.scrollIntoView({ block: 'nearest' });
  }, [words, chosen]);
  return (
    <div className="completion float">
      <div className="completion-words" role="listbox" aria-label="Words that fit" id={id} ref={list}>
        {words.map((word, place) => (
          <div
            key={`${word.kind} ${word.text}`}
            role="option"
            id={optionId(id, place)}
            tabIndex={-1}
            aria-selected={word === chosen}
            className="completion-word"
            // The text keeps the focus.
            onMouseDown={(event) => {
              event.preventDefault();
              choose(word);
            }}
          >
            <span className="completion-text">
              <b>{word.text.slice(0, typed)}</b>
              {word.text.slice(typed)}
            </span>
            <span className="completion-kind">
              {word.kind === 'name' ? <Place word={word} /> : word.kind}
            </span>
            <span className="completion-value">
              {word.kind === 'name' ? displayOf(session, word.text) : ''}
            </span>
          </div>
        ))}
      </div>
      <div className="completion-help">
        <span>{helpOf(chosen, session)}</span>
        <kbd>Tab</kbd>
      </div>
    </div>
  );
}

function optionId(list: string, place: number): string {
  return `${list}-${place}`;
}

/** The id of the chosen word in a list. */
export function chosenOption(list: string, { completion, chosen }: OpenCompletion): string {
  return optionId(list, completion.words.indexOf(chosen));
}

function helpOf(word: FormulaWord, session: Session): string {
  if (word.kind === 'function') return word.guide.meaning;
  return word.kind === 'name' ? (session.name(word.text)?.label ?? '') : '';
}

function Place({ word }: { readonly word: FormulaWord }) {
  const { session } = useWorkspace();
  const named = session.name(word.text);
  return named ? `${quoteSheet(named.sheet)}!${cellReference(named.range.top, named.range.left)}` : null;
}
