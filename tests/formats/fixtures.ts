import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../src/core/source.ts';
import type { FormatSettings } from '../../src/formats/format.ts';
import type { ReadDocument, Syntax } from '../../src/formats/read-document.ts';
import { readDocument, syntaxOf } from '../../src/formats/read-document.ts';
import { isProblem, sourcesOfBytes } from '../../src/node/sources.ts';
import { ROOT } from '../shipped.ts';

/** A file of `fixtures/formats/` as it lies there, with what it was read as. */
export interface Fixture {
  /** `en/draft.txt` */
  readonly path: string;
  /** `en` */
  readonly language: string;
  /** `draft.txt` */
  readonly name: string;
  readonly bytes: Buffer;
  readonly settings: FormatSettings;
  readonly syntax: Syntax;
  readonly sources: readonly ReadSource[];
}

export interface ReadSource {
  readonly source: Source;
  readonly read: ReadDocument;
}

const FOLDER = join(ROOT, 'fixtures/formats');

/** What configuration must say of a file, because nothing in it does. */
const SETTINGS: Readonly<Record<string, Partial<FormatSettings>>> = {
  'library-fields.yaml': { fields: { title: 'heading', body: 'words' } },
};

export const FIXTURES: readonly Fixture[] = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => `${entry.parentPath.slice(FOLDER.length + 1)}/${entry.name}`)
  .sort()
  .map(fixtureAt);

function fixtureAt(path: string): Fixture {
  const bytes = readFileSync(join(FOLDER, path));
  const [language = '', name = ''] = path.split('/');
  const settings: FormatSettings = { agents: [], fields: {}, ...SETTINGS[name] };
  const sources = readBytes(bytes, path, settings);
  return { path, language, name, bytes, settings, syntax: syntaxOf(path, ''), sources };
}

/** Every source in the bytes of a file, read. */
export function readBytes(bytes: Buffer, path: string, settings: FormatSettings): readonly ReadSource[] {
  return [...sourcesOfBytes(bytes, path)].flatMap((source) =>
    isProblem(source)
      ? []
      : [{ source, read: readDocument(source, syntaxOf(path, source.text.slice(0, 200)), settings) }],
  );
}
