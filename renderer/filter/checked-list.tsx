import { useLayoutEffect, useRef, useState, type KeyboardEvent } from 'react';

/** As tall as the style sheet draws a line, in pixels. */
const lineHeight = 24;
const visibleLines = 9;

export interface CheckedLine {
  readonly key: string;
  readonly words: string;
  /** Null where some of what it stands for is checked. */
  readonly isChecked: boolean | null;
}

export interface CheckedListProps {
  readonly label: string;
  readonly lines: readonly CheckedLine[];
  readonly onToggle: (key: string) => void;
  readonly onEnter: () => void;
}

/** A list of lines with ticks, of which only those in view are drawn. The arrows walk, Space ticks, Enter takes all. */
export function CheckedList({ label, lines, onToggle, onEnter }: CheckedListProps) {
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [at, setAt] = useState(0);
  const current = Math.min(at, lines.length - 1);
  const first = Math.max(0, Math.floor(top / lineHeight) - 2);
  const drawn = lines.slice(first, first + visibleLines + 5);

  useLayoutEffect(() => {
    const element = list.current;
    if (!element) return;
    const line = current * lineHeight;
    const last = line + lineHeight - element.clientHeight;
    if (element.scrollTop > line) element.scrollTop = line;
    else if (element.scrollTop < last) element.scrollTop = last;
  }, [current]);

  const onKeyDown = (event: KeyboardEvent) => {
    const { key } = event;
    const goTo = (place: number) => setAt(Math.max(0, Math.min(lines.length - 1, place)));
    const line = lines[current];
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (key === 'ArrowDown') goTo(current + 1);
    else if (key === 'ArrowUp') goTo(current - 1);
    else if (key === 'PageDown') goTo(current + visibleLines);
    else if (key === 'PageUp') goTo(current - visibleLines);
    else if (key === 'Home') goTo(0);
    else if (key === 'End') goTo(lines.length - 1);
    else if (key === ' ' && line) onToggle(line.key);
    else if (key === 'Enter') onEnter();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div
      ref={list}
      className="checked-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable="true"
      aria-activedescendant={`checked-line-${current}`}
      tabIndex={0}
      style={{ height: visibleLines * lineHeight }}
      onKeyDown={onKeyDown}
      onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
    >
      <div style={{ height: lines.length * lineHeight }}>
        <div style={{ transform: `translateY(${first * lineHeight}px)` }}>
          {drawn.map(({ key, words, isChecked }, index) => (
            <div
              key={key}
              id={`checked-line-${first + index}`}
              role="option"
              tabIndex={-1}
              aria-selected={isChecked === true}
              aria-checked={isChecked ?? 'mixed'}
              className="checked-line"
              data-current={first + index === current ? '' : undefined}
              // The list keeps the focus.
              onMouseDown={(event) => {
                event.preventDefault();
                list.current?.focus({ preventScroll: true });
              }}
              onClick={() => {
                setAt(first + index);
                onToggle(key);
              }}
            >
              <span className="checked-box" data-state={String(isChecked)} aria-hidden="true" />
              <span className="checked-words" title={words}>
                {words}
              </span>
            </div>
          ))}
        </div>
      </div>
      {lines.length === 0 && <p className="checked-none">No matches</p>}
    </div>
  );
}
