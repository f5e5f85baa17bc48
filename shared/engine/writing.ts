import type { HyperFormula } from 'hyperformula';
import { isFormula, plainText } from '../workbook/document.ts';
import { cellAt, firstValue, rawContent } from './cell-contents.ts';
import type { EngineContext } from './engine-context.ts';
import { enterValue } from './internals/enter-value.ts';
import { sameValue, type ChangedCell, type Writing, type Written } from './settling/settling.ts';

/** Writes contents into cells, each of them once, and calculates what follows. */
export function written(
  writings: readonly Writing[],
  formulas: HyperFormula,
  context: EngineContext,
): Written {
  const values: ChangedCell[] = [];
  const write = ({ position, content }: Writing) => {
    context.enter(position, content);
    const raw = rawContent(content, cellAt(formulas, position), context);
    if (!isFormula(content)) {
      const value = typeof content === 'string' ? plainText(content) : content;
      const old = enterValue(formulas, position, value, raw);
      if (old !== undefined) {
        if (!sameValue(firstValue(old), value)) values.push({ position, value });
        return;
      }
    }
    formulas.setCellContents(position, raw);
  };
  const calculated = formulas.batch(() => {
    for (const one of writings) if (!isFormula(one.content)) write(one);
    // Formulas come last: an array spills only over cells that are already free.
    for (const one of writings) if (isFormula(one.content)) write(one);
  });
  return { values, calculated };
}
