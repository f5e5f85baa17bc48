import { HyperFormula } from 'hyperformula';
import { buildModel } from '../../shared/model/build.ts';
import { Workbook } from '../../shared/workbook/workbook.ts';
import { compare, type Comparison } from './measure.ts';
import { plainSettings } from './plain-settings.ts';
import { syntheticWorkbook } from './synthetic-workbook.ts';

/** A formula over a million empty cells entered and taken back, against one over a single cell. */
export function vastRange(): Comparison {
  const workbook = Workbook.open(buildModel());
  const sheet = 'Empty';
  const added = workbook.apply({ kind: 'addSheet', label: 'Sheet', name: sheet, at: 0 });
  if (!added.ok) throw new Error(added.problem.message);
  const enter = (content: string) => {
    const cells = [{ sheet, row: 0, column: 200, content }];
    const entered = workbook.apply({ kind: 'setCells', label: 'Edit', cells });
    if (!entered.ok) throw new Error(entered.problem.message);
    workbook.undo();
  };
  const result = compare(
    25,
    () => enter('=SUM(A1:CV10000)'),
    () => enter('=SUM(A1:A1)'),
  );
  workbook.close();
  return result;
}

/** Two hundred thousand values pasted and taken back, against HyperFormula that is built with them. */
export function largePaste(): Comparison {
  const sheet = 'Sheet1';
  const rows = Array.from({ length: 2_000 }, (_, row) =>
    Array.from({ length: 100 }, (__, column) => row * column + 0.5),
  );
  const cells = rows.flatMap((values, row) =>
    values.map((content, column) => ({ sheet, row, column, content })),
  );
  const workbook = Workbook.open(syntheticWorkbook(10));
  const added = workbook.apply({ kind: 'addSheet', label: 'Sheet', name: sheet, at: 0 });
  if (!added.ok) throw new Error(added.problem.message);
  const result = compare(
    5,
    () => {
      const pasted = workbook.apply({ kind: 'setCells', label: 'Paste', cells });
      if (!pasted.ok) throw new Error(pasted.problem.message);
      workbook.undo();
    },
    () => HyperFormula.buildFromArray(rows, plainSettings).destroy(),
  );
  workbook.close();
  return result;
}

/** A hundred thousand sorted values entered as one formula and taken back, against HyperFormula that is built with as many. */
export function largeResult(): Comparison {
  const values = Array.from({ length: 100_000 }, (_, row) => [(row * 7_919) % 65_536]);
  const sheet = 'Sheet1';
  const workbook = Workbook.open(syntheticWorkbook(10));
  const added = workbook.apply({ kind: 'addSheet', label: 'Sheet', name: sheet, at: 0 });
  if (!added.ok) throw new Error(added.problem.message);
  const cells = values.flatMap((line, row) =>
    line.map((content, column) => ({ sheet, row, column, content })),
  );
  const pasted = workbook.apply({ kind: 'setCells', label: 'Paste', cells });
  if (!pasted.ok) throw new Error(pasted.problem.message);
  const formula = { sheet, row: 0, column: 2, content: '=SORT(A1:A100000)' };
  const result = compare(
    5,
    () => {
      const entered = workbook.apply({ kind: 'setCells', label: 'Edit', cells: [formula] });
      if (!entered.ok) throw new Error(entered.problem.message);
      workbook.undo();
    },
    () => HyperFormula.buildFromArray(values, { ...plainSettings, maxRows: values.length }).destroy(),
  );
  workbook.close();
  return result;
}
