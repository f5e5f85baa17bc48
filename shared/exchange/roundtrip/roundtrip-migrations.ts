import type { z } from 'zod';

/** The version that this program writes; older ones are migrated up to it. */
export const currentVersion = 1;

/** One step from a released version of the `.roundtrip` format to the next. */
export interface Migration {
  /** The version it reads; it gives the version after it. */
  readonly from: number;
  /** The shape of the version it reads, so that `migrate` never meets a damaged file. */
  readonly schema: z.ZodType;
  /** Takes parsed JSON that fits `schema`; gives the same document as the next version stores it. */
  readonly migrate: (file: unknown) => unknown;
}

/** All steps, oldest first. Version 1 is the first, so there are none yet. */
export const migrations: readonly Migration[] = [];
