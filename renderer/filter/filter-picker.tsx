import { Suspense, useImperativeHandle, useState, type Ref } from 'react';
import { Dialog, Popover } from 'react-aria-components';
import { criterionOf, type FilterCriterion } from '../../shared/workbook/filter/sheet-filter.ts';
import type { Problem } from '../../shared/result.ts';
import { fetchedLater } from '../components/fetched-later.ts';
import { sortCells } from '../data/sorting.ts';
import { columnWords } from '../data/order-words.ts';
import { useSessionTopic } from '../session/use-session.ts';
import { useWorkspace } from '../use-workspace.ts';
import type { FilterDialogKind } from './filter-menu.tsx';
import { filterColumn } from './filtering.ts';

const FilterMenu = fetchedLater(async () => (await import('./filter-menu.tsx')).FilterMenu);
const ConditionsDialog = fetchedLater(async () => (await import('./conditions-dialog.tsx')).ConditionsDialog);
const PeriodDialog = fetchedLater(async () => (await import('./period-dialog.tsx')).PeriodDialog);
const TopDialog = fetchedLater(async () => (await import('./top-dialog.tsx')).TopDialog);

export interface FilterPickerHandle {
  /** Opens the menu of a filtered column, under the box of its heading on the page. */
  open(sheet: string, column: number, box: DOMRect): void;
}

interface Opened {
  readonly sheet: string;
  readonly column: number;
  readonly box: DOMRect;
  readonly dialog: FilterDialogKind | null;
}

export interface FilterPickerProps {
  readonly ref: Ref<FilterPickerHandle>;
  readonly onProblem: (problem: Problem) => void;
}

/** The menu of a filtered column, and the dialogs that it leads to. */
export function FilterPicker({ ref, onProblem }: FilterPickerProps) {
  const workspace = useWorkspace();
  const { session, grid } = workspace;
  useSessionTopic(session, 'sheets');
  const [opened, setOpened] = useState<Opened | null>(null);
  // The popover wants the element that it belongs to, which is not there before it has been opened.
  const [anchor, setAnchor] = useState<HTMLSpanElement | null>(null);
  useImperativeHandle(
    ref,
    () => ({ open: (sheet, column, box) => setOpened({ sheet, column, box, dialog: null }) }),
    [],
  );
  const filter = opened && session.hasSheet(opened.sheet) ? session.sheet(opened.sheet).filter : undefined;
  if (!opened || !filter) return null;

  const context = { workspace, onProblem };
  const { sheet, column, box, dialog } = opened;
  const close = () => {
    setOpened(null);
    workspace.inNextFrame(() => grid?.focus());
  };
  const closingFirst = (carryOut: () => Promise<unknown>) => {
    close();
    void carryOut();
  };
  const criterion = criterionOf(filter, column);
  if (dialog) {
    const props = {
      criterion,
      onFilter: (wanted: FilterCriterion) =>
        closingFirst(() => filterColumn(context, sheet, filter, column, wanted)),
      onClose: close,
    };
    const heading = columnWords(session, sheet, column, filter.range.top);
    const first = session.sheet(sheet).cell(filter.range.top + 1, column);
    return (
      <Suspense>
        {dialog === 'top' ? (
          <TopDialog {...props} />
        ) : dialog === 'period' ? (
          <PeriodDialog {...props} heading={heading} />
        ) : (
          <ConditionsDialog
            {...props}
            heading={heading}
            format={session.styleOf(first)?.format}
            isBetween={dialog === 'between'}
          />
        )}
      </Suspense>
    );
  }
  return (
    <>
      <span
        ref={setAnchor}
        style={{ position: 'fixed', left: box.left, top: box.top, width: box.width, height: box.height }}
        className="filter-anchor"
      />
      {anchor && (
        <Popover
          className="filter-popover float"
          triggerRef={{ current: anchor }}
          placement="bottom end"
          offset={1}
          isOpen
          onOpenChange={(isOpen) => {
            if (!isOpen) close();
          }}
        >
          <Dialog aria-label={`Filter ${columnWords(session, sheet, column, filter.range.top)}`}>
            <Suspense>
              <FilterMenu
                session={session}
                sheet={sheet}
                filter={filter}
                column={column}
                onSort={(descending) =>
                  closingFirst(() =>
                    sortCells(context, { sheet, range: filter.range, hasHeader: true }, [
                      { column, descending },
                    ]),
                  )
                }
                onFilter={(wanted) =>
                  closingFirst(() => filterColumn(context, sheet, filter, column, wanted))
                }
                onDialog={(kind) => setOpened({ ...opened, dialog: kind })}
                onClose={close}
              />
            </Suspense>
          </Dialog>
        </Popover>
      )}
    </>
  );
}
