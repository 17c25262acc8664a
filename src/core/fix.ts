import type { Edit } from './edit.ts';

/**
 * How sure a fix is. `safe`: the sentence says the same as before, so it is made without being read. `unsafe`: it should be
 * read after it is made. `suggestion`: somebody must fill in or choose, so it is shown and never made.
 */
export type FixSafety = 'safe' | 'unsafe' | 'suggestion';

/** A way to mend a finding: all of its edits, or none of them. The edits stand in the file of the finding. */
export interface Fix {
  readonly safety: FixSafety;
  readonly edits: readonly Edit[];
}
