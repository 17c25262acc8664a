import type { FrozenIndex } from '../matching/frozen-index.ts';
import { freezeIndex, thawIndex } from '../matching/frozen-index.ts';
import type { IndexedSet } from '../matching/phrasebook.ts';
import type { Plan, PlannedRule } from './plan.ts';

/** A plan as it ships: one JSON file, and one file of 32-bit numbers beside it. */
export interface FrozenPlan {
  readonly rules: readonly PlannedRule[];
  readonly sets: readonly IndexedSet[];
  /** How many numbers the owners of the patterns take, before those of the index. */
  readonly owners: number;
  readonly index: FrozenIndex;
}

export function freezePlan({ rules, book }: Plan): { readonly frozen: FrozenPlan; readonly numbers: Int32Array } {
  const { frozen, numbers } = freezeIndex(book.index);
  const all = new Int32Array(1 + book.owners.length + numbers.length);
  all[0] = BYTE_ORDER;
  all.set(book.owners, 1);
  all.set(numbers, 1 + book.owners.length);
  return { frozen: { rules, sets: book.sets, owners: book.owners.length, index: frozen }, numbers: all };
}

/** The plan, or undefined where the numbers were written by a machine of the other byte order. */
export function thawPlan({ rules, sets, owners, index }: FrozenPlan, numbers: Int32Array): Plan | undefined {
  if (numbers[0] !== BYTE_ORDER) return undefined;
  const ownersEnd = 1 + owners;
  return {
    rules,
    book: {
      sets,
      owners: numbers.subarray(1, ownersEnd),
      index: thawIndex(index, numbers.subarray(ownersEnd)),
    },
  };
}

/** Reads as another number where the byte order is another. */
const BYTE_ORDER = 0x01020304;
