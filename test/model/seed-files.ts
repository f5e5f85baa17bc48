import benchmarksFile from '../../seeds/benchmarks.json' with { type: 'json' };
import dealsFile from '../../seeds/deals.json' with { type: 'json' };
import documentsFile from '../../seeds/documents.json' with { type: 'json' };
import driversFile from '../../seeds/drivers.json' with { type: 'json' };
import factsFile from '../../seeds/facts.json' with { type: 'json' };
import partiesFile from '../../seeds/parties.json' with { type: 'json' };
import totalsFile from '../../seeds/totals.json' with { type: 'json' };

/** The files as data that a test may spoil. */
export function copyOfFiles() {
  return structuredClone({
    'documents.json': documentsFile,
    'facts.json': factsFile,
    'benchmarks.json': benchmarksFile,
    'deals.json': dealsFile,
    'totals.json': totalsFile,
    'parties.json': partiesFile,
    'drivers.json': driversFile,
  });
}

export type Files = ReturnType<typeof copyOfFiles>;
