import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { baselineText, KnownFindings, parseBaseline } from '../../src/engine/baseline.ts';
import { findingsIn, folderWith, replylint, rulesIn } from './run.ts';

const FILE = '.replylint-baseline.json';
const SLANG = 'wording/colloquial-filler';
const TWICE = 'text/repeated-word';
const DRAFT = [
  'Hello Ann,',
  'thank you for asking where your parcel is; it left our warehouse soon, lol.',
  'We will write to you again when it arrives at the post office near your house.',
  'Please keep the the receipt of the parcel until then.',
  'Kind regards, the team of the post office.\n',
].join('\n\n');

/** A folder whose findings are known. */
async function known(files: Readonly<Record<string, string>>): Promise<string> {
  const cwd = folderWith(files);
  const made = await replylint(['baseline', '.'], { cwd });
  expect([made.code, made.err]).toEqual([0, '']);
  return cwd;
}

function lint(cwd: string, ...flags: readonly string[]) {
  return replylint(['.', '--format', 'json', '--baseline', FILE, ...flags], { cwd });
}

interface Entry {
  readonly path: string;
  readonly rule: string;
  readonly fingerprint: string;
}

function entriesIn(cwd: string): readonly Entry[] {
  return (JSON.parse(readFileSync(join(cwd, FILE), 'utf8')) as { findings: Entry[] }).findings;
}

describe('a baseline', () => {
  test('silences what is known, without its words', async () => {
    const cwd = await known({
      'a.txt': DRAFT,
      'lib.yaml': 'replies:\n  - {name: 冷静, body: "请您冷静一下，不要着急。 Check the the box."}\n',
    });
    const outcome = await lint(cwd, '--max-warnings', '0');
    expect([outcome.code, rulesIn(outcome)]).toEqual([0, []]);
    const text = readFileSync(join(cwd, FILE), 'utf8');
    expect(entriesIn(cwd).map(({ path, rule }) => `${path} ${rule}`)).toEqual([
      `a.txt ${TWICE}`,
      `a.txt ${SLANG}`,
      `lib.yaml ${TWICE}`,
    ]);
    for (const word of ['lol', 'the', '冷静', 'Ann']) expect(text).not.toContain(word);
    const pretty = await replylint(['.', '--baseline', FILE], { cwd });
    expect(pretty.out).toBe('No findings in 2 files.\n3 findings silenced: 3 by the baseline.\n');
  });

  test('reports a new finding where another of the same rule was mended', async () => {
    const cwd = await known({ 'a.txt': DRAFT });
    writeFileSync(
      join(cwd, 'a.txt'),
      DRAFT.replace('soon, lol.', 'soon.').replace('write to you again', 'write to you, lol, again'),
    );
    const outcome = await lint(cwd);
    expect(outcome.code).toBe(1);
    expect(findingsIn(outcome)).toMatchObject([{ rule: SLANG, line: 5, words: 'lol' }]);
  });

  test('knows one of two files with the same words', async () => {
    const cwd = await known({ 'a.txt': DRAFT });
    writeFileSync(join(cwd, 'b.txt'), DRAFT);
    expect(findingsIn(await lint(cwd)).map(({ path }) => path)).toEqual(['b.txt', 'b.txt']);
  });

  test('knows a file that was moved', async () => {
    const cwd = await known({ 'a.txt': DRAFT });
    renameSync(join(cwd, 'a.txt'), join(cwd, 'z.txt'));
    expect(rulesIn(await lint(cwd))).toEqual([]);
    await replylint(['baseline', '--prune', '.'], { cwd });
    expect(entriesIn(cwd).map(({ path }) => path)).toEqual(['z.txt', 'z.txt']);
    expect(rulesIn(await lint(cwd))).toEqual([]);
  });

  test('counts paths from its folder, wherever the program is run', async () => {
    const cwd = await known({ 'sub/a.txt': DRAFT });
    const outcome = await replylint(['a.txt', '--format', 'json', '--baseline', `../${FILE}`], {
      cwd: join(cwd, 'sub'),
    });
    expect(rulesIn(outcome)).toEqual([]);
  });

  test('is named by the configuration, and left out by --no-baseline', async () => {
    const cwd = folderWith({ 'replylint.config.yaml': 'baseline: known.json\n', 'a.txt': DRAFT });
    expect((await replylint(['baseline', 'a.txt'], { cwd })).out).toBe(
      'known.json: 2 added, 0 removed, 2 findings are known.\n',
    );
    expect((await replylint(['a.txt'], { cwd })).code).toBe(0);
    expect((await replylint(['a.txt', '--no-baseline'], { cwd })).code).toBe(1);
  });

  test('holds nothing that directives or ignores silence, and nothing of the files that cannot be read', async () => {
    const cwd = folderWith({
      'a.txt': `# replylint-disable-file ${SLANG} -- a joke\n${DRAFT}`,
      'b.txt': `# replylint-disable-file ${SLANG} -- a joke\nHello Ann.\n`,
      'c.json': '{"messages": [',
    });
    const made = await replylint(['baseline', '.'], { cwd });
    expect([made.code, made.err]).toEqual([2, expect.stringContaining('could not be read')]);
    expect(entriesIn(cwd).map(({ path, rule }) => `${path} ${rule}`)).toEqual([`a.txt ${TWICE}`]);
    const outcome = await lint(cwd);
    expect([outcome.code, rulesIn(outcome)]).toEqual([2, ['directive/unused', 'input/malformed']]);
  });

  test('is the same however often it is made', async () => {
    const cwd = await known({ 'a.txt': DRAFT, 'b.txt': DRAFT });
    const first = readFileSync(join(cwd, FILE), 'utf8');
    expect((await replylint(['baseline', '.'], { cwd })).out).toContain('0 added, 0 removed, 4 findings');
    expect(readFileSync(join(cwd, FILE), 'utf8')).toBe(first);
    expect(first.split('\n').filter((line) => line.includes('"path"'))).toHaveLength(4);
  });
});

