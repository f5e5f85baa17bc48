import type { LineRecord } from './language/sheet-plan.ts';
import type { RecordGroups } from './language/plan.ts';
import type { Party, Seeds } from './seeds/rows.ts';

/*
 * The nodes of the network of money, from the seeds: one more party there is one more row and
 * column in every matrix.
 */

/** A node by the key that formulas use, such as `google_cloud`, and its name. */
export interface Node extends LineRecord {
  readonly role: Party['role'];
  readonly layer: Party['layer'];
}

export interface Network {
  /** All nodes: the buyer, its counterparties, then the environment. */
  readonly nodes: readonly Node[];
  /** The nodes between which money can go in a circle. */
  readonly internal: readonly Node[];
  readonly counterparties: readonly Node[];
  readonly environment: readonly Node[];
  readonly clouds: readonly Node[];
  /** Vendors to which clouds and the project pass money on. */
  readonly chipVendors: readonly Node[];
  readonly buyer: Node;
  readonly project: Node;
  /** The node that balances all others: the last. */
  readonly rest: Node;
  readonly node: (name: string) => Node;
}

/** The key of a party in formulas. */
export function partyKey(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
}

/** The network of the seeds. Throws when a name is asked for that is no party. */
export function networkOf(seeds: Seeds): Network {
  const nodes = seeds.parties.map(({ name, role, layer }): Node => ({
    id: partyKey(name),
    label: name,
    role,
    layer,
  }));
  const node = (name: string): Node => {
    const found = nodes.find(({ label }) => label === name);
    if (!found) throw new Error(`There is no party "${name}"`);
    return found;
  };
  const only = (role: Party['role']): Node => {
    const found = nodes.find((candidate) => candidate.role === role);
    if (!found) throw new Error(`No party is the ${role}`);
    return found;
  };
  const internal = nodes.filter(({ role }) => role !== 'environment');
  const environment = nodes.filter(({ role }) => role === 'environment');
  const rest = environment.at(-1);
  if (!rest) throw new Error('No party stands for the rest of the world');
  return {
    nodes,
    internal,
    counterparties: internal.filter(({ role }) => role !== 'buyer'),
    environment,
    clouds: nodes.filter(({ role }) => role === 'cloud'),
    chipVendors: Object.keys(seeds.chipShares[0]?.shares ?? {}).map(node),
    buyer: only('buyer'),
    project: only('project'),
    rest,
    node,
  };
}

/** The runs of neighbouring nodes that formulas refer to by name. */
export function networkGroups({ internal, counterparties, environment }: Network): RecordGroups {
  const ids = (nodes: readonly Node[]) => nodes.map(({ id }) => id);
  return {
    internal: ids(internal),
    counterparties: ids(counterparties),
    environment: ids(environment),
  };
}
