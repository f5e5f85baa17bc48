import { describe } from 'vitest';
import type { Files } from '../seed-files.ts';
import { set, testRefusals } from './refusal.ts';
import type { BadSeed } from './refusal.ts';

const cases: readonly BadSeed[] = [
  [
    'a deal of a party that is not listed',
    (f) => {
      set(f['deals.json'].deals, 'D06', 'node', 'Orakel');
    },
    'deals.json, D06, node: there is no party "Orakel" in parties.json',
  ],
  [
    'a party listed twice',
    (f) => {
      set(f['parties.json'].parties, 'AMD', 'name', 'NVIDIA');
    },
    'parties.json, NVIDIA, name: used more than once',
  ],
  [
    'two buyers',
    (f) => {
      set(f['parties.json'].parties, 'AMD', 'role', 'buyer');
    },
    'parties.json, role: exactly one party must be the buyer, found OpenAI, AMD',
  ],
  [
    'no project',
    (f) => {
      set(f['parties.json'].parties, 'Stargate', 'role', 'investor');
    },
    'parties.json, role: exactly one party must be the project, found none',
  ],
  [
    'a role that does not exist',
    (f) => {
      set(f['parties.json'].parties, 'AMD', 'role', 'vendor');
    },
    'parties.json, AMD, role',
  ],
  [
    'a layer that no party has',
    (f) => {
      set(f['parties.json'].parties, 'AMD', 'layer', 'equity');
    },
    'parties.json, AMD, layer',
  ],
  [
    'a revenue outside its bounds',
    (f) => {
      set(f['parties.json'].parties, 'AMD', 'revenueBn.value', 50);
    },
    'parties.json, AMD, revenueBn.value: 50 is outside its bounds 28 to 42',
  ],
  [
    'an equity whose bounds are the wrong way round',
    (f) => {
      set(f['parties.json'].parties, 'AMD', 'equityBn.low', 80);
    },
    'parties.json, AMD, equityBn.value: 60 is outside its bounds 80 to 70',
  ],
  [
    'a register item of a party that does not exist',
    (f) => {
      set(f['parties.json'].parties, 'AMD', 'revenueBn.benchmarkItems', ['X']);
    },
    'parties.json, AMD, revenueBn.benchmarkItems: there is no register item "X"',
  ],
  [
    'a field of a party that nobody knows',
    (f) => {
      set(f['parties.json'].parties, 'AMD', 'revenue', 35);
    },
    'parties.json, AMD, revenue: no such field is known',
  ],
  [
    'a buyer of chips that is not listed',
    (f) => {
      set(f['parties.json'].chipShares, 'Oracle', 'buyer', 'Orakel');
    },
    'parties.json, Orakel, buyer: there is no party "Orakel" in parties.json',
  ],
  [
    'a buyer of chips listed twice',
    (f) => {
      set(f['parties.json'].chipShares, 'Oracle', 'buyer', 'Microsoft');
    },
    'parties.json, Microsoft, buyer: used more than once',
  ],
  [
    'a share of chips outside its bounds',
    (f) => {
      set(f['parties.json'].chipShares, 'Oracle', 'shares.AMD.value', 0.01);
    },
    'parties.json, Oracle, shares.AMD: 0.01 is outside its bounds 0.05 to 0.25',
  ],
  [
    'shares of chips above 1',
    (f) => {
      set(f['parties.json'].chipShares, 'Oracle', 'shares.AMD.value', 0.2);
    },
    'parties.json, Oracle, shares: the shares add up to 1.05, more than 1',
  ],
  [
    'a buyer that lists a vendor too few',
    (f) => {
      set(f['parties.json'].chipShares, 'Oracle', 'shares.AMD', undefined);
    },
    'parties.json, Oracle, shares: every buyer lists the vendors of Microsoft: AMD, Broadcom, NVIDIA',
  ],
  [
    'a buyer that lists another vendor',
    (f) => {
      const [, oracle] = f['parties.json'].chipShares;
      const { AMD, ...others } = oracle!.shares;
      set(f['parties.json'].chipShares, 'Oracle', 'shares', { ...others, Cerebras: AMD });
    },
    'parties.json, Oracle, shares: every buyer lists the vendors of Microsoft: AMD, Broadcom, NVIDIA',
  ],
  [
    'a vendor of chips that is not listed',
    (f) => {
      for (const row of f['parties.json'].chipShares)
        Object.assign(row.shares, { Intel: row.shares.Broadcom });
    },
    'parties.json, Microsoft, shares: there is no party "Intel" in parties.json',
  ],
  [
    'a funder of the project that is not listed',
    (f) => {
      set(f['parties.json'].projectFunders, 'Oracle', 'party', 'Orakel');
    },
    'parties.json, Orakel, party: there is no party "Orakel" in parties.json',
  ],
  [
    'a funder listed twice',
    (f) => {
      set(f['parties.json'].projectFunders, 'Oracle', 'party', 'SoftBank');
    },
    'parties.json, SoftBank, party: used more than once',
  ],
  [
    'a share of the project that follows no driver',
    (f) => {
      set(f['parties.json'].projectFunders, 'Oracle', 'driver', 'sg_orakel');
    },
    'parties.json, Oracle, driver: there is no driver sg_orakel',
  ],
  [
    'a site of a deal that does not exist',
    (f) => {
      set(f['parties.json'].projectSites, 'SB Energy', 'deal', 'D99');
    },
    'parties.json, SB Energy, deal: there is no deal D99',
  ],
  [
    'a site of what is no deal',
    (f) => {
      set(f['parties.json'].projectSites, 'SB Energy', 'deal', 'E01');
    },
    'parties.json, SB Energy, deal: expected the id of a deal such as D04',
  ],
  [
    'a network without parties',
    (f) => {
      f['parties.json'].parties = [];
    },
    'parties.json, parties: the list is empty',
  ],
  [
    'a list of the network that is missing',
    (f) => {
      delete (f['parties.json'] as Partial<Files['parties.json']>).chipShares;
    },
    'parties.json, chipShares: expected a list of rows, found nothing',
  ],
];

describe('A bad party or network is refused with its file, row and field', () => {
  testRefusals(cases);
});