describe('lines above known findings', () => {
  const line = fc.constantFrom(
    '',
    'Good morning.',
    'The parcel left today.',
    '您好，包裹今天已发出。',
    'Сәлеметсіз бе!',
    '  ',
  );

  test.each([
    ['a draft', 'd.txt', DRAFT, (above: readonly string[]) => `${above.join('\n')}\n${DRAFT}`],
    [
      'a library',
      'l.yaml',
      'replies:\n  - name: A\n    body: Hello Ann, check the the box.\n',
      (above: readonly string[]) =>
        `# ${above.join(' ')}\nreplies:\n  - name: B\n    body: ${JSON.stringify(`${above.join(' ')} Hello Ann, thank you.`)}\n  - name: A\n    body: Hello Ann, check the the box.\n`,
    ],
  ])('do not bring them back in %s', async (_, path, text, changed) => {
    const cwd = await known({ [path]: text });
    const before = entriesIn(cwd).map(({ fingerprint }) => fingerprint);
    expect(before.length).toBeGreaterThan(0);
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 5 }), async (above) => {
        writeFileSync(join(cwd, path), changed(above));
        const { out } = await replylint(['.', '--baseline', FILE, '--only', `${SLANG},${TWICE}`], { cwd });
        expect(out).toBe(
          `No findings in 1 file.\n${before.length === 1 ? '1 finding' : `${before.length} findings`} silenced: ${before.length} by the baseline.\n`,
        );
      }),
      { numRuns: 12 },
    );
  });
});

