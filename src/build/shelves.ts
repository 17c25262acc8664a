import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A folder where each file is one thing of a kind, and the list of them is made from the folder. */
export interface Shelf {
  readonly folder: string;
  /** The constant that holds the list. */
  readonly list: string;
  readonly type: string;
  /** Files that are not things of the shelf: its interface and what several share. */
  readonly apart: readonly string[];
}

export const SHELVES: readonly Shelf[] = [
  { folder: 'src/languages', list: 'LANGUAGES', type: 'Language', apart: ['language.ts'] },
  { folder: 'src/detectors', list: 'DETECTORS', type: 'Detector', apart: ['detector.ts', 'digits.ts'] },
  {
    folder: 'src/checks',
    list: 'CHECKS',
    type: 'Check',
    // The first one holds the type.
    apart: [
      'check.ts',
      'calendar.ts',
      'fact-conditions.ts',
      'fact-values.ts',
      'figure.ts',
      'phrases.ts',
      'said-facts.ts',
      'wanted.ts',
    ],
  },
  { folder: 'src/fixes', list: 'TRANSFORMS', type: 'Transform', apart: ['transform.ts'] },
  { folder: 'src/placeholders', list: 'VENDORS', type: 'Vendor', apart: ['vendor.ts', 'slots.ts'] },
  {
    folder: 'src/formats',
    list: 'FORMATS',
    type: 'Format',
    apart: [
      'format.ts',
      'read-document.ts',
      'description.ts',
      'described-library.ts',
      'described-conversation.ts',
      'mail-conversations.ts',
    ],
  },
  {
    folder: 'src/reporters',
    list: 'REPORTERS',
    type: 'Reporter',
    apart: [
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
  },
  { folder: 'src/locales', list: 'LOCALES', type: 'Wording', apart: ['wording.ts'] },
];

export const REGISTRY = 'registry.ts';

/** The names of the things on a shelf, as its folder holds them. */
export function thingsOn(root: string, shelf: Shelf): readonly string[] {
  return readdirSync(join(root, shelf.folder))
    .filter((file) => file.endsWith('.ts') && file !== REGISTRY && !shelf.apart.includes(file))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort();
}

/** The text of the registry file of a shelf. Each file exports one constant with the file's name in camel case. */
export function registryOf(root: string, shelf: Shelf): string {
  const things = thingsOn(root, shelf);
  const home = (shelf.apart[0] as string).slice(0, -'.ts'.length);
  const imports = [
    ...things.map((thing) => ({ from: thing, line: `import { ${constantOf(thing)} } from './${thing}.ts';` })),
    { from: home, line: `import type { ${shelf.type} } from './${home}.ts';` },
  ]
    .sort((a, b) => (a.from < b.from ? -1 : 1))
    .map(({ line }) => line);
  const constants = things.map(constantOf);
  const oneLine = `export const ${shelf.list}: readonly ${shelf.type}[] = [${constants.join(', ')}];`;
  const list =
    oneLine.length <= 120
      ? oneLine
      : `export const ${shelf.list}: readonly ${shelf.type}[] = [\n${constants.map((constant) => `  ${constant},\n`).join('')}];`;
  return `// Made from this folder by \`npm run generate\`; a test compares the two.\n${imports.join('\n')}\n\n${list}\n`;
}

/** The text of a file with the names of a shelf alone, for those who should not load its things. */
export function namesOf(root: string, shelf: Shelf): string {
  const names = thingsOn(root, shelf).map((thing) => `  '${thing}',\n`);
  return `// Made from this folder by \`npm run generate\`; a test compares the two.\nexport const ${shelf.type.toUpperCase()}_NAMES = [\n${names.join('')}] as const;\n`;
}

export function constantOf(thing: string): string {
  return thing.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
}
