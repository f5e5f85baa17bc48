import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';
import { ChoiceLetters } from './choice-letters.ts';
import { isOneCharacter } from './grid-keys.ts';
import './choice-list.css';

/** Choices that Page Up and Page Down pass over. */
const pageOfChoices = 8;

const listId = 'choices-of-cell';

export interface ChoiceListProps {
  /** The choices in words, in their order. */
  readonly words: readonly string[];
  /** The place of the one that the cell holds; -1 where it holds none of them. */
  readonly current: number;
  readonly onPick: (place: number) => void;
  /** It is to be closed, and the sheet has the keyboard again. */
  readonly onClose: () => void;
  /** The keyboard went elsewhere. */
  readonly onLeave: () => void;
}

/** The choices of a cell. It has the keyboard as long as it is open. */
export function ChoiceList({ words, current, onPick, onClose, onLeave }: ChoiceListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [letters] = useState(() => new ChoiceLetters());
  const [at, setAt] = useState(Math.max(0, current));
  const chosen = Math.min(at, words.length - 1);

  useLayoutEffect(() => list.current?.focus({ preventScroll: true }), []);
  useLayoutEffect(() => {
    list.current?.children[chosen]?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey } = event;
    if (event.ctrlKey || event.metaKey) return;
    const goTo = (place: number) => setAt(Math.max(0, Math.min(words.length - 1, place)));
    if (key === 'Escape' || (altKey && (key === 'ArrowUp' || key === 'ArrowDown'))) onClose();
    else if (altKey) return;
    else if (key === 'Enter' || key === 'Tab') onPick(chosen);
    else if (key === 'ArrowDown') goTo(chosen + 1);
    else if (key === 'ArrowUp') goTo(chosen - 1);
    else if (key === 'PageDown') goTo(chosen + pageOfChoices);
    else if (key === 'PageUp') goTo(chosen - pageOfChoices);
    else if (key === 'Home') goTo(0);
    else if (key === 'End') goTo(words.length - 1);
    else if (isOneCharacter(key)) goTo(letters.type(key, event.timeStamp, words, chosen) ?? chosen);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      className="choice-list float"
      role="listbox"
      aria-label="Choices"
      aria-activedescendant={`${listId}-${chosen}`}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onBlur={onLeave}
    >
      {words.map((word, place) => (
        <div
          key={`${place} ${word}`}
          role="option"
          id={`${listId}-${place}`}
          tabIndex={-1}
          aria-selected={place === chosen}
          className="choice-word"
          onPointerMove={() => setAt(place)}
          // The list keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(place)}
        >
          {word}
        </div>
      ))}
    </div>
  );
}
