import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The licences of the packages whose code a bundle holds, one after the other. @param inputs the bundled files, relative to the root */
export function licencesOf(inputs: readonly string[], root: string): string {
  const packages = new Set(
    inputs.flatMap((path) => /(?:^|\/)(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1] ?? []),
  );
  // Its character tables are in the source, as facts; its licence asks to be named all the same.
  packages.add('node_modules/opencc-js');
  return [...packages]
    .sort()
    .map((folder) => licenceOf(join(root, folder)))
    .join('\n\n');
}

function licenceOf(folder: string): string {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Record<
    string,
    string
  >;
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry) && existsSync(join(folder, entry)));
  if (file === undefined) throw new Error(`${name} is bundled, and has no licence file`);
  return `${name} ${version} (${license})\n${'-'.repeat(60)}\n${readFileSync(join(folder, file), 'utf8').trim()}`;
}
