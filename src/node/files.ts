import { statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { SetupError } from '../core/setup-error.ts';

/** A file to lint. */
export interface FoundFile {
  /** Absolute. */
  readonly file: string;
  /** As it is shown: relative to the working directory where it lies below it, with forward slashes. */
  readonly path: string;
  /** Named by itself, not found in a folder or by a glob. */
  readonly isNamed: boolean;
}

/**
 * The files that arguments name: files, folders (searched for files of known formats) and globs, each file
 * once, in the order of their paths.
 * @throws SetupError where an argument fits no file
 */
export async function findFiles(patterns: readonly string[], cwd: string): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  const add = (file: string, isNamed: boolean) => {
    if (!found.has(file)) found.set(file, { file, path: shownPath(file, cwd), isNamed });
  };
  for (const pattern of patterns) {
    const absolute = resolve(cwd, pattern);
    const stats = statSync(absolute, { throwIfNoEntry: false });
    if (stats?.isDirectory())
      for (const file of await glob(`${escapeGlob(toPosix(absolute))}/**/*.{${EXTENSIONS.join(',')}}`, cwd))
        add(file, false);
    else if (stats !== undefined) add(absolute, true);
    else {
      const files = isGlob(pattern) ? await glob(toPosix(pattern), cwd) : [];
      if (files.length === 0)
        throw new SetupError(`${pattern}: no such file${isGlob(pattern) ? ' for this glob' : ''}.`, {
          mend: 'Check the path; quote globs so that the shell leaves them alone.',
        });
      for (const file of files) add(file, false);
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

export function shownPath(file: string, cwd: string): string {
  const below = relative(cwd, file);
  return toPosix(below === '' || below.startsWith('..') ? file : below);
}

/** Whether the file is linted where its folder is named. */
export function isSearchedFor(file: string): boolean {
  return EXTENSIONS.includes(file.slice(file.lastIndexOf('.') + 1).toLowerCase());
}

/** What a folder is searched for. */
const EXTENSIONS = ['txt', 'md', 'json', 'jsonl', 'ndjson', 'yaml', 'yml', 'csv', 'tsv', 'xlsx', 'vtt', 'srt'];

async function glob(pattern: string, cwd: string): Promise<readonly string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const files = await fastGlob(pattern, {
    cwd,
    absolute: true,
    onlyFiles: true,
    ignore: ['**/node_modules/**', '**/.git/**', '**/replylint.config.yaml'],
    caseSensitiveMatch: false,
    followSymbolicLinks: true,
    suppressErrors: false,
  });
  return files.map((file) => resolve(file));
}

function isGlob(pattern: string): boolean {
  return /[*?[\]{}!()]/.test(pattern);
}

function escapeGlob(path: string): string {
  return path.replace(/[*?[\]{}!()|@+\\]/g, '\\$&');
}

function toPosix(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
