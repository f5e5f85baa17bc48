import type { z } from 'zod';
import benchmarksFile from '../../../seeds/benchmarks.json' with { type: 'json' };
import dealsFile from '../../../seeds/deals.json' with { type: 'json' };
import documentsFile from '../../../seeds/documents.json' with { type: 'json' };
import driversFile from '../../../seeds/drivers.json' with { type: 'json' };
import factsFile from '../../../seeds/facts.json' with { type: 'json' };
import partiesFile from '../../../seeds/parties.json' with { type: 'json' };
import totalsFile from '../../../seeds/totals.json' with { type: 'json' };
import { checkDeal, checkNesting } from './cross-checks/deals.ts';
import { checkDrivers, checkSeries } from './cross-checks/drivers.ts';
import { checkDocuments, checkFigures } from './cross-checks/figures.ts';
import {
  checkChipShares,
  checkDealParties,
  checkProject,
  checkRoles,
  checkSizes,
} from './cross-checks/parties.ts';
import { checkIds, readKnown } from './cross-checks/references.ts';
import { parseAsOf, parseRows, readLists, type List } from './lists.ts';
import { SeedError, type SeedFile, type SeedProblem } from './problems.ts';
import {
  benchmarkRow,
  chipShareRow,
  constantRow,
  dealRow,
  documentRow,
  driverRow,
  factRow,
  nestedPairRow,
  partyRow,
  projectFunderRow,
  projectSiteRow,
  scenarioRow,
  seriesRow,
  totalRow,
  type Seeds,
} from './rows.ts';

/**
 * Checks the content of the seven seed files and joins it into one object.
 *
 * Takes the parsed JSON of each file under its file name. Gives the seeds, unchanged. Refuses, by
 * a `SeedError` that lists every problem: a missing or unknown file, list or field; a field of the
 * wrong type or form; an id or name used twice; a reference to a fact, register item, deal or
 * driver that does not exist; a figure without fact, item or reason; a figure outside its bounds;
 * a deal that ends before it starts; shares of one whole above 1; deals nested in a circle; a deal,
 * a share of chips or a part of the project of a party that is not listed; other than one buyer and
 * one project.
 */
export function parseSeeds(raw: Readonly<Record<SeedFile, unknown>>): Seeds {
  const problems: SeedProblem[] = [];
  const lists = readLists(raw, problems);
  const parse = <Row extends z.ZodType>(list: List, schema: Row) => parseRows(list, schema, problems);
  const seeds = {
    documents: parse(lists.documents, documentRow),
    facts: parse(lists.facts, factRow),
    benchmarks: parse(lists.benchmarks, benchmarkRow),
    deals: parse(lists.deals, dealRow),
    nestedPairs: parse(lists.nestedPairs, nestedPairRow),
    totals: parse(lists.totals, totalRow),
    scenarios: parse(lists.scenarios, scenarioRow),
    drivers: parse(lists.drivers, driverRow),
    series: parse(lists.series, seriesRow),
    constants: parse(lists.constants, constantRow),
    parties: parse(lists.parties, partyRow),
    chipShares: parse(lists.chipShares, chipShareRow),
    projectFunders: parse(lists.projectFunders, projectFunderRow),
    projectSites: parse(lists.projectSites, projectSiteRow),
  };
  const asOf = parseAsOf(raw['drivers.json'], problems);

  const known = readKnown(lists);
  checkIds(lists, problems);
  checkDocuments(seeds.documents, seeds.facts, known, problems);
  checkFigures(seeds.deals, seeds.totals, known, problems);
  for (const deal of seeds.deals) checkDeal(deal, known, problems);
  checkNesting(seeds.nestedPairs, lists.nestedPairs, known, problems);
  checkDrivers(seeds.drivers, lists.scenarios, known, problems);
  checkSeries(seeds.series, known, problems);
  checkDealParties(seeds.deals, known, problems);
  checkRoles(lists, problems);
  checkSizes(seeds.parties, known, problems);
  checkChipShares(seeds.chipShares, known, problems);
  checkProject(seeds.projectFunders, seeds.projectSites, known, problems);

  if (problems.length > 0) throw new SeedError(problems);
  return { ...seeds, asOf };
}

let shipped: Seeds | undefined;

/**
 * The seeds that ship with the program, checked on the first call and the same object ever after.
 * Refuses what `parseSeeds` refuses.
 */
export function readSeeds(): Seeds {
  shipped ??= parseSeeds({
    'documents.json': documentsFile,
    'facts.json': factsFile,
    'benchmarks.json': benchmarksFile,
    'deals.json': dealsFile,
    'totals.json': totalsFile,
    'drivers.json': driversFile,
    'parties.json': partiesFile,
  });
  return shipped;
}
