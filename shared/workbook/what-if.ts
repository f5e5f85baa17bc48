import type { CellEdit } from '../engine/engine.ts';
import { addressText } from './address.ts';
import type { CalculatedDocument } from './calculated-document.ts';

/** A question to a workbook under which some cells hold something else. */
export interface WhatIf<Answer> {
  readonly edits: readonly CellEdit[];
  readonly read: () => Answer;
}

/** What `read` gives while the edits are in force; afterwards everything is as before. */
export function whatIf<Answer>(
  calculated: CalculatedDocument,
  edits: readonly CellEdit[],
  read: () => Answer,
): Answer {
  const own = edits.map((edit) => ({ ...edit, content: calculated.cell(edit)?.content ?? null }));
  const trial = calculated.engine.beginTrial();
  try {
    trial.set(edits);
    return read();
  } finally {
    trial.end(own);
  }
}

/**
 * What each case's `read` gives while its edits are in force, case after case, with one recalculation
 * for each. Between two cases the edits of the last stay in force: until the generator has ended or is
 * ended with `return`, which puts everything back, nothing else may be asked of the document.
 */
export function* whatIfs<Answer>(
  calculated: CalculatedDocument,
  cases: Iterable<WhatIf<Answer>>,
): Generator<Answer, void, void> {
  let inForce: ReadonlyMap<string, CellEdit> = new Map();
  const own = (edit: CellEdit): CellEdit => ({ ...edit, content: calculated.cell(edit)?.content ?? null });
  const trial = calculated.engine.beginTrial();
  try {
    for (const { edits, read } of cases) {
      const wanted = new Map(edits.map((edit) => [addressText(edit), edit]));
      const putBack = [...inForce].filter(([key]) => !wanted.has(key)).map(([, edit]) => own(edit));
      const set = [...wanted].filter(
        ([key, edit]) => !Object.is(edit.content, (inForce.get(key) ?? own(edit)).content),
      );
      inForce = wanted;
      trial.set([...putBack, ...set.map(([, edit]) => edit)]);
      yield read();
    }
  } finally {
    trial.end([...inForce.values()].map(own));
  }
}
