import type { TreePath } from '../../src/texts/tree.ts';

/** The paths of all strings in a value, in order. */
export function* stringPaths(value: unknown, path: TreePath = []): Generator<TreePath> {
  if (typeof value === 'string') yield path;
  else if (Array.isArray(value))
    for (const [index, inside] of value.entries()) yield* stringPaths(inside, [...path, index]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, inside] of Object.entries(value)) yield* stringPaths(inside, [...path, key]);
}
