import { useCallback, useLayoutEffect, useMemo, useRef, type KeyboardEvent, type RefObject } from 'react';
import { formulaParts, type FormulaContext } from './formula-parts.ts';
import './formula-field.css';

export interface FormulaFieldProps {
  readonly text: string;
  readonly label: string;
  readonly context: FormulaContext;
  readonly fieldRef: RefObject<HTMLTextAreaElement | null>;
  readonly readOnly?: boolean;
  readonly invalid?: boolean;
  /** The text is that of another cell, and is shown in grey. */
  readonly foreign?: boolean;
  readonly describedBy?: string;
  /** The list of words that is open for this field, and its chosen option. */
  readonly list?: { readonly id: string; readonly chosen: string };
  /** The text is another one; whether that came of letters that were typed at its end. */
  readonly onType: (text: string, isAddedAtEnd: boolean) => void;
  readonly onKeyDown: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onFocus?: () => void;
  readonly onCaret?: () => void;
}

/**
 * A text field for cell contents whose references are coloured: an ordinary text area over a
 * painted copy of its text. The browser's own field brings input methods, undo, selection and
 * screen readers, injects no styles, and is the same in the cell and in the formula bar.
 */
export function FormulaField({
  text,
  label,
  context,
  fieldRef,
  readOnly,
  invalid,
  foreign,
  describedBy,
  list,
  onType,
  onKeyDown,
  onFocus,
  onCaret,
}: FormulaFieldProps) {
  const colours = useRef<HTMLDivElement>(null);
  const parts = useMemo(() => formulaParts(text, context), [text, context]);
  const follow = useCallback(() => {
    const field = fieldRef.current;
    if (colours.current && field)
      colours.current.style.transform = `translate(${-field.scrollLeft}px, ${-field.scrollTop}px)`;
  }, [fieldRef]);
  // Typing scrolls the field without telling. Asked right before the frame, it needs no layout of its own.
  useLayoutEffect(() => {
    const frame = requestAnimationFrame(follow);
    return () => cancelAnimationFrame(frame);
  }, [follow, text]);

  return (
    <div className="formula-field" data-foreign={foreign || undefined}>
      <div className="formula-colours" aria-hidden="true" ref={colours}>
        {parts.map(({ text: piece, kind, colour }, index) => (
          // The pieces have no identity but their place.
          <span key={index} data-kind={kind} data-reference={colour}>
            {piece}
          </span>
        ))}
      </div>
      <textarea
        ref={fieldRef}
        rows={1}
        wrap="off"
        spellCheck={false}
        autoComplete="off"
        aria-label={label}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        aria-autocomplete="list"
        aria-controls={list?.id}
        aria-activedescendant={list?.chosen}
        readOnly={readOnly}
        value={text}
        onChange={({ target, nativeEvent }) => onType(target.value, isAddedAtEnd(target, nativeEvent))}
        onKeyDown={onKeyDown}
        onFocus={onFocus}
        onScroll={follow}
        onSelect={onCaret}
      />
    </div>
  );
}

/** What an input method is still at is none of it. */
function isAddedAtEnd({ value, selectionStart }: HTMLTextAreaElement, event: Event): boolean {
  const isTyped = event instanceof InputEvent && event.inputType === 'insertText' && !event.isComposing;
  return isTyped && selectionStart === value.length;
}
