import { dirname, relative, resolve, sep } from 'node:path';
import type { Config, ConfigChain } from '../config/config.ts';
import type { FileSettings } from '../config/file-settings.ts';
import { NO_CONFIG } from '../config/no-config.ts';
import { configIn } from './config-file.ts';

/** What a configuration comes to for a file, and the folder that globs count from. */
export interface FoundConfig {
  readonly config: Config;
  readonly folder: string;
}

/** A configuration that was read, and what it comes to for files. */
interface ReadConfig {
  readonly chain: ConfigChain;
  readonly folder: string;
  /** By which overrides hold. */
  readonly found: Map<string, FoundConfig>;
}

/** Finds and reads configurations, each once. */
export class ConfigFinder {
  readonly #cwd: string;
  readonly #named: string | undefined;
  /** One for all files without a configuration: what is made of it is made once. */
  readonly #none: FoundConfig;
  readonly #byFolder = new Map<string, string | undefined>();
  readonly #read = new Map<string, Promise<ReadConfig>>();

  /** @param named the file of `--config`, which then counts for every file */
  constructor(cwd: string, named: string | undefined) {
    this.#cwd = cwd;
    this.#named = named;
    this.#none = { config: NO_CONFIG, folder: cwd };
  }

  /** What holds for a file: the named configuration, or the nearest upwards from its folder; the same object for the same settings. */
  async configFor(file: string): Promise<FoundConfig> {
    const path = this.#named === undefined ? this.#nearest(dirname(file)) : resolve(this.#cwd, this.#named);
    if (path === undefined) return this.#none;
    let reading = this.#read.get(path);
    if (reading === undefined) {
      reading = this.#load(path);
      this.#read.set(path, reading);
    }
    const { chain, folder, found } = await reading;
    const matches = await matcherFor(file, chain, folder);
    const { configOf, overridesKey } = await import('../config/config.ts');
    const key = overridesKey(chain, matches);
    let known = found.get(key);
    if (known === undefined) {
      known = { config: configOf(chain, matches), folder };
      found.set(key, known);
    }
    return known;
  }

  #nearest(folder: string): string | undefined {
    if (this.#byFolder.has(folder)) return this.#byFolder.get(folder);
    const above = dirname(folder);
    const found = configIn(folder, this.#cwd) ?? (above === folder ? undefined : this.#nearest(above));
    this.#byFolder.set(folder, found);
    return found;
  }

  async #load(path: string): Promise<ReadConfig> {
    const { readChain } = await import('./config-chain.ts');
    return { chain: await readChain(path, this.#cwd), folder: dirname(path), found: new Map() };
  }
}

async function matcherFor(file: string, { layers }: ConfigChain, folder: string) {
  if (layers.every((layer) => (layer.file.overrides ?? []).every(({ files }) => files === undefined)))
    return () => false;
  const { default: picomatch } = await import('picomatch');
  const path = relative(folder, file).split(sep).join('/');
  return (globs: readonly string[]) =>
    globs.some((pattern) => picomatch.isMatch(path, pattern.replace(/^\.\//, ''), { dot: true }));
}

/** The settings of a file by its configuration. */
export async function fileSettings({ config }: FoundConfig): Promise<FileSettings> {
  const { settingsFor } = await import('../config/file-settings.ts');
  return settingsFor(config);
}
