import { statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { watch } from 'chokidar';
import { CONFIG_FILES } from './config-file.ts';
import { isSearched, staticPartOf } from './files.ts';
import { IGNORE_FILE, IgnoreFiles } from './ignore-files.ts';

/** What changed since somebody last asked. */
export interface Changes {
  /** Files that were added or written. */
  readonly files: ReadonlySet<string>;
  /** A configuration, a list of ignored files or something that was named so changed, or went. */
  readonly areSettings: boolean;
}

/** Watches files and folders until it is closed. */
export class Watcher {
  readonly #watchers: FSWatcher[] = [];
  readonly #settings = new Set<string>();
  readonly #folders = new Set<string>();
  readonly #roots: readonly string[];
  readonly #named: ReadonlySet<string>;
  #files = new Set<string>();
  #areSettings = false;
  #wake: (() => void) | undefined;

  /** @param patterns files, folders and globs */
  constructor(patterns: readonly string[], cwd: string) {
    const roots = patterns.map((pattern) => watchedPart(pattern, cwd));
    this.#named = new Set(roots);
    this.#roots = roots;
  }

  /** Resolves when everything that was named is watched. */
  start(): Promise<void> {
    return this.#watch(this.#roots);
  }

  /** Watches also what the run depends on. @param paths files, and folders of rules */
  async addSettings(paths: Iterable<string>): Promise<void> {
    const added = [...new Set(paths)].filter((path) => !this.#settings.has(path));
    for (const path of added) {
      this.#settings.add(path);
      if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) this.#folders.add(path);
    }
    // A watcher says once that it is ready, so what comes later gets its own.
    if (added.length > 0) await this.#watch(added);
  }

  /** Resolves with what changed, once something that counts has; never after it was closed. */
  async next(): Promise<Changes> {
    if (this.#files.size === 0 && !this.#areSettings)
      await new Promise<void>((wake) => {
        this.#wake = wake;
      });
    const changes = { files: this.#files, areSettings: this.#areSettings };
    this.#files = new Set();
    this.#areSettings = false;
    return changes;
  }

  async close(): Promise<void> {
    await Promise.all(this.#watchers.map((watcher) => watcher.close()));
  }

  #watch(paths: readonly string[]): Promise<void> {
    const ignores = new IgnoreFiles();
    const watcher = watch([...paths], {
      ignoreInitial: true,
      // Whoever writes a file slowly is waited for.
      awaitWriteFinish: { stabilityThreshold: SETTLING, pollInterval: SETTLING / 2 },
      ignored: (path, stats) =>
        /[\\/](?:node_modules|\.git)(?:[\\/]|$)/.test(path) ||
        // Folders alone: a list of ignored files may change while we watch.
        (stats?.isDirectory() === true && !this.#isWanted(path) && isLeftOut(path, ignores, this.#rootOf(path))),
    });
    this.#watchers.push(watcher);
    watcher.on('all', (event, path) => {
      if (event !== 'addDir' && event !== 'unlinkDir') this.#note(resolve(path), event === 'unlink');
    });
    return new Promise((done) => watcher.once('ready', () => done()));
  }

  #isWanted(path: string): boolean {
    return this.#named.has(path) || this.#settings.has(path);
  }

  /** The named folder that a folder lies in. */
  #rootOf(folder: string): string | undefined {
    for (let one = dirname(folder); one !== dirname(one); one = dirname(one)) if (this.#isWanted(one)) return one;
    return undefined;
  }

  #note(file: string, isGone: boolean): void {
    if (this.#isSettings(file)) this.#areSettings = true;
    else if (!isGone && (isSearched(file) || this.#named.has(file))) this.#files.add(file);
    else return;
    this.#wake?.();
  }

  #isSettings(file: string): boolean {
    const name = basename(file);
    if (CONFIG_FILES.includes(name) || name === IGNORE_FILE || name === '.gitignore') return true;
    if (this.#settings.has(file)) return true;
    for (let folder = dirname(file); folder !== dirname(folder); folder = dirname(folder))
      if (this.#folders.has(folder)) return true;
    return false;
  }
}

/** Milliseconds. */
const SETTLING = 100;

function watchedPart(pattern: string, cwd: string): string {
  const path = resolve(cwd, pattern);
  return statSync(path, { throwIfNoEntry: false }) === undefined ? resolve(cwd, staticPartOf(pattern)) : path;
}

/** Folders that are never searched, and those that are ignored. */
function isLeftOut(folder: string, ignores: IgnoreFiles, root: string | undefined): boolean {
  return basename(folder).startsWith('.') || ignores.isIgnored(folder, true, root);
}
