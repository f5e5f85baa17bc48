import { cellReference, quoteSheet } from '../../shared/workbook/address.ts';
import { useWorkspace } from '../use-workspace.ts';
import { displayOf } from '../session/figures.ts';
import type { FormulaWord } from '../session/formula-words.ts';
import type { OpenCompletion } from './use-completion.ts';
import './completion-list.css';

/** The words that fit, with where a name stands and what it is now. Tab takes the chosen one. */
export function CompletionList({ completion, chosen, choose, id }: OpenCompletion & { readonly id: string }) {
  const { session } = useWorkspace();
  const typed = completion.to - completion.from;
  const named = session.name(chosen.text);
  return (
    <div className="completion float">
      <div role="listbox" aria-label="Words that fit" id={id}>
        {completion.words.map((word) => (
          <div
            key={word.text}
            role="option"
            id={`${id}-${word.text}`}
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
              {word.kind === 'function' ? 'function' : <Place word={word} />}
            </span>
            <span className="completion-value">
              {word.kind === 'name' ? displayOf(session, word.text) : ''}
            </span>
          </div>
        ))}
      </div>
      <div className="completion-help">
        <span>{chosen.kind === 'name' ? (named?.label ?? '') : chosen.guide.meaning}</span>
        <kbd>Tab</kbd>
      </div>
    </div>
  );
}

function Place({ word }: { readonly word: FormulaWord }) {
  const { session } = useWorkspace();
  const named = session.name(word.text);
  return named ? `${quoteSheet(named.sheet)}!${cellReference(named.range.top, named.range.left)}` : null;
}
