import { expect, test } from 'vitest';
import { SeedError } from '../../../shared/model/seeds/problems.ts';
import { parseSeeds } from '../../../shared/model/seeds/seeds.ts';
import { copyOfFiles, type Files } from '../seed-files.ts';

/** How seeds are spoilt, and what their refusal says of it. */
export type BadSeed = readonly [name: string, spoil: (files: Files) => void, ...message: string[]];

/** Gives one field, such as `valueBn.seed`, of the row of this identity another value; undefined removes it. */
export function set(list: readonly object[], identity: string, field: string, value: unknown): void {
  const row = list.find((candidate) =>
    ['id', 'name', 'item', 'buyer', 'party'].some((key) => Reflect.get(candidate, key) === identity),
  );
  const path = field.split('.');
  const last = path.pop() ?? '';
  const owner: unknown = path.reduce<unknown>(
    (object, key) => (typeof object === 'object' && object !== null ? Reflect.get(object, key) : undefined),
    row,
  );
  if (typeof owner !== 'object' || owner === null) throw new Error(`no field ${field} in ${identity}`);
  if (value === undefined) Reflect.deleteProperty(owner, last);
  else Reflect.set(owner, last, value);
}

/** Why spoilt seeds are refused; throws where they are accepted. */
export function refusal(spoil: (files: Files) => void): SeedError {
  const files = copyOfFiles();
  spoil(files);
  try {
    parseSeeds(files);
  } catch (error) {
    if (error instanceof SeedError) return error;
    throw error;
  }
  throw new Error('the seeds were accepted');
}

/** A test for each: the refusal says all of the message. */
export function testRefusals(cases: readonly BadSeed[]): void {
  for (const [name, spoil, ...messages] of cases) {
    test(name, () => {
      const { message } = refusal(spoil);
      for (const part of messages) expect(message).toContain(part);
    });
  }
}
