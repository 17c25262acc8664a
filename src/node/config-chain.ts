import { statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { PRESETS } from '../checks/figure.ts';
import type { ConfigChain, ConfigLayer } from '../config/config.ts';
import { readLayer } from '../config/config.ts';
import type { SetupPlace } from '../core/setup-error.ts';
import { SetupError, throwAll } from '../core/setup-error.ts';
import { suggestion } from '../rules/nearest.ts';
import type { Toolbox } from '../rules/toolbox.ts';
import { SHIPPED_TOOLS } from '../rules/toolbox.ts';
import type { SettingsDocument } from '../rules/yaml-file.ts';
import { configIn, readConfigFile } from './config-file.ts';
import { shownPath } from './files.ts';
import { exportedFile, isPath, packageFolder } from './packages.ts';

/** Reads a configuration and all that it extends. @throws SetupErrors with every mistake */
export async function readChain(file: string, cwd: string): Promise<ConfigChain> {
  const documents = await new Reader(cwd).read(file, []);
  const tools = await toolsFor(documents, cwd);
  const errors: SetupError[] = [];
  const layers = documents.flatMap(({ document, folder }) => {
    const layer = readLayer(document, tools, errors);
    return layer === undefined ? [] : [withAbsolutePaths(layer, folder)];
  });
  throwAll(errors);
  return { layers, tools };
}

interface FoundDocument {
  readonly document: SettingsDocument;
  /** What its paths count from. */
  readonly folder: string;
}

class Reader {
  readonly #cwd: string;

  constructor(cwd: string) {
    this.#cwd = cwd;
  }

  /** @param trail the configurations that led here, each extending the next */
  async read(file: string, trail: readonly string[]): Promise<readonly FoundDocument[]> {
    const document = await readConfigFile(file, this.#cwd);
    const folder = dirname(file);
    const presets: { readonly name: string; readonly place: SetupPlace }[] = [];
    const extended: FoundDocument[] = [];
    for (const { name, place } of named(document, 'extends')) {
      if ((PRESETS as readonly string[]).includes(name)) {
        presets.push({ name, place });
        continue;
      }
      const next = await this.#find(name, folder, place);
      const way = [...trail, file];
      if (way.includes(next)) {
        const circle = [...way.slice(way.indexOf(next)), next].map((one) => shownPath(one, this.#cwd));
        throw new SetupError(`configurations extend each other in a circle: ${circle.join(' → ')}.`, { place });
      }
      extended.push(...(await this.read(next, way)));
    }
    const ofPresets = presets.length === 0 ? [] : [{ document: presetsNamed(document.path, presets), folder }];
    return [...ofPresets, ...extended, { document, folder }];
  }

  async #find(name: string, folder: string, place: SetupPlace): Promise<string> {
    const found = isPath(name, folder) ? resolve(folder, name) : await this.#inPackage(name, folder);
    if (found === undefined) {
      const mend = suggestion(name, PRESETS);
      throw new SetupError(`there is no preset, package or file “${name}”.`, {
        place,
        mend: mend.startsWith('Did') ? mend : 'Install the package, or write a path from this file.',
      });
    }
    const stats = statSync(found, { throwIfNoEntry: false });
    const file = stats?.isDirectory() ? configIn(found, this.#cwd) : found;
    if (stats === undefined || file === undefined)
      throw new SetupError(`“${name}” ${stats === undefined ? 'does not exist' : 'holds no configuration'}.`, {
        place,
        mend: `Looked at ${shownPath(found, this.#cwd)}.`,
      });
    return file;
  }

  /** Its configuration, as a folder has one, else what it exports. */
  async #inPackage(name: string, folder: string): Promise<string | undefined> {
    const home = packageFolder(name, folder);
    if (home === undefined || !statSync(home).isDirectory()) return home ?? exportedFile(name, folder);
    return configIn(home, this.#cwd) ?? (await exportedFile(name, folder)) ?? home;
  }
}

/** Presets as a configuration would say them, each where `extends` names it. */
function presetsNamed(
  path: string,
  presets: readonly { readonly name: string; readonly place: SetupPlace }[],
): SettingsDocument {
  const [first] = presets;
  return {
    path,
    value: { preset: presets.map(({ name }) => name) },
    place: () => first?.place ?? { path },
  };
}

/** The strings under a key that takes one or several; what is none is a mistake that the schema tells. */
function named(document: SettingsDocument, key: string): readonly { name: string; place: SetupPlace }[] {
  const value = (document.value as Readonly<Record<string, unknown>> | null | undefined)?.[key];
  if (typeof value === 'string') return [{ name: value, place: document.place([key]) }];
  if (!Array.isArray(value)) return [];
  return value.flatMap((name: unknown, index) =>
    typeof name === 'string' ? [{ name, place: document.place([key, index]) }] : [],
  );
}

async function toolsFor(documents: readonly FoundDocument[], cwd: string): Promise<Toolbox> {
  const wanted = new Map<string, SetupPlace>();
  for (const { document, folder } of documents) {
    for (const { name, place } of named(document, 'plugins')) {
      const file = isPath(name, folder) ? resolve(folder, name) : await exportedFile(name, folder);
      if (file === undefined || statSync(file, { throwIfNoEntry: false }) === undefined)
        throw new SetupError(`there is no plugin “${name}”.`, {
          place,
          mend: 'Install the package, or write a path from this file.',
        });
      if (!wanted.has(file)) wanted.set(file, place);
    }
  }
  if (wanted.size === 0) return SHIPPED_TOOLS;
  const { loadPlugins } = await import('./plugin-loader.ts');
  return loadPlugins(wanted, cwd);
}

/** Paths count from the file that names them, whoever extends it. */
function withAbsolutePaths({ document, file }: ConfigLayer, folder: string): ConfigLayer {
  const paths: Record<string, readonly string[]> = {};
  for (const key of ['ruleFolders', 'libraries'] as const) {
    const written = file[key];
    if (written !== undefined) paths[key] = written.map((path) => resolve(folder, path));
  }
  const baseline = file.baseline === undefined ? {} : { baseline: resolve(folder, file.baseline) };
  return { document, file: { ...file, ...paths, ...baseline } };
}
