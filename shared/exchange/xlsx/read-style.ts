import type { CellStyle as FileStyle } from 'hucre/xlsx';
import { isFormula, type CellContent, type CellRole, type CellStyle } from '../../workbook/document.ts';

/**
 * The key in `styles` of the look that a cell of an Excel file has, entered there when it is new;
 * undefined when it has none.
 */
export function readStyle(
  { numFmt, alignment, font }: FileStyle = {},
  content: CellContent | null,
  choicesName: string | undefined,
  styles: Map<string, CellStyle>,
): string | undefined {
  const format = numFmt === 'General' ? undefined : numFmt;
  const horizontal = alignment?.horizontal;
  const align =
    horizontal === 'left' || horizontal === 'right' || horizontal === 'center' ? horizontal : undefined;
  const wrap = alignment?.wrapText === true;
  const strong = font?.bold === true;
  if (format === undefined && align === undefined && !wrap && !strong && choicesName === undefined)
    return undefined;
  const role = readRole(content, choicesName !== undefined);
  const key = [
    role,
    format ?? 'General',
    align,
    wrap && 'wrap',
    strong && 'strong',
    choicesName !== undefined && `one of ${choicesName}`,
  ]
    .filter(Boolean)
    .join('/');
  if (!styles.has(key))
    styles.set(key, {
      role,
      ...(format !== undefined && { format }),
      ...(align && { align }),
      ...(wrap && { wrap }),
      ...(strong && { strong }),
      ...(choicesName !== undefined && { choicesName }),
    });
  return key;
}

/** A file does not say what a cell is for: figures and choices are taken for inputs. */
function readRole(content: CellContent | null, isChoice: boolean): CellRole {
  if (isFormula(content)) return 'calculation';
  return isChoice || typeof content === 'number' ? 'input' : 'label';
}
