import type { Host, HostOutput, Settings } from '../../shared/host.ts';
import type { Problem } from '../../shared/result.ts';
import type { Documents } from '../documents/documents.ts';
import type { Toasts } from '../shell/toasts.tsx';
import type { WindowState } from '../shell/window-state.ts';
import type { Workspace } from '../workspace.ts';

/** What a command does. Everything but `run` is asked for whenever the command is shown. */
export interface CommandAction {
  readonly run: () => unknown;
  /** Why it cannot be used now, in a few words; null when it can. */
  readonly unavailable?: () => string | null;
  /** True for the one that is in force among several. */
  readonly chosen?: () => boolean;
  /** Words in place of the label, such as what would be undone. */
  readonly label?: () => string | null;
}

/** What commands work with: the open document and the window around it. */
export interface CommandContext {
  readonly workspace: Workspace;
  readonly documents: Documents;
  readonly host: Host;
  readonly start: HostOutput<'app.start'>;
  readonly settings: Settings;
  readonly changeSettings: (change: Partial<Settings>) => unknown;
  readonly toasts: Toasts;
  readonly windowState: WindowState;
  /** Says why a command was refused, with nothing changed. */
  readonly onProblem: (problem: Problem) => void;
  /** Says why something else was not done. */
  readonly say: (heading: string, problem: Problem) => void;
}
