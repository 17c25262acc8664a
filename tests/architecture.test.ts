import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from './root.ts';

/**
 * Who may import whom. A folder of src may import itself, the folders and the packages named here, and nothing
 * else. `files` that lie in src itself stand under their own names. docs/architecture.md explains the order.
 */
interface Layer {
  readonly folders: readonly string[];
  readonly packages: readonly string[];
  /** Compiled without the types of Node, free of console, clocks, randomness and the process. */
  readonly isPortable: boolean;
  /** Files of a shelf may not import each other, but for these that several share. */
  readonly shared?: readonly string[];
}

const LAYERS: Readonly<Record<string, Layer>> = {
  core: portable([]),
  languages: portable(['core'], [], ['language.ts']),
  detectors: portable(
    ['core'],
    [],
    ['detector.ts', 'digits.ts', 'number.ts', 'agent-name.ts', 'placeholder.ts', 'surname.ts'],
  ),
  mail: portable(['core', 'languages', 'detectors', 'matching', 'texts', 'transcripts']),
  mime: portable(['core', 'mail', 'texts']),
  matching: portable(['core', 'languages', 'detectors']),
  placeholders: portable(['core'], [], ['vendor.ts', 'slots.ts']),
  checks: portable(
    ['core', 'matching', 'languages', 'detectors', 'placeholders'],
    ['valibot', 'fastest-levenshtein'],
    [
      'calendar.ts',
      'check.ts',
      'fact-conditions.ts',
      'fact-values.ts',
      'figure.ts',
      'phrases.ts',
      'said-facts.ts',
      'wanted.ts',
    ],
  ),
  fixes: portable(['core', 'matching', 'detectors', 'checks'], [], ['transform.ts']),
  rules: portable(['core', 'matching', 'detectors', 'checks', 'fixes'], ['valibot', 'yaml', 'fastest-levenshtein']),
  engine: portable(['core', 'matching', 'detectors', 'mail', 'checks', 'fixes', 'rules'], ['@noble/hashes']),
  texts: portable(['core'], ['yaml', 'jsonc-parser', 'htmlparser2']),
  transcripts: portable(['core']),
  tables: portable(['core', 'texts', 'transcripts'], ['htmlparser2']),
  formats: portable(
    ['core', 'texts', 'transcripts', 'mail', 'mime'],
    [],
    ['format.ts', 'description.ts', 'described-library.ts', 'described-conversation.ts', 'mail-conversations.ts'],
  ),
  locales: portable(['core'], [], ['wording.ts']),
  told: portable([]),
  reporters: portable(
    ['core', 'locales'],
    ['fast-string-width', 'valibot', 'entities', '@noble/hashes', 'sarif'],
    [
      'reporter.ts',
      'columns.ts',
      'finding-value.ts',
      'frame.ts',
      'groups.ts',
      'json-text.ts',
      'markdown-table.ts',
      'markdown-text.ts',
      'names.ts',
      'ordinals.ts',
      'place.ts',
      'report-schema.ts',
      'tally.ts',
      'visible.ts',
      'worst-first.ts',
      'wrap.ts',
      'xml.ts',
    ],
  ),
  evaluation: portable(['core', 'matching', 'rules', 'locales', 'reporters'], ['valibot', 'fast-string-width']),
  config: portable(['core', 'checks', 'rules'], ['valibot', 'jsonc-parser']),
  plugins: portable(['core', 'checks', 'detectors', 'rules', 'config'], ['valibot']),
  node: {
    folders: ['core', 'checks', 'rules', 'config', 'plugins', 'tables', 'mime'],
    packages: ['node:', 'fast-glob', 'picomatch', 'jiti', 'ignore', 'chokidar'],
    isPortable: false,
  },
  cli: {
    folders: [
      'core',
      'texts',
      'matching',
      'checks',
      'rules',
      'engine',
      'evaluation',
      'formats',
      'locales',
      'told',
      'reporters',
      'config',
      'node',
      'version.ts',
    ],
    packages: ['node:path', 'commander', 'chalk', 'fast-string-width'],
    isPortable: false,
  },
  build: {
    folders: [
      'core',
      'matching',
      'node',
      'rules',
      'cli',
      'config',
      'checks',
      'detectors',
      'placeholders',
      'fixes',
      'formats',
      'locales',
      'told',
      'engine',
      'reporters',
    ],
    packages: ['node:', 'esbuild', 'opencc-js', 'valibot', '@valibot/to-json-schema'],
    isPortable: false,
  },
  'index.ts': portable(['core', 'checks', 'config', 'detectors', 'engine', 'formats', 'plugins', 'rules', 'texts']),
  'version.ts': portable([]),
  'bin.ts': { folders: ['cli'], packages: ['node:'], isPortable: false },
};

