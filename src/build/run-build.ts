import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { yamlFilesBelow } from '../node/rule-store.ts';
import { compileRules } from '../rules/compile.ts';
import { freezePlan } from '../rules/frozen-plan.ts';
import { readRuleBook } from '../rules/rule-book.ts';
import { licencesOf } from './licences.ts';
import { traditionalSentences } from './traditional.ts';

/** Makes `dist/`: the bundle, split so that a command loads only what it needs, and the compiled rules. */
const root = process.cwd();
const dist = join(root, 'dist');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };

for (const name of ['chunks', 'bin.js', 'index.js']) rmSync(join(dist, name), { recursive: true, force: true });
mkdirSync(dist, { recursive: true });

const metafiles = await Promise.all(
  // Apart from each other: what both need would be cut into more chunks, and each costs a little at start-up.
  ['bin', 'index'].map(async (entry) => {
    const { metafile } = await build({
      entryPoints: { [entry]: join(root, `src/${entry}.ts`) },
      outdir: dist,
      chunkNames: `chunks/${entry}-[name]-[hash]`,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20',
      // jsonc-parser's main entry loads its parts by computed names, which no bundler can follow.
      mainFields: ['module', 'main'],
      define: { REPLYLINT_VERSION: JSON.stringify(version) },
      banner: {
        js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
      },
      legalComments: 'none',
      metafile: true,
      logLevel: 'warning',
    });
    return metafile;
  }),
);

const inputs = new Set(metafiles.flatMap((metafile) => Object.keys(metafile.inputs)));
writeFileSync(join(dist, 'THIRD_PARTY_LICENCES.txt'), licencesOf([...inputs], root));

const book = readRuleBook(yamlFilesBelow(join(root, 'rules'), root));
const { frozen, numbers } = freezePlan(compileRules(book));
writeFileSync(join(dist, 'rule-book.json'), JSON.stringify({ rules: book.rules, lexicon: book.lexicon }));
writeFileSync(join(dist, 'plan.json'), JSON.stringify(frozen));
writeFileSync(join(dist, 'plan.bin'), new Uint8Array(numbers.buffer));
writeFileSync(join(dist, 'sentences.zh-Hant.json'), JSON.stringify(traditionalSentences(book.rules)));
