import type { z } from 'zod';
import type { SeedFile, SeedProblem } from './problems.ts';
import { month } from './rows.ts';

/*
 * From the files' JSON to rows of known shape, with every problem named by file, row and field.
 */

/** The rows of one list before they are checked. */
export interface List {
  readonly file: SeedFile;
  /** The key of the list inside its file; null where the file is the list. */
  readonly key: string | null;
  readonly rows: readonly unknown[];
}

export const layout = {
  documents: { file: 'documents.json', key: null },
  facts: { file: 'facts.json', key: null },
  benchmarks: { file: 'benchmarks.json', key: null },
  deals: { file: 'deals.json', key: 'deals' },
  nestedPairs: { file: 'deals.json', key: 'nestedPairs' },
  totals: { file: 'totals.json', key: null },
  scenarios: { file: 'drivers.json', key: 'scenarios' },
  drivers: { file: 'drivers.json', key: 'drivers' },
  series: { file: 'drivers.json', key: 'series' },
  constants: { file: 'drivers.json', key: 'constants' },
  parties: { file: 'parties.json', key: 'parties' },
  chipShares: { file: 'parties.json', key: 'chipShares' },
  projectFunders: { file: 'parties.json', key: 'projectFunders' },
  projectSites: { file: 'parties.json', key: 'projectSites' },
} as const satisfies Record<string, { file: SeedFile; key: string | null }>;

export type ListName = keyof typeof layout;
export type Lists = Readonly<Record<ListName, List>>;

/** Lists that may be empty: a model without nested deals or without series is still a model. */
const mayBeEmpty: ReadonlySet<string> = new Set<ListName>(['nestedPairs', 'series', 'constants']);

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function readLists(raw: Readonly<Record<string, unknown>>, problems: SeedProblem[]): Lists {
  const known = new Set<string>(Object.values(layout).map(({ file }) => file));
  for (const file of Object.keys(raw)) {
    if (!known.has(file))
      problems.push({ file, row: null, field: null, problem: 'no such seed file is known' });
  }
  for (const file of known) {
    const content = raw[file];
    const keys: string[] = Object.values(layout).flatMap((list) =>
      list.file === file && list.key ? [list.key] : [],
    );
    if (keys.length === 0 || !isRecord(content)) continue;
    if (file === layout.drivers.file) keys.push('asOf');
    for (const field of Object.keys(content)) {
      if (!keys.includes(field)) problems.push({ file, row: null, field, problem: 'no such field is known' });
    }
  }
  const read = (name: ListName): List => {
    const { file, key } = layout[name];
    const content = raw[file];
    const rows = key === null ? content : isRecord(content) ? content[key] : undefined;
    if (!Array.isArray(rows)) {
      problems.push({ file, row: null, field: key, problem: `expected a list of rows${found(rows)}` });
      return { file, key, rows: [] };
    }
    if (rows.length === 0 && !mayBeEmpty.has(name)) {
      problems.push({ file, row: null, field: key, problem: 'the list is empty' });
    }
    return { file, key, rows };
  };
  return {
    documents: read('documents'),
    facts: read('facts'),
    benchmarks: read('benchmarks'),
    deals: read('deals'),
    nestedPairs: read('nestedPairs'),
    totals: read('totals'),
    scenarios: read('scenarios'),
    drivers: read('drivers'),
    series: read('series'),
    constants: read('constants'),
    parties: read('parties'),
    chipShares: read('chipShares'),
    projectFunders: read('projectFunders'),
    projectSites: read('projectSites'),
  };
}

/** What identifies a row: its id, name or item. */
export function identityOf(row: unknown): string | null {
  if (!isRecord(row)) return null;
  for (const key of ['id', 'name', 'item', 'buyer', 'party']) {
    const identity = row[key];
    if (typeof identity === 'string' && identity.trim() !== '') return identity;
  }
  return null;
}

/** The row as a message names it. */
export function rowLabel(list: List, row: unknown): string {
  const number = `${list.key === null ? '' : `${list.key} `}row ${list.rows.indexOf(row) + 1}`;
  if (isRecord(row) && typeof row['inner'] === 'string' && typeof row['container'] === 'string') {
    return `${number} (${row['inner']} in ${row['container']})`;
  }
  return identityOf(row) ?? number;
}

/** The value found, for a message; nothing where it is too long to help. */
function found(value: unknown): string {
  if (value === undefined) return ', found nothing';
  if (typeof value === 'object' && value !== null) return '';
  const written = JSON.stringify(value);
  return written.length > 60 ? '' : `, found ${written}`;
}

function fieldOf(path: readonly PropertyKey[]): string | null {
  if (path.length === 0) return null;
  return path
    .map((step, index) =>
      typeof step === 'number' ? ` #${step + 1}` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

function valueAt(row: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = row;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = Reflect.get(value, step);
  }
  return value;
}

/** What one issue of zod means, one sentence part; a choice names all its alternatives. */
function meaning(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_union' && issue.errors.length > 0) {
    return [...new Set(issue.errors.flat().map(meaning))].join(', or ');
  }
  return issue.message.replace(/^Invalid (input|option): /, '');
}

export function parseRows<Row extends z.ZodType>(
  list: List,
  schema: Row,
  problems: SeedProblem[],
): z.output<Row>[] {
  const rows: z.output<Row>[] = [];
  for (const row of list.rows) {
    // Each schema sees a few dozen rows once: compiling it would take longer than interpreting it.
    const parsed = schema.safeParse(row, { jitless: true });
    if (parsed.success) {
      rows.push(parsed.data);
      continue;
    }
    for (const issue of parsed.error.issues) {
      const base = { file: list.file, row: rowLabel(list, row) };
      if (issue.code === 'unrecognized_keys') {
        for (const key of issue.keys) {
          problems.push({ ...base, field: fieldOf([...issue.path, key]), problem: 'no such field is known' });
        }
      } else {
        const problem = `${meaning(issue)}${found(valueAt(row, issue.path))}`;
        problems.push({ ...base, field: fieldOf(issue.path), problem });
      }
    }
  }
  return rows;
}

export function parseAsOf(content: unknown, problems: SeedProblem[]): string {
  const value = isRecord(content) ? content['asOf'] : undefined;
  const parsed = month.safeParse(value);
  if (parsed.success) return parsed.data;
  problems.push({
    file: layout.drivers.file,
    row: null,
    field: 'asOf',
    problem: `expected a month such as 2026-07${found(value)}`,
  });
  return '';
}
