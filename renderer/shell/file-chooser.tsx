import { CornerLeftUp, FileSpreadsheet, Folder } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components';
import type { FileKind, Host, HostOutput } from '../../shared/host.ts';
import { DialogFrame } from '../components/dialog-frame.tsx';
import { DialogActions } from '../components/dialog-actions.tsx';
import './file-chooser.css';

type Listing = Extract<HostOutput<'files.list'>, { ok: true }>['value'];

export interface FileChooserProps {
  readonly host: Host;
  readonly purpose: 'open' | 'save';
  readonly fileKind: FileKind;
  readonly suggestedName: string;
  readonly answer: (path: string | null) => void;
}

const headings = {
  open: { roundtrip: 'Open a workbook', xlsx: 'Open an Excel workbook', pdf: 'Open a PDF' },
  save: { roundtrip: 'Save the workbook', xlsx: 'Export to Excel', pdf: 'Save the slides as PDF' },
} as const;

/** Chooses a file where the system's own dialog cannot be had: a folder at a time, or a path as text. */
export function FileChooser({ host, purpose, fileKind, suggestedName, answer }: FileChooserProps) {
  const [listing, setListing] = useState<Listing | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [file, setFile] = useState(suggestedName);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);

  const show = async (folder: string) => {
    const listed = await host.call('files.list', { folder, kind: fileKind });
    if (listed.ok) {
      setListing(listed.value);
      setProblem(null);
      if (list.current) list.current.scrollTop = 0;
    } else setProblem(`${listed.problem.message} ${listed.problem.remedy}`);
  };
  useEffect(() => {
    let closed = false;
    void host.call('files.list', { folder: null, kind: fileKind }).then((listed) => {
      if (closed) return;
      if (listed.ok) setListing(listed.value);
      else setProblem(`${listed.problem.message} ${listed.problem.remedy}`);
    });
    return () => {
      closed = true;
    };
  }, [host, fileKind]);
  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(0, suggestedName.replace(/\.[^.]*$/, '').length);
  }, [suggestedName]);

  const path = wholePath(file, listing?.folder);
  const accept = async () => {
    if (path === null) return;
    const entry = listing?.entries.find((other) => other.path === path);
    if (entry && !entry.folder) return answer(path);
    // A typed path may be a folder: then it is shown, as a person expects.
    const listed = await host.call('files.list', { folder: path, kind: fileKind });
    if (!listed.ok) return answer(path);
    setListing(listed.value);
    setFile(suggestedName);
  };

  return (
    <DialogFrame heading={headings[purpose][fileKind]} onClose={() => answer(null)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void accept();
        }}
      >
        <div className="folder-line">
          <Button
            className="button folder-up"
            aria-label="The folder above"
            isDisabled={listing?.parent == null}
            onPress={() => {
              if (listing?.parent != null) void show(listing.parent);
            }}
          >
            <CornerLeftUp className="icon" strokeWidth={1.5} aria-hidden="true" />
          </Button>
          <span className="folder-path mono" title={listing?.folder}>
            {listing?.folder ?? ''}
          </span>
        </div>
        <ul className="folder-entries" aria-label="Files" ref={list}>
          {listing?.entries.map((entry) => (
            <li key={entry.path}>
              <button
                type="button"
                className="folder-entry"
                aria-pressed={entry.path === path}
                onClick={() => {
                  if (entry.folder) void show(entry.path);
                  else setFile(entry.name);
                }}
                onDoubleClick={() => {
                  if (!entry.folder) answer(entry.path);
                }}
              >
                {entry.folder ? (
                  <Folder className="icon" strokeWidth={1.5} aria-hidden="true" />
                ) : (
                  <FileSpreadsheet className="icon" strokeWidth={1.5} aria-hidden="true" />
                )}
                <span className="entry-name">{entry.name}</span>
                <span className="entry-size">{entry.folder ? 'folder' : sizeWords(entry.size)}</span>
                <span className="entry-time">{timeWords(entry.modified)}</span>
              </button>
            </li>
          ))}
          {listing?.entries.length === 0 && (
            <li className="folder-empty">There is no {kindWords[fileKind]} and no folder in here.</li>
          )}
        </ul>
        {problem !== null && (
          <p className="chooser-problem" role="alert">
            {problem}
          </p>
        )}
        <div className="text-field">
          <label htmlFor="chooser-file">File</label>
          <input
            id="chooser-file"
            ref={field}
            value={file}
            spellCheck={false}
            autoComplete="off"
            onChange={(event) => {
              setProblem(null);
              setFile(event.target.value);
            }}
          />
        </div>
        <p className="quiet chooser-hint">A name in this folder, or a whole path.</p>
        <DialogActions
          words={purpose === 'open' ? 'Open' : 'Save'}
          isDisabled={path === null}
          onClose={() => answer(null)}
        />
      </form>
    </DialogFrame>
  );
}

const kindWords = { roundtrip: '.roundtrip file', xlsx: '.xlsx file', pdf: '.pdf file' } as const;

/** The path that the text stands for; null while it stands for none. */
function wholePath(text: string, folder: string | undefined): string | null {
  const name = text.trim();
  if (name === '') return null;
  if (/^(\/|[A-Za-z]:[\\/]|\\\\)/.test(name)) return name;
  if (folder === undefined) return null;
  const separator = folder.includes('\\') ? '\\' : '/';
  return folder.endsWith(separator) ? folder + name : folder + separator + name;
}

function sizeWords(bytes: number): string {
  return bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
}

function timeWords(modified: number): string {
  return new Date(modified).toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' });
}
