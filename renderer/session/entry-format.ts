import { parseReference } from '../../shared/workbook/address.ts';
import { isFormula } from '../../shared/workbook/document.ts';
import type { Entry } from '../../shared/workbook/entry.ts';
import { formulaFormat } from '../../shared/workbook/formula-format.ts';
import { isGeneral } from '../../shared/workbook/number-format.ts';
import type { Session } from '../session.ts';

/** The entry with the number format that its formula gives a General cell of this sheet; other entries as they are. */
export function withFormulaFormat(
  session: Session,
  entry: Entry,
  home: string,
  format: string | undefined,
): Entry {
  if (!isFormula(entry.content) || !isGeneral(format)) return entry;
  const shown = formulaFormat(entry.content, (text) => formatAt(session, text, home));
  return shown === undefined ? entry : { ...entry, format: shown };
}

/** The number format of the first cell of a reference or a name. */
function formatAt(session: Session, text: string, home: string): string | undefined {
  const { sheet = home, range } = session.name(text) ?? parseReference(text) ?? {};
  if (!range || !session.hasSheet(sheet)) return undefined;
  return session.styleOf(session.cell({ sheet, row: range.top, column: range.left }))?.format;
}