/** Registries import their whole shelf, and what chooses among its things imports the registry. */
const READS_SHELF = ['registry.ts', 'read-document.ts'];

function portable(folders: readonly string[], packages: readonly string[] = [], shared?: readonly string[]): Layer {
  return { folders, packages, isPortable: true, ...(shared === undefined ? {} : { shared }) };
}

interface SourceFile {
  /** Relative to src, with forward slashes. */
  readonly path: string;
  readonly layer: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const SRC = join(ROOT, 'src');

const files: readonly SourceFile[] = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => path.replaceAll('\\', '/'))
  .map((path) => {
    const text = readFileSync(join(SRC, path), 'utf8');
    return { path, layer: path.includes('/') ? (path.split('/')[0] as string) : path, text, imports: importsOf(text) };
  });

describe('every file is in a layer, and every layer has a file', () => {
  test.each(files)('$path', ({ layer }) => expect(Object.keys(LAYERS)).toContain(layer));
  test.each(Object.keys(LAYERS))('%s', (layer) => expect(files.some((file) => file.layer === layer)).toBe(true));
});

test.each(files)('$path imports only what its layer may', (file) => {
  expect(file.imports.flatMap((specifier) => forbidden(file, specifier))).toEqual([]);
});

test.each(files.filter(({ layer }) => LAYERS[layer]?.isPortable))('$path runs anywhere', ({ text }) => {
  expect(codeOf(text).match(WORLD)).toBeNull();
});

test('the process is known to bin.ts and the build alone', () => {
  const users = files.filter(({ text }) => /\bprocess\./.test(codeOf(text))).map(({ path }) => path);
  expect(users.filter((path) => path !== 'bin.ts' && !path.startsWith('build/'))).toEqual([]);
});

const WORLD =
  /\b(?:process|console|Buffer|__dirname|setTimeout|performance)\b|\brequire\(|\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b/g;

/** Without comments and strings. */
function codeOf(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$|(['"`])(?:\\.|(?!\1)[^\\])*\1/gm, '');
}

/** What is wrong with an import: an empty list where it is right. */
function forbidden({ path, layer }: SourceFile, specifier: string): readonly string[] {
  const rules = LAYERS[layer];
  if (rules === undefined) return [];
  if (!specifier.startsWith('.')) {
    const isAllowed = rules.packages.some(
      (name) =>
        specifier === name || (name.endsWith(':') && specifier.startsWith(name)) || specifier.startsWith(`${name}/`),
    );
    return isAllowed ? [] : [`${layer} may not import the package ${specifier}`];
  }
  const target = relative(SRC, resolve(dirname(join(SRC, path)), specifier)).replaceAll('\\', '/');
  if (!existsSync(join(SRC, target))) return [`${specifier} is no file`];
  const targetLayer = target.includes('/') ? (target.split('/')[0] as string) : target;
  if (targetLayer !== layer) return rules.folders.includes(targetLayer) ? [] : [`${layer} may not import ${target}`];
  const isBeside = rules.shared !== undefined && !READS_SHELF.some((name) => path.endsWith(`/${name}`));
  const isShared = [...(rules.shared ?? []), 'registry.ts'].some((name) => target.endsWith(`/${name}`));
  return isBeside && !isShared ? [`things of the shelf ${layer} may not import each other: ${target}`] : [];
}

function importsOf(text: string): readonly string[] {
  const specifiers = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?from\s*['"]([^'"]+)['"]|(?:^|\n)\s*import\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g,
    ),
  ];
  return specifiers.map((match) => (match[1] ?? match[2] ?? match[3]) as string);
}

test('packages of Node are imported by their full name', () => {
  const bare = new Set(builtinModules.filter((name) => !name.startsWith('_')));
  expect(
    files.flatMap(({ path, imports }) => imports.filter((name) => bare.has(name)).map((name) => `${path}: ${name}`)),
  ).toEqual([]);
});
