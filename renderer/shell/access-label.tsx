import { placeOfLetter } from './access-keys.ts';
import './access-label.css';

export interface AccessLabelProps {
  readonly words: string;
  readonly letter: string;
}

/** Words with their access key: underlined, or after them where they lack it, within `data-letters`. */
export function AccessLabel({ words, letter }: AccessLabelProps) {
  const at = placeOfLetter(words, letter);
  if (at < 0)
    return (
      <>
        {words}
        <span className="access-added" aria-hidden="true">
          {' ('}
          <span className="access-letter">{letter}</span>)
        </span>
      </>
    );
  return (
    <>
      {words.slice(0, at)}
      <span className="access-letter">{words[at]}</span>
      {words.slice(at + 1)}
    </>
  );
}
