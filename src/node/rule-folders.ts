import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { SetupError } from '../core/setup-error.ts';
import { shownPath } from './files.ts';

/**
 * Looked for when rules are wanted and not when the configuration is read, so that `new rule` can make them.
 *
 * @param folders those of the configuration, absolute
 * @throws SetupError where one is not there, with the place that names it
 */
export async function checkRuleFolders(config: Config, folders: readonly string[], cwd: string): Promise<void> {
  const missing = folders.find((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true);
  if (missing === undefined) return;
  const { tracedValues } = await import('../config/trace.ts');
  const named = tracedValues(config).find(
    ({ keys, value, place }) =>
      keys[0] === 'ruleFolders' && resolve(cwd, dirname(place.path), String(value)) === missing,
  );
  throw new SetupError(`${shownPath(missing, cwd)}: no such folder of rules.`, {
    ...(named === undefined ? {} : { place: named.place }),
    mend: 'See `ruleFolders` in the configuration.',
  });
}
