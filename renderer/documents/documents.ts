import type { FileKind, Host, HostInput } from '../../shared/host.ts';
import { failure, success, type Problem, type Result } from '../../shared/result.ts';
import { Session } from '../session.ts';
import { documentName, fileName } from '../shell/document-name.ts';
import type { Engine } from '../workers/engine-client.ts';
import type { EngineRequests } from '../workers/protocol.ts';
import { Workspace } from '../workspace.ts';
import { base64 } from './base64.ts';
import type { Questions } from './questions.ts';

const extensions: Readonly<Record<FileKind, string>> = {
  roundtrip: '.roundtrip',
  xlsx: '.xlsx',
  pdf: '.pdf',
};

export interface DocumentsOptions {
  readonly host: Host;
  readonly engine: Engine;
  readonly questions: Questions;
  /** False: the window draws its own file chooser. */
  readonly nativeDialogs: boolean;
  readonly hyperformulaKey: () => string;
  /** Says that something was done. */
  readonly tell: (message: string) => void;
}

/**
 * Opening, saving and exporting, with the questions that go with them. One document is open at a
 * time; nothing that was typed is given up without an answer to "save?".
 */
export class Documents {
  readonly #options: DocumentsOptions;
  readonly #listeners = new Set<() => void>();
  #workspace: Workspace | null = null;
  #lastWrite: Promise<unknown> = Promise.resolve();

  constructor(options: DocumentsOptions) {
    this.#options = options;
  }

