import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import type { Config } from '../config/config.ts';
import type { FileSettings } from '../config/file-settings.ts';
import { SetupError } from '../core/setup-error.ts';
import { shownPath } from './files.ts';

const CONFIG_FILE = 'replylint.config.yaml';

/** A configuration and the folder that its paths and globs count from. */
export interface FoundConfig {
  readonly config: Config;
  readonly folder: string;
}

/** Finds and reads configurations, each once. */
export class ConfigFinder {
  readonly #cwd: string;
  readonly #named: string | undefined;
  readonly #byFolder = new Map<string, string | undefined>();
  readonly #read = new Map<string, Promise<FoundConfig>>();

  /** @param named the file of `--config`, which then counts for every file */
  constructor(cwd: string, named: string | undefined) {
    this.#cwd = cwd;
    this.#named = named;
  }

  /** The configuration for a file: the named one, or the nearest upwards from its folder. */
  async configFor(file: string): Promise<FoundConfig> {
    const path = this.#named === undefined ? this.#nearest(dirname(file)) : resolve(this.#cwd, this.#named);
    if (path === undefined) return { config: { file: {}, rules: {}, document: undefined }, folder: this.#cwd };
    let read = this.#read.get(path);
    if (read === undefined) {
      read = this.#load(path);
      this.#read.set(path, read);
    }
    return read;
  }

  #nearest(folder: string): string | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const here = join(folder, CONFIG_FILE);
    const above = dirname(folder);
    const found = existsSync(here) ? here : above === folder ? undefined : this.#nearest(above);
    this.#byFolder.set(folder, found);
    return found;
  }

  async #load(path: string): Promise<FoundConfig> {
    if (!existsSync(path)) throw new SetupError(`${shownPath(path, this.#cwd)}: no such configuration.`);
    const { readConfig } = await import('../config/config.ts');
    return {
      config: readConfig({ path: shownPath(path, this.#cwd), text: readFileSync(path, 'utf8') }),
      folder: dirname(path),
    };
  }
}

/** The settings of a file by its configuration. */
export async function fileSettings({ config, folder }: FoundConfig, file: string): Promise<FileSettings> {
  const { settingsFor } = await import('../config/file-settings.ts');
  if ((config.file.files ?? []).length === 0) return settingsFor(config, '', () => false);
  const { default: picomatch } = await import('picomatch');
  const path = relative(folder, file).split(sep).join('/');
  return settingsFor(config, path, (one, globs) =>
    globs.some((pattern) => picomatch.isMatch(one, pattern.replace(/^\.\//, ''), { dot: true })),
  );
}
