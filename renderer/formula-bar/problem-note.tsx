import type { Problem } from '../../shared/result.ts';
import { Lamp } from '../components/lamp.tsx';
import './problem-note.css';

const headings: Readonly<Record<string, string>> = {
  'circular-reference': 'This formula would depend on itself',
  'circular-reference-elsewhere': 'A formula would depend on itself',
  'circular-reference-in-branch': 'This formula would depend on itself',
  'formula-does-not-parse': 'This formula cannot be read',
  'formula-too-long': 'This formula is too long',
  'argument-must-be-cells': 'This argument must be cells',
  'not-a-choice': 'This is none of the choices',
  'not-allowed': 'This is not allowed here',
  'part-of-array': 'This cell belongs to an array',
  'several-references': 'Only one reference at a time',
  'too-few-arguments': 'Too few arguments for this function',
  'too-many-arguments': 'Too many arguments for this function',
  'unknown-function': 'There is no such function',
  'unsupported-function': 'This function cannot be calculated here',
  'unsupported-reference': 'This reference cannot be used here',
};

export interface ProblemNoteProps {
  readonly problem: Problem;
  readonly onKeep: () => void;
  readonly onDiscard: () => void;
}

/** Why an entry was refused, beside the text that was typed. The text is still there to be mended. */
export function ProblemNote({ problem, onKeep, onDiscard }: ProblemNoteProps) {
  return (
    <div className="problem-note float" role="alert" id="edit-problem">
      <h2>
        <Lamp state="fails" />
        {problem.heading ?? headings[problem.code] ?? 'This entry was not taken'}
      </h2>
      <p>{problem.message}</p>
      <p>{problem.remedy}</p>
      <p className="untouched">Nothing in the workbook has changed; your text is still in the cell.</p>
      <div className="actions">
        {/* The text keeps the focus: pressing a button must not take it away. */}
        <button
          type="button"
          className="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onKeep}
        >
          Keep editing
        </button>
        <button
          type="button"
          className="button"
          onMouseDown={(event) => event.preventDefault()}
          onClick={onDiscard}
        >
          Discard the edit
        </button>
      </div>
    </div>
  );
}
