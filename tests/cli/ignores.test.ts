import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint, rulesIn } from './run.ts';

const SLANG = 'wording/colloquial-filler';
const TWICE = 'text/repeated-word';
const CONFIG = 'replylint.config.yaml';

const LIBRARY = JSON.stringify({
  replies: [
    { id: 7, title: 'Late', body: 'Hello Ann, check the the box.' },
    { id: 8, title: 'Soon', body: 'Hello Ann, check the the bag, lol.' },
  ],
});

/** Rules and words of the findings in a folder. */
async function found(files: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<readonly string[]> {
  const outcome = await replylint([...(args.length === 0 ? ['.'] : args), '--format', 'json'], {
    cwd: folderWith(files),
  });
  expect(outcome.err).toBe('');
  return findingsIn(outcome).map(({ path, rule }) => `${path} ${rule}`);
}

function ignores(...entries: readonly object[]): string {
  return `ignores: ${JSON.stringify(entries)}\n`;
}

describe('an entry of ignores silences', () => {
  test.each([
    ['a rule in a file', { files: 'lib.json', rules: TWICE, reason: 'a name' }, [`lib.json ${SLANG}`]],
    [
      'a category by a glob',
      { files: ['*.json'], rules: ['wording/*'], reason: 'a joke' },
      [`lib.json ${TWICE}`, `lib.json ${TWICE}`],
    ],
    [
      'one entry of a library, whose id is a number',
      { files: './lib.json', entry: 8, rules: [TWICE, SLANG], reason: 'x' },
      [`lib.json ${TWICE}`],
    ],
  ])('%s', async (_, entry, left) => {
    expect(await found({ [CONFIG]: ignores(entry), 'lib.json': LIBRARY }, 'lib.json')).toEqual(left);
  });

  test('one conversation', async () => {
    const record = (id: string) => JSON.stringify({ id, turns: [{ role: 'agent', text: 'Check the the box.' }] });
    const files = {
      [CONFIG]: ignores({ files: '*.jsonl', conversation: 'c1', rules: TWICE, reason: 'a quote' }),
      'c.jsonl': `${record('c1')}\n${record('c2')}\n`,
    };
    const outcome = await replylint(['c.jsonl', '--format', 'json', '--only', TWICE], { cwd: folderWith(files) });
    expect(findingsIn(outcome)).toMatchObject([{ rule: TWICE, conversation: 'c2' }]);
    const { suppressed } = JSON.parse(outcome.out) as { suppressed: unknown[] };
    expect(suppressed).toMatchObject([
      { rule: TWICE, conversation: 'c1', suppression: { by: 'ignore', reason: 'a quote' } },
    ]);
  });
});

describe('an entry that silences nothing', () => {
  const NEEDLESS = { files: '*.txt', rules: SLANG, reason: 'a joke' };
  const FILES = { 'a.txt': 'Hello, dear Ann.\n', 'b.txt': 'Hello, dear Ben.\n' };

  test('is reported with its place in the configuration', async () => {
    const config = `locale: en\nignores:\n  - {files: lib.json, rules: ${SLANG}, reason: a joke}\n  - {files: "*.txt", rules: ${SLANG}, reason: a joke}\n`;
    const outcome = await replylint(['.', '--format', 'json'], {
      cwd: folderWith({ [CONFIG]: config, 'lib.json': LIBRARY, ...FILES }),
    });
    expect(findingsIn(outcome).filter(({ rule }) => rule === ('ignore/unused' as never))).toMatchObject([
      { path: CONFIG, line: 4, column: 5, words: SLANG, severity: 'warning' },
    ]);
  });

  test.each([
    ['some of its files were not linted', ['a.txt']],
    ['its rule did not run', ['.', '--only', TWICE]],
    ['the report is switched off', ['.', '--rule', 'ignore/unused=off']],
  ])('is not reported where %s', async (_, args) => {
    expect(await found({ [CONFIG]: ignores(NEEDLESS), ...FILES }, ...args)).toEqual([]);
  });

  test('is not reported for files that nobody has', async () => {
    expect(await found({ [CONFIG]: ignores({ ...NEEDLESS, files: '*.csv' }), ...FILES })).toEqual([]);
  });

  test('is reported for the rule that is not needed alone', async () => {
    const files = {
      [CONFIG]: ignores({ ...NEEDLESS, rules: [SLANG, TWICE] }),
      'a.txt': 'Hello Ann, check the the box.\n',
    };
    const outcome = await replylint(['.', '--format', 'json'], { cwd: folderWith(files) });
    expect(findingsIn(outcome)).toMatchObject([{ rule: 'ignore/unused', words: SLANG }]);
  });
});

describe('a mistake in ignores names its place', () => {
  test.each([
    ['no reason', '{files: a.txt, rules: tone/curt}', 'the key “reason” is missing'],
    ['an empty reason', `{files: a.txt, rules: ${SLANG}, reason: "…"}`, 'say why'],
    ['no files', `{rules: ${SLANG}, reason: x}`, 'the key “files” is missing'],
    ['an unknown rule', '{files: a.txt, rules: wording/coloquial-filler, reason: x}', `Did you mean “${SLANG}”?`],
    [
      'what cannot be silenced',
      '{files: a.txt, rules: [input/*], reason: x}',
      'there is no rule “input/*” that can be ignored',
    ],
    ['an unknown key', `{files: a.txt, rule: ${SLANG}, rules: ${SLANG}, reason: x}`, 'unknown key “rule”'],
  ])('%s', async (_, entry, message) => {
    const cwd = folderWith({ [CONFIG]: `ignores:\n  - ${entry}\n`, 'a.txt': 'Hello Ann.\n' });
    const { code, err } = await replylint(['a.txt'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(message);
    expect(err).toContain(`${CONFIG}:2:`);
  });
});

test('what a directive silences needs no ignore', async () => {
  const files = {
    [CONFIG]: ignores({ files: 'a.txt', rules: SLANG, reason: 'a joke' }),
    'a.txt': `# replylint-disable-file ${SLANG} -- a joke\nHello Ann, lol.\n`,
  };
  expect(rulesIn(await replylint(['.', '--format', 'json'], { cwd: folderWith(files) }))).toEqual(['ignore/unused']);
});

test('the last lines say how much is silenced, and by what', async () => {
  const files = {
    [CONFIG]: ignores({ files: 'a.txt', rules: TWICE, reason: 'a name' }),
    'a.txt': `# replylint-disable-file ${SLANG} -- a joke\nHello Ann, lol, check the the box.\n`,
  };
  const cwd = folderWith(files);
  for (const [locale, line] of [
    ['en', '2 findings silenced: 1 by directives, 1 by ignores.'],
    ['zh', '已屏蔽 2 个问题：指令 1 个，ignores 1 个。'],
    ['kk', '2 ескертпе өшірілді: нұсқаумен – 1, ignores тізімімен – 1.'],
  ] as const)
    expect((await replylint(['a.txt', '--locale', locale], { cwd })).out.trimEnd().split('\n').at(-1)).toBe(line);
});

test('--fix leaves alone what is silenced', async () => {
  const text = `# replylint-disable-next-line ${TWICE} -- a name\nHello Ann, check the the box.\nThen check the the bag.\n`;
  const outcome = await replylint(['-', '--fix'], { stdin: text });
  expect(outcome.out).toBe(text.replace('the the bag', 'the bag'));
});
