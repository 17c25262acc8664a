import type { Dirent } from 'node:fs';
import { readdir, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { SetupError } from '../core/setup-error.ts';
import type { IgnoreFiles } from './ignore-files.ts';

/** A file to lint. */
export interface FoundFile {
  /** Absolute. */
  readonly file: string;
  /** As it is shown: relative to the working directory where it lies below it, with forward slashes. */
  readonly path: string;
  /** Named by itself, not found in a folder or by a glob. */
  readonly isNamed: boolean;
}

/** How files are looked for. */
export interface Search {
  /** `false`: what `.gitignore` and `.replylintignore` keep out is found all the same. */
  readonly ignore?: boolean | undefined;
  /** They keep out even files that are named by themselves. */
  readonly forceIgnore?: boolean | undefined;
  /** `false`: an argument may fit no file. */
  readonly errorOnUnmatchedPattern?: boolean | undefined;
}

/**
 * The files that arguments name: files, folders (searched for files of known formats) and globs, each file
 * once, in the order of their paths.
 * @throws SetupError where an argument fits no file
 */
export async function findFiles(
  patterns: readonly string[],
  cwd: string,
  search: Search = {},
): Promise<readonly FoundFile[]> {
  const found = new Map<string, FoundFile>();
  const all = patterns.map((pattern) => argumentOf(pattern, cwd));
  const ignores = await ignoreFilesFor(all, search);
  for (const argument of all) {
    const isNamed = argument.kind === 'file';
    const files = await filesOf(argument, ignores, search);
    if (files.length === 0 && !isNamed && search.errorOnUnmatchedPattern !== false)
      throw await unmatched(argument, ignores !== undefined);
    for (const file of files) if (!found.has(file)) found.set(file, { file, path: shownPath(file, cwd), isNamed });
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

/** What an argument turns out to be. */
type Argument =
  | { readonly kind: 'file' | 'folder'; readonly pattern: string; readonly path: string }
  | { readonly kind: 'glob' | 'none'; readonly pattern: string; readonly cwd: string };

function argumentOf(pattern: string, cwd: string): Argument {
  const path = resolve(cwd, pattern);
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats !== undefined) return { kind: stats.isDirectory() ? 'folder' : 'file', pattern, path };
  return { kind: isGlob(pattern) ? 'glob' : 'none', pattern, cwd };
}

/** Loaded only where somebody is to be kept out: a draft that is named needs none. */
async function ignoreFilesFor(all: readonly Argument[], search: Search): Promise<IgnoreFiles | undefined> {
  if (search.ignore === false || (search.forceIgnore !== true && all.every(({ kind }) => kind === 'file')))
    return undefined;
  const { IgnoreFiles } = await import('./ignore-files.ts');
  return new IgnoreFiles();
}

async function filesOf(
  argument: Argument,
  ignores: IgnoreFiles | undefined,
  { forceIgnore = false }: Search = {},
): Promise<readonly string[]> {
  switch (argument.kind) {
    case 'file':
      // Whoever names a file wants to hear of it.
      return forceIgnore && ignores?.isIgnored(argument.path, false) ? [] : [argument.path];
    case 'folder': {
      const { path } = argument;
      if (forceIgnore && ignores?.isIgnored(path, true)) return [];
      const pattern = `${escapeGlob(toPosix(path))}/**/*.{${EXTENSIONS.join(',')}}`;
      // Whoever names a folder wants what is in it, but for what is kept out inside.
      return glob(pattern, path, (entry, isFolder) => ignores?.isIgnored(entry, isFolder, path) === true);
    }
    case 'glob':
      return glob(
        toPosix(argument.pattern),
        argument.cwd,
        (entry, isFolder) => ignores?.isIgnored(entry, isFolder) === true,
      );
    case 'none':
      return [];
  }
}

async function unmatched(argument: Argument, honoursIgnores: boolean): Promise<SetupError> {
  const { kind, pattern } = argument;
  if (kind === 'none') return new SetupError(`${pattern}: no such file.`, { mend: 'Check the path.' });
  if (honoursIgnores && (await filesOf(argument, undefined)).length > 0)
    return new SetupError(`${pattern}: all its files are ignored.`, {
      mend: 'Name a file by itself, write --no-ignore, or change .gitignore or .replylintignore.',
    });
  if (kind === 'folder')
    return new SetupError(`${pattern}: no file to lint in this folder.`, {
      mend: `It is searched for files that end in ${EXTENSIONS.map((one) => `.${one}`).join(', ')}.`,
    });
  return new SetupError(`${pattern}: no such file for this glob.`, {
    mend: 'Check the path; quote globs so that the shell leaves them alone.',
  });
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
const EXTENSIONS = [
  'txt',
  'md',
  'json',
  'jsonl',
  'ndjson',
  'yaml',
  'yml',
  'csv',
  'tsv',
  'xlsx',
  'vtt',
  'srt',
  'eml',
  'mbox',
];

/** Whether a file has an ending that folders are searched for. */
export function isSearched(path: string): boolean {
  return EXTENSIONS.some((ending) => path.toLowerCase().endsWith(`.${ending}`));
}

/** The folders of a glob before its first wildcard. */
export function staticPartOf(pattern: string): string {
  const parts = toPosix(pattern).split('/');
  const first = parts.findIndex(isGlob);
  return first < 0 ? pattern : parts.slice(0, first).join('/') || (pattern.startsWith('/') ? '/' : '.');
}

async function glob(
  pattern: string,
  cwd: string,
  isIgnored: (entry: string, isFolder: boolean) => boolean,
): Promise<readonly string[]> {
  const { default: fastGlob } = await import('fast-glob');
  const files = await fastGlob(pattern, {
    cwd,
    absolute: true,
    onlyFiles: true,
    ignore: ['**/node_modules/**', '**/.git/**', '**/replylint.config.*'],
    caseSensitiveMatch: false,
    followSymbolicLinks: true,
    suppressErrors: false,
    fs: { readdir: readdirWithout(isIgnored) as typeof readdir },
  });
  // A pattern without wildcards is looked up without reading its folder.
  return files.map((file) => resolve(file)).filter((file) => !isIgnored(file, false));
}

/** Reads folders without what is kept out, so that nobody goes into those. */
function readdirWithout(isIgnored: (entry: string, isFolder: boolean) => boolean) {
  return (
    folder: string,
    options: { withFileTypes: true },
    done: (error: NodeJS.ErrnoException | null, entries: Dirent[]) => void,
  ): void =>
    readdir(folder, options, (error, entries) =>
      done(
        error,
        entries?.filter((entry) => !isIgnored(join(folder, entry.name), entry.isDirectory())),
      ),
    );
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
