import type { Problem } from '../../shared/result.ts';
import { contains, type Range } from '../../shared/workbook/address.ts';
import { firstCell } from '../../shared/workbook/range-parts.ts';
import {
  seenFrom,
  settingsAt,
  withFormulas,
  type ValidationSettings,
} from '../../shared/workbook/validation/validation.ts';
import { rangesText } from '../range-text.ts';
import { chosenRanges } from '../sheet-view.ts';
import type { Workspace } from '../workspace.ts';
import { ValidationDialog } from './validation-dialog.tsx';

interface ValidationPageProps {
  readonly workspace: Workspace;
  readonly onClose: () => void;
}

/** The dialog about what the chosen cells may hold. It shows what the active cell may. */
export function ValidationPage({ workspace, onClose }: ValidationPageProps) {
  const { session, view } = workspace;
  const { sheet, row, column } = view.selection;
  const active = { row, column };
  const chosen = chosenRanges(view.selection);
  const validation = session.validationAt({ sheet, row, column });
  const send = async (settings: ValidationSettings | null, others: boolean): Promise<Problem | null> => {
    const ranges = others && validation ? [...chosen, ...validation.ranges] : [...chosen];
    const first = firstCell(ranges);
    const before = new Map<string, string>();
    const seen =
      settings &&
      withFormulas(settings, (formula) => {
        const moved = seenFrom(formula, active, first);
        before.set(moved, formula);
        return moved;
      });
    const answer = await session.dispatch({
      kind: 'setValidation',
      label: `${settings ? 'Data validation' : 'Clear data validation'} of ${rangesText(sheet, ranges)}`,
      sheet,
      ranges,
      settings: seen,
    });
    if (answer.ok) {
      onClose();
      return null;
    }
    const { subject } = answer.problem;
    return { ...answer.problem, subject: before.get(subject ?? '') ?? subject };
  };
  return (
    <ValidationDialog
      settings={validation && settingsAt(validation, active)}
      hasOthers={validation?.ranges.some((range) => !isWithin(range, chosen)) ?? false}
      onTake={send}
      onClose={onClose}
    />
  );
}

function isWithin({ top, left, bottom, right }: Range, chosen: readonly Range[]): boolean {
  return chosen.some((range) => contains(range, top, left) && contains(range, bottom, right));
}
