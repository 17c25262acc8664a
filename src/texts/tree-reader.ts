import type { Source } from '../core/source.ts';
import type { Malformed, Tree } from './tree.ts';

/** How structured data is written. */
export type TreeSyntax = 'json' | 'yaml';

export type TreeReader = (source: Source) => Tree | Malformed;

/** Loads a parser: a run over plain text needs none. */
export async function treeReaderFor(syntax: TreeSyntax): Promise<TreeReader> {
  if (syntax === 'json') return (await import('./json.ts')).readJson;
  return (await import('./yaml.ts')).readYaml;
}
