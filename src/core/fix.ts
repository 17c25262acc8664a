import type { Edit } from './edit.ts';

/**
 * How sure a fix is. `safe`: the sentence says the same as before, so it is made without being read. `unsafe`: it should be
 * read after it is made. `suggestion`: somebody must fill in or choose, so it is shown and never made.
 */
export const FIX_SAFETIES = ['safe', 'unsafe', 'suggestion'] as const;
export type FixSafety = (typeof FIX_SAFETIES)[number];

/** A way to mend a finding: all of its edits, or none of them. The edits stand in the file of the finding. */
export interface Fix {
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
  /** What each edit does to the words, without the source's escapes; in the order of the edits. */
  readonly changes: readonly ChangedWords[];
}

export interface ChangedWords {
  readonly was: string;
  readonly becomes: string;
}

/** Why a finding has no fix, or why it was not made. */
export type FixObstacle =
  /** The place cannot be written. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** Something that must stay would change. */
  | { readonly kind: 'loses'; readonly what: Kept }
  /** What no report may show would have to be written. */
  | { readonly kind: 'secret' }
  /** The file would be read otherwise than was meant. */
  | { readonly kind: 'misread' }
  /** There would be more to find fault with than before. */
  | { readonly kind: 'no gain' };

/** What every fix leaves as it is. */
export const KEPT = ['number', 'date', 'amount', 'name', 'link', 'negation', 'placeholder'] as const;
export type Kept = (typeof KEPT)[number];

export interface LeftOutFix {
  readonly path: string;
  readonly rule: string;
  readonly safety: FixSafety;
  readonly obstacle: FixObstacle;
}
