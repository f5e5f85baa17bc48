import { z } from 'zod';
import { maximumColumns, maximumRows } from './address.ts';
import { maximumTextLength } from './document.ts';

/* What may be in a cell, and where it may be: for commands, the clipboard and files. */

export const contentSchema = z.union([z.string().max(maximumTextLength), z.number(), z.boolean()]).nullable();

/** Counted from 0, as are columns. */
export const rowSchema = z
  .int()
  .min(0)
  .max(maximumRows - 1);
export const columnSchema = z
  .int()
  .min(0)
  .max(maximumColumns - 1);

export const noteSchema = z.string().min(1).max(maximumTextLength);
export const formatSchema = z.string().min(1).max(255);
