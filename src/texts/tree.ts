import type { Directive } from '../core/directive.ts';
import type { Text } from '../core/text.ts';

/** A path to a value: keys of objects and indexes of lists. */
export type TreePath = readonly (string | number)[];

/** Structured data whose strings know where they stand in the source. JSON and YAML look alike through it. */
export interface Tree {
  readonly value: unknown;
  /** The string at a path; only for paths where `value` holds a string. */
  text(path: TreePath): Text;
  /** What its comments say to silence rules; JSON has none. */
  readonly directives?: readonly Directive[] | undefined;
}

/** Why a source could not be read. */
export interface Malformed {
  /** In English; shown as it is. */
  readonly problem: string;
  /** Offset in the file, UTF-16. */
  readonly offset: number;
}

export function isMalformed(read: Tree | Malformed): read is Malformed {
  return 'problem' in read;
}
