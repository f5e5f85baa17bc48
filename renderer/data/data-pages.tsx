import type { ReactNode } from 'react';
import type { SendContext } from '../commands/send-command.ts';
import { rangeText } from '../range-text.ts';
import { ExpandDialog } from './expand-dialog.tsx';
import { SortDialog } from './sort-dialog.tsx';
import { areaToSort, sortCells, widerTable } from './sorting.ts';

export interface DataPageProps extends SendContext {
  readonly page: 'sort' | 'expandAscending' | 'expandDescending';
  readonly onClose: () => void;
}

/** The dialogs about the order of the chosen rows. */
export function DataPage({ page, workspace, onProblem, onClose }: DataPageProps): ReactNode {
  const { session, view } = workspace;
  const { selection } = view;
  const { column } = selection;
  const context = { workspace, onProblem };
  const chosen = areaToSort(selection, session);
  const wider = widerTable(selection, session);
  if (!chosen.ok) return null;
  if (page === 'sort') {
    const area = wider ?? chosen.value;
    return (
      <SortDialog
        session={session}
        area={area}
        column={column}
        onSort={(sorted, keys) => {
          onClose();
          void sortCells(context, sorted, keys);
        }}
        onClose={onClose}
      />
    );
  }
  if (!wider) return null;
  return (
    <ExpandDialog
      chosen={rangeText(chosen.value.sheet, chosen.value.range)}
      wider={rangeText(wider.sheet, wider.range)}
      onAnswer={(expands) => {
        onClose();
        const area = expands ? wider : chosen.value;
        void sortCells(context, area, [{ column, descending: page === 'expandDescending' }]);
      }}
      onClose={onClose}
    />
  );
}