  /** What is open; null before the first document. */
  get workspace(): Workspace | null {
    return this.#workspace;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The first document of the window: the file that was asked for, or the shipped model. */
  async start(openPath: string | null): Promise<void> {
    if (openPath !== null && (await this.#openFile(openPath))) return;
    await this.#openSeeds();
  }

  /** A new document from the shipped model. */
  async openNew(): Promise<void> {
    if (await this.#mayLeave('starting a new document')) await this.#openSeeds();
  }

  async open(): Promise<void> {
    if (!(await this.#mayLeave('opening another document'))) return;
    const path = await this.#chooseOpen('roundtrip');
    if (path !== null) await this.#openFile(path);
  }

  /** Opens a file that was double-clicked or dropped. */
  async openPath(path: string): Promise<void> {
    if (await this.#mayLeave(`opening ${fileName(path)}`)) await this.#openFile(path);
  }

  /** True when the document is on disk afterwards. */
  async save(): Promise<boolean> {
    const session = await this.#settled();
    if (!session) return false;
    const { path } = session.file;
    return path === null ? this.saveAs() : this.#write(path, true);
  }

  async saveAs(): Promise<boolean> {
    const session = await this.#settled();
    if (!session) return false;
    const path = await this.#chooseSave('roundtrip', documentName(session.file.path, session.title));
    return path !== null && this.#write(path.path, path.replace);
  }

  async exportXlsx(): Promise<void> {
    const session = await this.#settled();
    if (!session) return;
    const chosen = await this.#chooseSave('xlsx', documentName(session.file.path, session.title));
    if (!chosen) return;
    const { bytes, warnings } = await session.ask('exportXlsx', {});
    const written = await this.#writeContent(
      chosen.path,
      { kind: 'bytes', base64: base64(bytes) },
      chosen.replace,
      'exported',
    );
    if (written === null) return;
    this.#options.tell(`Exported to ${fileName(written)}`);
    if (warnings.length > 0) {
      await this.#say(`${fileName(written)} differs from this workbook`, {
        code: 'export-differs',
        message: warnings.join(' '),
        subject: written,
        remedy: 'Check these cells in Excel before you pass the file on.',
      });
    }
  }

  /** Where to put the slides; null when the person cancels. */
  async choosePdf(): Promise<string | null> {
    const session = this.#workspace?.session;
    if (!session) return null;
    return (await this.#chooseSave('pdf', documentName(session.file.path, session.title)))?.path ?? null;
  }

  /** The window is asked to close: it goes once nothing would be lost. */
  async close(): Promise<void> {
    if (await this.#mayLeave('closing the window')) await this.#options.host.call('window.close', {});
  }

  /** The open session, once the edit that is under way has been taken; null when it was refused. */
  async #settled(): Promise<Session | null> {
    const workspace = this.#workspace;
    if (!workspace) return null;
    if (!(await workspace.editing.settled())) return null;
    await workspace.session.settled();
    return workspace.session;
  }

  async #mayLeave(before: string): Promise<boolean> {
    const workspace = this.#workspace;
    if (!workspace) return true;
    const session = await this.#settled();
    if (!session) return false;
    const { unsaved, typed, path } = session.file;
    if (!unsaved) return true;
    const answer = await this.#options.questions.ask<'unsaved'>({
      kind: 'unsaved',
      document: documentName(path, session.title),
      before,
      changes: typed,
    });
    if (answer === 'save') return this.save();
    return answer === 'discard';
  }

  async #openSeeds(): Promise<void> {
    const opened = await this.#openInEngine({ kind: 'seeds' }, null);
    if (!opened.ok) throw new Error(`The shipped model does not open: ${opened.problem.message}`);
  }

  async #openFile(path: string): Promise<boolean> {
    const read = await this.#options.host.call('files.read', { path });
    const opened = read.ok
      ? await this.#openInEngine(
          { kind: 'file', name: fileName(read.value.path), text: read.value.text },
          read.value.path,
        )
      : failure(plainProblem(read.problem));
    if (opened.ok) return true;
    await this.#say(`${fileName(path)} was not opened`, opened.problem);
    return false;
  }

  async #openInEngine(
    source: EngineRequests['open']['input']['source'],
    path: string | null,
  ): Promise<Result<null>> {
    const { engine, hyperformulaKey, questions } = this.#options;
    const opened = await Session.open(engine, { source, hyperformulaKey: hyperformulaKey() }, path);
    if (!opened.ok) return opened;
    const session = opened.value;
    session.askForConsent((problem) => questions.ask<'consent'>({ kind: 'consent', problem }));
    this.#workspace = new Workspace(session);
    session.subscribe('file', () => this.#nameWindow(session));
    this.#nameWindow(session);
    for (const listener of this.#listeners) listener();
    return success(null);
  }

  #nameWindow({ file, title }: Session): void {
    const name = documentName(file.path, title);
    const words = `${file.unsaved ? '• ' : ''}${name} – Roundtrip`;
    if (document.title === words) return;
    document.title = words;
    void this.#options.host.call('window.setTitle', { title: name, unsaved: file.unsaved });
  }

  /** One save at a time: of two under way at once, the older text could reach the disk last. */
  async #write(path: string, replace: boolean): Promise<boolean> {
    const written = this.#lastWrite.then(() => this.#writeNow(path, replace));
    this.#lastWrite = written.catch(() => false);
    return written;
  }

  async #writeNow(path: string, replace: boolean): Promise<boolean> {
    const session = this.#workspace?.session;
    if (!session) return false;
    const text = await session.serialize();
    const written = await this.#writeContent(path, { kind: 'text', text }, replace, 'saved');
    if (written === null) return false;
    session.markSaved(written);
    this.#options.tell(`Saved ${fileName(written)}`);
    return true;
  }

  /** Writes, asking before anything is replaced; gives the path, or null when it was not written. */
  async #writeContent(
    path: string,
    content: HostInput<'files.write'>['content'],
    replace: boolean,
    done: 'saved' | 'exported',
  ): Promise<string | null> {
    const { host, questions } = this.#options;
    const written = await host.call('files.write', { path, content, replace });
    if (written.ok) return written.value.path;
    if (written.problem.code === 'exists' && !replace) {
      return (await questions.ask<'replace'>({ kind: 'replace', path }))
        ? this.#writeContent(path, content, true, done)
        : null;
    }
    await this.#say(`${fileName(path)} was not ${done}`, plainProblem(written.problem));
    return null;
  }

  async #chooseOpen(fileKind: FileKind): Promise<string | null> {
    const { host, questions, nativeDialogs } = this.#options;
    if (!nativeDialogs)
      return questions.ask<'choose'>({ kind: 'choose', purpose: 'open', fileKind, suggestedName: '' });
    const chosen = await host.call('files.chooseOpen', { kind: fileKind });
    if (chosen.ok) return chosen.value;
    await this.#say('No file was chosen', plainProblem(chosen.problem));
    return null;
  }

  /** The system's own dialog has asked about replacing by itself. */
  async #chooseSave(
    fileKind: FileKind,
    name: string,
  ): Promise<{ readonly path: string; readonly replace: boolean } | null> {
    const { host, questions, nativeDialogs } = this.#options;
    const suggestedName = `${name}${extensions[fileKind]}`;
    if (!nativeDialogs) {
      const path = await questions.ask<'choose'>({
        kind: 'choose',
        purpose: 'save',
        fileKind,
        suggestedName,
      });
      return path === null ? null : { path: withExtension(path, extensions[fileKind]), replace: false };
    }
    const chosen = await host.call('files.chooseSave', { kind: fileKind, suggestedName });
    if (chosen.ok) return chosen.value === null ? null : { path: chosen.value, replace: true };
    await this.#say('No file was chosen', plainProblem(chosen.problem));
    return null;
  }

  async #say(heading: string, problem: Problem): Promise<void> {
    await this.#options.questions.ask<'problem'>({ kind: 'problem', heading, problem });
  }
}

function withExtension(path: string, extension: string): string {
  return path.toLowerCase().endsWith(extension) ? path : `${path}${extension}`;
}

/** Optional fields of parsed answers may be there as undefined; a problem has them or not. */
function plainProblem({
  code,
  message,
  subject,
  remedy,
}: {
  code: string;
  message: string;
  subject?: string | undefined;
  remedy: string;
}): Problem {
  return { code, message, remedy, ...(subject === undefined ? {} : { subject }) };
}
