import { SheetPlan } from '../language/sheet-plan.ts';
import { networkOf } from '../network.ts';
import type { Seeds } from '../seeds/rows.ts';
import { contagion } from './exposure/contagion.ts';
import { dependence } from './exposure/dependence.ts';
import { layerConcentration } from './exposure/layer-concentration.ts';
import { losses } from './exposure/losses.ts';
import { stress } from './exposure/stress.ts';

/** Who depends on OpenAI, how concentrated its suppliers are, and who loses what when money is missing. */
export function exposureSheet(seeds: Seeds): SheetPlan {
  const sheet = new SheetPlan('Exposure');
  const network = networkOf(seeds);
  sheet.heading(
    'Exposure',
    'Who depends on OpenAI, how concentrated layers are, what is lost. A loss is counted once: default and valuation never on the same exposure.',
  );
  sheet.widths([300, 96, 96]);
  sheet.freeze(1).skip();
  dependence(sheet, network);
  layerConcentration(sheet, seeds);
  losses(sheet, network);
  stress(sheet, network);
  contagion(sheet, network);
  return sheet;
}