describe('stale entries', () => {
  async function mended() {
    const cwd = await known({ 'a.txt': DRAFT, 'b.txt': DRAFT });
    writeFileSync(join(cwd, 'a.txt'), DRAFT.replace('soon, lol.', 'soon.'));
    return cwd;
  }

  test('are told of at the end of a run', async () => {
    const cwd = await mended();
    const { out, code } = await replylint(['.', '--baseline', FILE], { cwd });
    expect(code).toBe(0);
    expect(out).toContain(`1 entry of ${FILE} is no longer found; remove with replylint baseline --prune.`);
  });

  test.each([
    ['files that were not linted', ['b.txt']],
    ['rules that did not run', ['.', '--only', TWICE]],
  ])('are not told of for %s', async (_, args) => {
    const { out } = await replylint([...args, '--baseline', FILE], { cwd: await mended() });
    expect(out).not.toContain('no longer');
  });

  test('are found by --check, which writes nothing', async () => {
    const cwd = await mended();
    const checked = await replylint(['baseline', '--check', '.'], { cwd });
    expect([checked.code, checked.out.split('\n')[0]]).toEqual([1, `a.txt: ${SLANG}`]);
    expect(entriesIn(cwd)).toHaveLength(4);
    expect((await replylint(['baseline', '--check', 'b.txt'], { cwd })).code).toBe(0);
  });

  test('are taken out by --prune, which adds nothing', async () => {
    const cwd = await mended();
    writeFileSync(join(cwd, 'c.txt'), DRAFT);
    const { out } = await replylint(['baseline', '--prune', '.'], { cwd });
    expect(out).toBe(`${FILE}: 0 added, 1 removed, 3 findings are known.\n`);
    expect(rulesIn(await lint(cwd))).toEqual([SLANG, TWICE]);
  });

  test('of files that are gone are taken out, of files that are not named stay', async () => {
    const cwd = await mended();
    rmSync(join(cwd, 'b.txt'));
    await replylint(['baseline', '--prune', '--only', TWICE, 'a.txt'], { cwd });
    expect(entriesIn(cwd).map(({ path }) => path)).toEqual(['a.txt', 'a.txt']);
    const other = await mended();
    await replylint(['baseline', 'b.txt'], { cwd: other });
    expect(entriesIn(other)).toHaveLength(4);
  });

  test('of a file that cannot be read stay', async () => {
    const cwd = await known({ 'lib.json': '{"replies": [{"title": "A", "body": "Hello Ann, check the the box."}]}' });
    writeFileSync(join(cwd, 'lib.json'), '{"replies": [');
    expect((await replylint(['baseline', '.'], { cwd })).code).toBe(2);
    expect(entriesIn(cwd)).toHaveLength(1);
  });
});

describe('a baseline that cannot be used', () => {
  test.each([
    ['is missing', undefined, 'there is no baseline'],
    ['is empty', '', 'is no JSON'],
    ['has marks of a merge', '{\n<<<<<<< HEAD\n', 'keep the entries of both sides'],
    ['is something else', '[]', 'no baseline of replylint'],
    ['is newer', '{"format": "replylint-baseline", "version": 2, "findings": []}', 'version 2; this program reads 1'],
    ['has a broken entry', '{"format": "replylint-baseline", "version": 1, "findings": [{"path": "a"}]}', 'entry 1'],
  ])('because it %s', async (_, text, message) => {
    const cwd = folderWith({ 'a.txt': DRAFT, ...(text === undefined ? {} : { [FILE]: text }) });
    const outcome = await lint(cwd);
    expect([outcome.code, outcome.out, outcome.err]).toEqual([2, '', expect.stringContaining(message)]);
    expect(outcome.err).toContain('`replylint baseline`'.slice(0, message.startsWith('keep') ? 0 : undefined));
  });

  test('because it was made with another key', async () => {
    const cwd = await known({ 'a.txt': DRAFT });
    const outcome = await replylint(['a.txt', '--baseline', FILE], { cwd, env: { REPLYLINT_KEY: 'secret' } });
    expect([outcome.code, outcome.err]).toEqual([2, expect.stringContaining('REPLYLINT_KEY')]);
  });
});

test('what is written is read back, each entry once', () => {
  const entry = fc.record({
    path: fc.string({ unit: 'grapheme' }),
    rule: fc.constantFrom('a/b', 'c/d'),
    fingerprint: fc.string(),
  });
  fc.assert(
    fc.property(fc.array(entry), fc.string(), (entries, check) => {
      const safe = entries.filter((one) => !Object.values(one).some((words) => words.includes('\0')));
      const text = baselineText({ check, entries: [...safe, ...safe] });
      const read = parseBaseline(text, FILE);
      expect(read.check).toBe(check);
      expect(new Set(read.entries.map((one) => JSON.stringify(one)))).toEqual(
        new Set(safe.map((one) => JSON.stringify(one))),
      );
      expect(baselineText(read)).toBe(text);
      expect(new KnownFindings(read.entries, () => true).unfound).toHaveLength(read.entries.length);
    }),
  );
});
