import { relative, resolve, sep } from 'node:path';
import type { Ignore } from '../config/ignores.ts';
import type { FoundConfig } from './config-finder.ts';
import { isSearchedFor } from './files.ts';

/** The entries of `ignores` that are for a file. @param file absolute */
export async function ignoresFor({ config, folder }: FoundConfig, file: string): Promise<readonly Ignore[]> {
  const { ignores = [] } = config.file;
  if (ignores.length === 0) return [];
  const { default: picomatch } = await import('picomatch');
  const path = relative(folder, file).split(sep).join('/');
  return ignores.filter(({ files }) =>
    files.some((pattern) => picomatch.isMatch(path, pattern.replace(/^\.\//, ''), { dot: true })),
  );
}

/** The files that an entry is for, absolute; of what globs find, those that are linted where a folder is. */
export async function filesOf({ files }: Ignore, folder: string): Promise<readonly string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const found = await fastGlob(
    files.map((pattern) => pattern.replace(/^\.\//, '')),
    { cwd: folder, absolute: true, dot: true, ignore: ['**/node_modules/**', '**/.git/**'] },
  );
  return found.filter(isSearchedFor).map((file) => resolve(file));
}
