import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, isAbsolute, join, resolve } from 'node:path';

/** Whether a name is a path, and no package: `./team.yaml`, `/etc/team.yaml`, or a file that is there. */
export function isPath(name: string, folder: string): boolean {
  return name.startsWith('.') || isAbsolute(name) || existsSync(resolve(folder, name));
}

/** The folder of an installed package, looked for upwards as Node does. */
export function packageFolder(name: string, folder: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    const found = join(here, 'node_modules', name);
    if (existsSync(found)) return found;
    if (here === dirname(here)) return undefined;
  }
}

/** The file that a package exports under a name: its main one, or one of its parts. */
export async function exportedFile(name: string, folder: string): Promise<string | undefined> {
  const from = join(folder, 'any.js');
  try {
    return createRequire(from).resolve(name);
  } catch (error) {
    const { code } = error as { readonly code?: string };
    if (code !== 'MODULE_NOT_FOUND' && code !== 'ERR_PACKAGE_PATH_NOT_EXPORTED') throw error;
    if (packageFolder(packageName(name), folder) === undefined) return undefined;
    const { resolveImport } = await import('./module-loader.ts');
    return resolveImport(name, from);
  }
}

/** `@acme/rules/strict.yaml` is in `@acme/rules`. */
function packageName(name: string): string {
  return name.split('/', name.startsWith('@') ? 2 : 1).join('/');
}
