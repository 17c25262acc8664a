import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { zh } from '../told/zh.ts';
import { documents } from './docs.ts';
import { hanPairsFile } from './han-pairs.ts';
import { namesOf, REGISTRY, registryOf, SHELVES } from './shelves.ts';
import { traditionalCatalogue, traditionalWording } from './traditional.ts';

/** Every file of the project that a program makes from others, by its path. */
export async function generatedFiles(root: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>([['src/matching/han-pairs.ts', hanPairsFile()]]);
  const wording = readFileSync(join(root, 'src/locales/zh.ts'), 'utf8');
  files.set('src/locales/zh-Hant.ts', traditionalWording(wording));
  files.set('src/told/zh-Hant.ts', traditionalCatalogue(zh));
  for (const shelf of SHELVES) files.set(`${shelf.folder}/${REGISTRY}`, registryOf(root, shelf));
  const reporters = SHELVES.find(({ list }) => list === 'REPORTERS');
  if (reporters !== undefined) files.set(`${reporters.folder}/names.ts`, namesOf(root, reporters));
  return new Map([...files, ...(await documents(root))]);
}

export async function writeGenerated(root: string): Promise<void> {
  for (const [path, text] of await generatedFiles(root)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}
