import { useId } from 'react';
import { longestText, longestTitle } from '../../shared/workbook/validation/validation.ts';

interface WordsFieldsProps {
  readonly titleLabel: string;
  readonly title: string;
  readonly textLabel: string;
  readonly text: string;
  readonly isOff: boolean;
  readonly onTitle: (title: string) => void;
  readonly onText: (text: string) => void;
}

/** The title and the text of a message. */
export function WordsFields({
  titleLabel,
  title,
  textLabel,
  text,
  isOff,
  onTitle,
  onText,
}: WordsFieldsProps) {
  const [titleId, textId] = [useId(), useId()];
  return (
    <>
      <div className="text-field">
        <label htmlFor={titleId}>{titleLabel}</label>
        <input
          id={titleId}
          autoComplete="off"
          maxLength={longestTitle}
          disabled={isOff}
          value={title}
          onChange={(event) => onTitle(event.target.value)}
        />
      </div>
      <div className="text-field">
        <label htmlFor={textId}>{textLabel}</label>
        <textarea
          id={textId}
          className="validation-text"
          rows={4}
          maxLength={longestText}
          disabled={isOff}
          value={text}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
    </>
  );
}
