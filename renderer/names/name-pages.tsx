import type { ReactNode } from 'react';
import type { Area } from '../../shared/workbook/address.ts';
import { textContent } from '../../shared/workbook/document.ts';
import { sharedRange } from '../../shared/workbook/range-parts.ts';
import { sendCommand, type SendContext } from '../commands/send-command.ts';
import { withWholeLines } from '../grid/whole-lines.ts';
import { rangeText } from '../range-text.ts';
import { chosenRanges } from '../sheet-view.ts';
import { CreateNamesDialog } from './create-names-dialog.tsx';
import type { CreatedName } from './created-names.ts';
import type { ListedName } from './listed-names.ts';
import { NamesDialog } from './names-dialog.tsx';
import { PasteNameDialog } from './paste-name-dialog.tsx';

export interface NamePageProps extends SendContext {
  readonly page: 'names' | 'createNames' | 'pasteName';
  readonly onClose: () => void;
}

/** The dialogs about names. */
export function NamePage({ page, workspace, onProblem, onClose }: NamePageProps): ReactNode {
  const { session, view, editing } = workspace;
  const { sheet, row, column, range } = view.selection;
  const active = { sheet, row, column };
  const context = { workspace, onProblem };
  const show = ([first, ...others]: readonly Area[]) => {
    if (!first) return;
    onClose();
    const beside = others.filter((area) => area.sheet === first.sheet).map((area) => area.range);
    void workspace.goTo(first, beside);
  };
  switch (page) {
    case 'names':
      return (
        <NamesDialog
          session={session}
          active={active}
          chosen={chosenRanges(view.selection).map((one) => ({
            sheet,
            range: withWholeLines(one, workspace.grid?.extent()),
          }))}
          onShow={show}
          onClose={onClose}
        />
      );
    case 'createNames': {
      const { usedRows, usedColumns } = session.sheet(sheet);
      const used = { top: 0, left: 0, bottom: usedRows - 1, right: usedColumns - 1 };
      return (
        <CreateNamesDialog
          session={session}
          sheet={sheet}
          range={sharedRange(range, used) ?? range}
          onCreate={(names) => {
            onClose();
            void sendCommand(context, nameAll(names, sheet));
          }}
          onClose={onClose}
        />
      );
    }
    case 'pasteName':
      return (
        <PasteNameDialog
          session={session}
          active={editing.state?.address ?? active}
          onPaste={(name) => {
            onClose();
            // The dialog gives the focus back first.
            requestAnimationFrame(() => workspace.writeName(name));
          }}
          onPasteList={
            editing.state
              ? undefined
              : (names) => {
                  onClose();
                  void sendCommand(context, listInCells(names, active));
                }
          }
          onClose={onClose}
        />
      );
    default:
      return page satisfies never;
  }
}

function nameAll(names: readonly CreatedName[], sheet: string) {
  return {
    kind: 'several' as const,
    label: names.length === 1 ? `Name ${names[0]?.name}` : `Create ${names.length} names`,
    commands: names.map(({ name, range }) => ({
      kind: 'setName' as const,
      label: `Name ${name} for ${rangeText(sheet, range)}`,
      name,
      sheet,
      range,
    })),
  };
}

/** Writes names below each other, and what they stand for beside them. */
function listInCells(
  names: readonly ListedName[],
  { sheet, row, column }: { sheet: string; row: number; column: number },
) {
  return {
    kind: 'setCells' as const,
    label: `Paste the list of ${names.length} names`,
    cells: names.flatMap(({ name, refersTo }, index) => [
      { sheet, row: row + index, column, content: textContent(name) },
      { sheet, row: row + index, column: column + 1, content: textContent(refersTo) },
    ]),
  };
}
