// The peer of `roundtrip report`: builds the same sheets in HyperFormula and does nothing else.
import { readFileSync } from 'node:fs';
import { HyperFormula } from 'hyperformula';

const { sheets, names, settings } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const engine = HyperFormula.buildFromSheets(sheets, settings, names);
if (engine.countSheets() !== Object.keys(sheets).length) throw new Error('Not all sheets were built');
