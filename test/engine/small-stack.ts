import { Engine } from '../../shared/engine/engine.ts';
import { longFormulas, refusedFormulas } from './deep-formulas.ts';

/*
 * Builds a sheet of each formula alone, writes it once more, and prints how it went. To be run in a
 * process of its own, with as little stack as a browser's worker has, and before anything is
 * compiled, when a call takes most stack.
 */
const [, , chosen] = process.argv;
const formula = [...longFormulas, ...refusedFormulas].find(([name]) => name === chosen)?.[1] ?? '';
const engine = Engine.build(
  [{ name: 'S', rows: [[formula, '=1+1', 1]] }],
  [{ name: 'one', sheet: 'S', range: { top: 0, left: 2, bottom: 0, right: 2 } }],
);
engine.setCells([{ sheet: 'S', row: 1, column: 0, content: formula }]);
const [first, second] = engine.sheetValues('S');
process.stdout.write(JSON.stringify({ first, second, parses: engine.faultOf(formula) === null }));
engine.destroy();
