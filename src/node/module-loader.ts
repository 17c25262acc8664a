import { existsSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { SetupPlace } from '../core/setup-error.ts';
import { SetupError } from '../core/setup-error.ts';
import { shownPath } from './files.ts';

/** The endings of modules that can be loaded. */
export const MODULE = /\.[cm]?[jt]s$/;

/**
 * What a module exports as its default. JavaScript is imported as Node does; TypeScript goes through jiti, which is
 * loaded when it is needed, so that every Node reads it alike.
 * @throws SetupError where the module cannot be loaded or exports nothing
 */
export async function loadDefault(file: string, cwd: string): Promise<unknown> {
  const path = shownPath(file, cwd);
  if (!existsSync(file)) throw new SetupError(`${path}: no such module.`);
  let exported: { readonly default?: unknown };
  try {
    exported = await (/\.[cm]?ts$/.test(file) ? importTypeScript(file) : importJavaScript(file));
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`it cannot be loaded: ${reasonOf(error, file, path)}.`, { place: placeIn(error, file, path) });
  }
  if (exported.default === undefined)
    throw new SetupError('it has no default export.', { place: { path }, mend: 'Write “export default …”.' });
  return exported.default;
}

type Exported = Promise<{ readonly default?: unknown }>;

async function importJavaScript(file: string): Exported {
  try {
    return (await import(pathToFileURL(file).href)) as Awaited<Exported>;
  } catch (error) {
    // Installed for everybody on a machine, the linter is no package of the project; jiti lends it.
    if (isMissing(error) && String((error as Error).message).includes(`'${OWN_NAME}'`)) return importTypeScript(file);
    // Node tells nobody but its own printer where a mistake of syntax is; jiti's parser does.
    if (error instanceof SyntaxError && !/ export /.test(error.message)) await importTypeScript(file);
    throw error;
  }
}

async function importTypeScript(file: string): Exported {
  const [{ createJiti }, own] = await Promise.all([import('jiti/static'), import('../plugins/api.ts')]);
  const jiti = createJiti(file, { fsCache: false, interopDefault: false, virtualModules: { [OWN_NAME]: own } });
  return jiti.import(file);
}

const OWN_NAME = 'replylint';

/** Finds a module that only `import` may have. @returns undefined where there is none */
export async function resolveImport(name: string, from: string): Promise<string | undefined> {
  const { createJiti } = await import('jiti/static');
  const { fileURLToPath } = await import('node:url');
  try {
    return fileURLToPath(createJiti(from, { fsCache: false }).esmResolve(name, pathToFileURL(from).href));
  } catch (error) {
    if (isMissing(error) || (error as { code?: unknown }).code === 'ERR_PACKAGE_PATH_NOT_EXPORTED') return undefined;
    throw error;
  }
}

export function isMissing(error: unknown): boolean {
  const { code } = error as { readonly code?: unknown };
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
}

/** What went wrong, in one line and without the paths of this machine. */
export function reasonOf(error: unknown, file: string, path: string): string {
  if (!(error instanceof Error)) return String(error);
  const [first = ''] = error.message.split('\n');
  const message = first.replaceAll(pathToFileURL(file).href, path).replaceAll(file, path).trim();
  const named = /^\w*Error: /.test(message) ? message : `${error.name}: ${message}`;
  return named.replace(/\s*\.$/, '');
}

/** Where in the file an error was thrown, as far as its stack tells. */
export function placeIn(error: unknown, file: string, path: string): SetupPlace {
  const stack = error instanceof Error ? `${error.message}\n${error.stack ?? ''}` : '';
  for (const name of [file, pathToFileURL(file).href]) {
    const at = stack.indexOf(`${name}:`);
    const found = at < 0 ? null : /^(\d+)(?::(\d+))?/.exec(stack.slice(at + name.length + 1));
    if (found === null) continue;
    const line = Number(found[1]);
    const text = readFileSync(file, 'utf8');
    // What runs has the lines of the file, but where TypeScript was taken out not the columns.
    const words = text.split(/\r\n|\r|\n/)[line - 1] ?? '';
    const isParser = /\bParseError\b/.test(stack);
    const isTranslated = /\.[cm]?ts$/.test(file) && !isParser;
    // Parsers count columns from 0.
    const column = isTranslated ? words.search(/\S|$/) + 1 : Number(found[2] ?? 0) + (isParser ? 1 : 0);
    return { path, line, column: Math.max(1, column), text };
  }
  return { path };
}
