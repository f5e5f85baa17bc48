import type { AppCommandId } from '../../shared/app-commands.ts';
import { Suspense } from 'react';
import type { Settings } from '../../shared/host.ts';
import type { Problem, Result } from '../../shared/result.ts';
import type { Workspace } from '../workspace.ts';
import { fetchedLater } from '../components/fetched-later.ts';
import { AboutDialog } from './about-dialog.tsx';
import type { AppActions } from './app-actions.ts';
import { CommandPalette } from './command-palette.tsx';
import { withChoice } from './palette-search.ts';
import { KeysDialog } from './keys-dialog.tsx';
import { LineSizeDialog } from './line-size-dialog.tsx';
import { LinesDialog, type LinesChoice } from './lines-dialog.tsx';
import { setSheetHidden } from '../commands/sheets.ts';
import { UnhideSheetDialog } from './unhide-sheet-dialog.tsx';
import type { Shown } from './window-state.ts';

/** What each choice of the dialogs Insert and Delete carries out. */
const insertions: Readonly<Record<LinesChoice, AppCommandId>> = {
  along: 'insert.cellsRight',
  down: 'insert.cellsDown',
  rows: 'insert.rowsAbove',
  columns: 'insert.columnsLeft',
};
const deletions: Readonly<Record<LinesChoice, AppCommandId>> = {
  along: 'sheet.deleteCellsLeft',
  down: 'sheet.deleteCellsUp',
  rows: 'sheet.deleteRows',
  columns: 'sheet.deleteColumns',
};

const FunctionsDialog = fetchedLater(async () => (await import('./functions-dialog.tsx')).FunctionsDialog);

const FormatPage = fetchedLater(async () => (await import('../format/format-pages.tsx')).FormatPage);

const NamePage = fetchedLater(async () => (await import('../names/name-pages.tsx')).NamePage);

const TabColourPage = fetchedLater(async () => (await import('../format/tab-colour-page.tsx')).TabColourPage);

const DataPage = fetchedLater(async () => (await import('../data/data-pages.tsx')).DataPage);

export interface WindowPagesProps {
  readonly shown: Shown;
  readonly onChange: (change: Partial<Shown>) => void;
  readonly workspace: Workspace;
  readonly actions: AppActions;
  readonly version: string;
  /** What the system calls the user. */
  readonly userName: string;
  readonly onProblem: (problem: Problem) => void;
  readonly onSaveSettings: (change: Partial<Settings>) => Promise<Result<null>>;
}

/** The page that lies over the window, if one does. */
export function WindowPages({
  shown: { page },
  onChange,
  workspace,
  actions,
  version,
  userName,
  onProblem,
  onSaveSettings,
}: WindowPagesProps) {
  const onClose = () => onChange({ page: null });
  switch (page) {
    case null:
      return null;
    case 'palette':
      return (
        <CommandPalette
          workspace={workspace}
          actions={actions}
          recent={actions.settings.recentChoices}
          onChoose={(key) =>
            void onSaveSettings({ recentChoices: withChoice(actions.settings.recentChoices, key) })
          }
          onClose={onClose}
        />
      );
    case 'insertLines':
      return (
        <LinesDialog
          heading="Insert"
          range={workspace.view.selection.range}
          onChoose={(choice) => {
            onClose();
            actions.runFromMenu(insertions[choice]);
          }}
          onClose={onClose}
        />
      );
    case 'insertCopied':
      return (
        <LinesDialog
          heading="Insert copied cells"
          range={workspace.view.selection.range}
          onChoose={(choice) => {
            onClose();
            workspace.grid?.insertCopied(choice === 'down' ? 'rows' : 'columns', false);
          }}
          onClose={onClose}
        />
      );
    case 'deleteLines':
      return (
        <LinesDialog
          heading="Delete"
          range={workspace.view.selection.range}
          onChoose={(choice) => {
            onClose();
            actions.runFromMenu(deletions[choice]);
          }}
          onClose={onClose}
        />
      );
    case 'formatCells':
    case 'formatBorders':
    case 'textColour':
    case 'fillColour':
    case 'cellStyles':
    case 'note':
    case 'conditionalFormats':
    case 'validation':
      return (
        <Suspense>
          <FormatPage page={page} workspace={workspace} onProblem={onProblem} onClose={onClose} />
        </Suspense>
      );
    case 'names':
    case 'createNames':
    case 'pasteName':
      return (
        <Suspense>
          <NamePage page={page} workspace={workspace} onProblem={onProblem} onClose={onClose} />
        </Suspense>
      );
    case 'tabColour':
      return (
        <Suspense>
          <TabColourPage workspace={workspace} onProblem={onProblem} onClose={onClose} />
        </Suspense>
      );
    case 'unhideSheet':
      return (
        <UnhideSheetDialog
          sheets={workspace.session.hiddenSheetNames}
          onChoose={(sheet) => {
            onClose();
            void setSheetHidden({ workspace, onProblem }, sheet, false);
          }}
          onClose={onClose}
        />
      );
    case 'groupLines':
    case 'ungroupLines':
      return (
        <LinesDialog
          heading={page === 'groupLines' ? 'Group' : 'Ungroup'}
          range={workspace.view.selection.range}
          onChoose={(choice) => {
            onClose();
            const verb = page === 'groupLines' ? 'group' : 'ungroup';
            actions.runFromMenu(`data.${verb}${choice === 'rows' ? 'Rows' : 'Columns'}`);
          }}
          onClose={onClose}
        />
      );
    case 'rowHeight':
    case 'columnWidth':
      return (
        <LineSizeDialog
          axis={page === 'rowHeight' ? 'rows' : 'columns'}
          workspace={workspace}
          onProblem={onProblem}
          onClose={onClose}
        />
      );
    case 'sort':
    case 'expandAscending':
    case 'expandDescending':
      return (
        <Suspense>
          <DataPage page={page} workspace={workspace} onProblem={onProblem} onClose={onClose} />
        </Suspense>
      );
    case 'keys':
      return <KeysDialog onClose={onClose} />;
    case 'functions':
      return (
        <Suspense>
          <FunctionsDialog
            session={workspace.session}
            onInsert={(name) => {
              onClose();
              // The dialog gives the focus back first.
              workspace.inNextFrame(() => workspace.writeCall(name));
            }}
            onClose={onClose}
          />
        </Suspense>
      );
    case 'about':
      return (
        <AboutDialog
          version={version}
          userName={userName}
          settings={actions.settings}
          onSave={onSaveSettings}
          onClose={onClose}
        />
      );
    default:
      return page satisfies never;
  }
}
