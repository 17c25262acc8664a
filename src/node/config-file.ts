import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SetupError } from '../core/setup-error.ts';
import type { SettingsDocument } from '../rules/yaml-file.ts';
import { shownPath } from './files.ts';

/** What a configuration may be called, beside a part of `package.json`. */
export const CONFIG_FILES: readonly string[] = [
  'yaml',
  'yml',
  'json',
  'jsonc',
  'ts',
  'mts',
  'cts',
  'js',
  'mjs',
  'cjs',
].map((ending) => `replylint.config.${ending}`);

const PACKAGE = 'package.json';
/** In `package.json`. */
const KEY = 'replylint';

/** The configuration in a folder. @throws SetupError where there are two */
export function configIn(folder: string, cwd: string): string | undefined {
  const found = CONFIG_FILES.map((name) => join(folder, name)).filter((file) => existsSync(file));
  if (isInPackage(join(folder, PACKAGE))) found.push(join(folder, PACKAGE));
  if (found.length > 1) {
    const names = found.map((file) => (basename(file) === PACKAGE ? `${PACKAGE} (“${KEY}”)` : basename(file)));
    throw new SetupError(`there are ${found.length} configurations in one folder: ${names.join(', ')}.`, {
      place: { path: shownPath(folder, cwd) },
      mend: 'Keep one of them.',
    });
  }
  return found[0];
}

function isInPackage(file: string): boolean {
  if (!existsSync(file)) return false;
  const text = readFileSync(file, 'utf8');
  if (!text.includes(`"${KEY}"`)) return false;
  try {
    return KEY in (JSON.parse(text) as object);
  } catch {
    // Not ours to complain of: what uses the package does.
    return false;
  }
}

function textOf(file: string, path: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    // A folder of that name, or a file of somebody else.
    throw new SetupError(`it cannot be read: ${(error as Error).message}.`, { place: { path } });
  }
}

/** Reads a configuration, of whatever kind it is. @throws SetupError where it cannot be read */
export async function readConfigFile(file: string, cwd: string): Promise<SettingsDocument> {
  const path = shownPath(file, cwd);
  if (!existsSync(file)) throw new SetupError('no such configuration.', { place: { path } });
  const { MODULE, loadDefault } = await import('./module-loader.ts');
  if (MODULE.test(file)) {
    const { madeSettings } = await import('../config/made-settings.ts');
    return madeSettings(path, await loadDefault(file, cwd));
  }
  const text = textOf(file, path).replace(/^\ufeff/, '');
  if (/\.jsonc?$/.test(file)) {
    const { readJsonSettings } = await import('../config/json-settings.ts');
    return readJsonSettings({ path, text }, basename(file) === PACKAGE ? [KEY] : []);
  }
  const { readSettings } = await import('../rules/yaml-file.ts');
  const [document, second] = readSettings({ path, text });
  if (second !== undefined) throw new SetupError('a configuration is one YAML document.', { place: second.place([]) });
  return document ?? { path, value: undefined, place: () => ({ path, line: 1, column: 1, text }) };
}
