import { useState } from 'react';
import { Button } from 'react-aria-components';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import './note-dialog.css';

export interface NoteDialogProps {
  /** `Deals!B7`. */
  readonly where: string;
  readonly note: string;
  /** Null takes the note away. */
  readonly onNote: (note: string | null) => void;
  readonly onClose: () => void;
}

/** The note of a cell. Ctrl and Enter takes it, as Enter begins a new line. */
export function NoteDialog({ where, note, onNote, onClose }: NoteDialogProps) {
  const [text, setText] = useState(note);
  const take = () => onNote(text.trim() === '' ? null : text.trim());
  return (
    <DialogFrame heading={`Note on ${where}`} onClose={onClose}>
      <textarea
        className="note-text"
        aria-label="Note"
        rows={6}
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          take();
        }}
      />
      <DialogActions onTake={take} onClose={onClose}>
        {note !== '' && (
          <Button className="button apart" onPress={() => onNote(null)}>
            Delete note
          </Button>
        )}
      </DialogActions>
    </DialogFrame>
  );
}
