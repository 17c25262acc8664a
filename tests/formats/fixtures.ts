import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from '../../src/core/source.ts';
import type { FormatSettings } from '../../src/formats/format.ts';
import type { ReadDocument, Syntax } from '../../src/formats/read-document.ts';
import { readDocument, syntaxOf } from '../../src/formats/read-document.ts';
import type { Reading } from '../../src/node/sources.ts';
import { isProblem } from '../../src/node/sources.ts';
import { readHtml } from '../../src/texts/html.ts';
import { PARSERS } from './parsers.ts';
import { sourcesIn } from './read-bytes.ts';

/** A file of `fixtures/formats/` as it lies there, with what it was read as. */
export interface Fixture {
  /** `en/draft.txt` */
  readonly path: string;
  /** `en` */
  readonly language: string;
  /** `draft.txt` */
  readonly name: string;
  readonly bytes: Buffer;
  readonly settings: FormatSettings & Reading;
  readonly syntax: Syntax;
  readonly sources: readonly ReadSource[];
}

export interface ReadSource {
  readonly source: Source;
  readonly read: ReadDocument;
}

const AGENTS = ['Ben', '小敏', 'Айгүл'];

/** What configuration must say of a file, because nothing in it does. */
const SETTINGS: Readonly<Record<string, Partial<FormatSettings & Reading>>> = {
  'library-fields.yaml': { fields: { title: 'heading', body: 'words' } },
  'telegram-result.json': { agents: AGENTS },
  'whatsapp-bracket.txt': { agents: AGENTS },
  'whatsapp-dash.txt': { agents: AGENTS },
  'qq-export.txt': { agents: AGENTS },
  'wechat-export.txt': { agents: AGENTS },
  'wechat-mail.txt': { agents: AGENTS },
  'call.vtt': { agents: AGENTS },
  // Kazakh in GB18030 looks like no Chinese.
  'library-gb18030.csv': { encoding: 'gb18030' },
  'rows-fields.jsonl': {
    fields: { conversation: 'meta.case', role: 'by.kind', name: 'by.nick', text: 'said', time: 'when' },
  },
};

/** @param root the folder of the project */
export function fixturesBelow(root: string): readonly Fixture[] {
  const folder = join(root, 'fixtures/formats');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath.slice(folder.length + 1)}/${entry.name}`)
    .sort()
    .map((path) => fixtureAt(path, readFileSync(join(folder, path))));
}

function fixtureAt(path: string, bytes: Buffer): Fixture {
  const [language = '', name = ''] = path.split('/');
  const settings: FormatSettings & Reading = { agents: [], fields: {}, ...SETTINGS[name] };
  const sources = readBytes(bytes, path, settings);
  return { path, language, name, bytes, settings, syntax: syntaxOf(path, ''), sources };
}

/** Every source in the bytes of a file, read. */
function readBytes(bytes: Buffer, path: string, settings: FormatSettings & Reading): readonly ReadSource[] {
  return [...sourcesIn(bytes, path, settings)].flatMap((source) =>
    isProblem(source)
      ? []
      : [
          {
            source,
            read: readDocument(source, PARSERS[syntaxOf(path, source.text.slice(0, 200))], settings, readHtml),
          },
        ],
  );
}
