import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hanPairsFile } from './han-pairs.ts';
import { REGISTRY, registryOf, SHELVES } from './shelves.ts';

/** Every file of the source that a program makes from others. */
export function generatedFiles(root: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>([['src/matching/han-pairs.ts', hanPairsFile()]]);
  for (const shelf of SHELVES) files.set(`${shelf.folder}/${REGISTRY}`, registryOf(root, shelf));
  return files;
}

export function writeGenerated(root: string): void {
  for (const [path, text] of generatedFiles(root)) writeFileSync(join(root, path), text);
}
