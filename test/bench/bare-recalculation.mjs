// The peer of a whole recalculation, in a process of its own: functions are registered for all of
// HyperFormula at once, so beside our engine it would calculate with ours. Prints the median in
// milliseconds, and how many cells are errors, because plain HyperFormula lacks their functions.
import { readFileSync } from 'node:fs';
import { HyperFormula } from 'hyperformula';
import { median } from './measure.ts';

const { sheets, names, settings, numbers, runs } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const plain = HyperFormula.buildFromSheets(sheets, settings, names);
const errors = Object.values(plain.getAllSheetsValues())
  .flat(2)
  .filter((value) => typeof value === 'object' && value !== null).length;
const times = [];
for (let run = 0; run <= runs; run++) {
  const start = performance.now();
  plain.batch(() => {
    for (const { sheet, row, column, number } of numbers)
      plain.setCellContents({ sheet: plain.getSheetId(sheet), row, col: column }, number * (1 + run * 1e-9));
  });
  if (run > 0) times.push(performance.now() - start);
}
console.log(JSON.stringify({ median: median(times), errors }));
