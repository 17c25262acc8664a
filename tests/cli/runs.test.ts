import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORTERS } from '../../src/reporters/registry.ts';
import { findingsIn, folderWith, replylint } from './run.ts';

const CLEAN = 'Agent: Hello, this is Ann.\n';
const LOL = 'Agent: lol\n';

describe('--sample', () => {
  const conversation = (id: number) =>
    JSON.stringify({ id: `c${id}`, turns: [{ role: 'agent', text: `lol, number ${id}` }] });
  const lines = Array.from({ length: 400 }, (_, id) => conversation(id));
  const args = ['--format', 'json', '--only', 'wording/colloquial-filler'];
  const drawn = async (cwd: string, ...more: readonly string[]) => {
    const outcome = await replylint(['.', ...args, ...more], { cwd });
    return { err: outcome.err, ids: findingsIn(outcome).map(({ conversation: id }) => id as unknown as string) };
  };

  test('draws about its share, the same one each time and in any order, another one with another seed', async () => {
    const cwd = folderWith({ 'a.jsonl': lines.join('\n') });
    const first = await drawn(cwd, '--sample', '10%');
    expect(first.ids.length).toBeGreaterThan(20);
    expect(first.ids.length).toBeLessThan(60);
    expect(first.err).toBe(`A sample: ${first.ids.length} of 400 conversations, drafts and libraries.\n`);
    expect(await drawn(cwd, '--sample', '10%')).toEqual(first);
    const backwards = folderWith({ 'a.jsonl': [...lines].reverse().join('\n') });
    expect((await drawn(backwards, '--sample', '10%')).ids.sort()).toEqual([...first.ids].sort());
    expect((await drawn(cwd, '--sample', '10%', '--seed', 'b')).ids).not.toEqual(first.ids);
    expect((await drawn(cwd, '--sample', '30%')).ids).toEqual(expect.arrayContaining(first.ids));
    expect((await drawn(cwd, '--sample', '100%')).ids).toHaveLength(400);
  });

  test('draws a library as a whole, record by record or not', async () => {
    const entry = (id: number) => JSON.stringify({ title: `t${id}`, body: 'lol' });
    const library = Array.from({ length: 40 }, (_, id) => entry(id)).join('\n');
    const cwd = folderWith(Object.fromEntries(Array.from({ length: 10 }, (_, at) => [`${at}.jsonl`, library])));
    const outcome = await replylint(['.', ...args, '--sample', '50%', '--kind', 'library'], { cwd });
    const paths = findingsIn(outcome).map(({ path }) => path as unknown as string);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(paths.filter((one) => one === path)).toHaveLength(40);
    expect(outcome.err).toMatch(/^A sample: [1-9] of 10 /);
  });

  test.each(['0%', '101%', '10', 'half', '-5%'])('refuses %s', async (share) => {
    const { code, err } = await replylint(['-', `--sample=${share}`], { stdin: LOL });
    expect(code).toBe(2);
    expect(err).toContain('Write a percentage');
  });

  test.each(['--fix', '--fix=unsafe', '--diff'])('is refused beside %s, which is for whole files', async (flag) => {
    const cwd = folderWith({ 'a.txt': 'Agent: It is here!!!\n' });
    const outcome = await replylint(['a.txt', '--sample', '10%', flag], { cwd });
    expect(outcome).toMatchObject({ code: 2, out: '' });
    expect(outcome.err).toContain('Leave out --sample');
    expect(readFileSync(join(cwd, 'a.txt'), 'utf8')).toContain('!!!');
  });
});

describe('--stats', () => {
  test('tells the time of parts, formats and rules, on the error stream, in the reader’s language', async () => {
    const cwd = folderWith({
      'a.txt': LOL,
      'b.txt': CLEAN,
      'c.json': '{"messages":[{"role":"assistant","content":"Hi"}]}',
    });
    const plain = await replylint(['.', '--format', 'json'], { cwd });
    const { out, err, code } = await replylint(['.', '--format', 'json', '--stats'], { cwd });
    expect({ out, code }).toEqual({ out: plain.out, code: plain.code });
    const tables = err.split('\n\n');
    expect(tables).toHaveLength(3);
    expect(tables[0]).toMatch(/^total +\d+\.\d{3} s +100\.0 %$/m);
    expect(tables[1]).toMatch(/^format +files +records +documents +MB +time +MB\/s$/m);
    expect(tables[1]).toMatch(/^transcript +2 +2 +2 +0\.00 +\d/m);
    expect(tables[1]).toMatch(/^openai-messages +1 +1 +1 /m);
    expect(tables[2]).toMatch(/^rule +time +share\n([a-z]+\/[a-z-]+ +\d+\.\d{3} s +\d+\.\d %\n)+$/);
    const many = await replylint(['fixtures/demo', '--stats']);
    expect(many.err.split('\n\n')[2]?.trim().split('\n')).toHaveLength(22);
    expect(many.err).toMatch(/^\d+ other rules +\d/m);
    const chinese = await replylint(['.', '--stats', '--locale', 'zh'], { cwd });
    expect(chinese.err).toMatch(/^合计 +\d/m);
  });
});

describe('--cache', () => {
  const library = 'replies:\n  - name: Hours\n    body: "We are open until 3 May 2030."\n';
  const project = () =>
    folderWith({
      'clean.txt': CLEAN,
      'dirty.txt': LOL,
      'empty.jsonl': '',
      'other.json': '{"name": "no conversation"}',
      'library.yaml': library,
      '客服.jsonl': `${JSON.stringify({ id: 'c1', turns: [{ role: 'agent', text: 'Hello, this is Ann.' }] })}\n`,
    });
  /** How many files the run passed over; its report must be the one of a run without a cache. */
  const passed = async (cwd: string, ...args: readonly string[]): Promise<number> => {
    for (const format of ['pretty', 'json']) {
      const plain = await replylint(['.', '--format', format, ...args], { cwd });
      const before = readFileOr(join(cwd, '.replylint-cache/clean-files.json'));
      const cached = await replylint(['.', '--format', format, '--cache', '--stats', ...args], { cwd });
      expect([format, cached.code, cached.out]).toEqual([format, plain.code, plain.out]);
      if (format === 'json') return Number(/^(\d+) files? without findings before/.exec(cached.err)?.[1]);
      if (before === undefined) rewrite(cwd, undefined);
      else rewrite(cwd, before);
    }
    throw new Error('unreachable');
  };
  const file = (cwd: string) => join(cwd, '.replylint-cache/clean-files.json');
  const rewrite = (cwd: string, text: string | undefined) =>
    writeFileSync(file(cwd), text ?? '{"version":1,"files":{}}');

  test('passes over what is clean and unchanged, and reports what a run without it reports', async () => {
    const cwd = project();
    expect(await passed(cwd)).toBe(0);
    // All but the one with a finding.
    expect(await passed(cwd)).toBe(5);
    writeFileSync(join(cwd, 'clean.txt'), LOL);
    expect(await passed(cwd)).toBe(4);
    writeFileSync(join(cwd, 'clean.txt'), CLEAN);
    expect(await passed(cwd)).toBe(4);
    utimesSync(join(cwd, 'clean.txt'), 1, 1);
    expect(await passed(cwd)).toBe(5);
  });

  test.each(REPORTERS.map(({ name }) => name))('leaves a report in the format %s as it is', async (format) => {
    const cwd = project();
    const plain = await replylint(['.', '--format', format], { cwd });
    await replylint(['.', '--format', format, '--cache'], { cwd });
    const cached = await replylint(['.', '--format', format, '--cache', '--stats'], { cwd });
    expect(cached.err).toMatch(/^5 files without findings before/);
    expect(cached.out).toBe(plain.out);
  });

  test('counts from the start where rules, settings or flags are others', async () => {
    const cwd = project();
    await passed(cwd);
    expect(await passed(cwd, '--preset', 'strict')).toBe(0);
    await passed(cwd);
    expect(await passed(cwd, '--channel', 'email')).toBe(0);
    await passed(cwd);
    writeFileSync(join(cwd, 'replylint.config.yaml'), 'agents: [Ann]\n');
    expect(await passed(cwd)).toBe(0);
    expect(await passed(cwd)).toBe(5);
  });

  test('counts from the start where a rule of the house is another', async () => {
    const rule = (word: string) =>
      `id: house/word\nsay: No.\nin: each message\nforbid: ["${word}"]\nexamples: {bad: "Agent: ⟦${word}⟧", good: "Agent: ok"}\n`;
    const cwd = folderWith({
      'clean.txt': CLEAN,
      'replylint.config.yaml': 'ruleFolders: [house]\n',
      'house/rules/word.yaml': rule('zebra'),
    });
    const run = () => replylint(['clean.txt', '--cache'], { cwd });
    expect((await run()).code).toBe(0);
    writeFileSync(join(cwd, 'house/rules/word.yaml'), rule('Ann'));
    expect((await run()).out).toContain('house/word');
  });

  test('of a library holds for the day of the run', async () => {
    const cwd = project();
    await passed(cwd, '--today', '2030-05-01');
    expect(await passed(cwd, '--today', '2030-05-01')).toBe(5);
    expect(await passed(cwd, '--today', '2030-05-02')).toBe(4);
    expect(await passed(cwd, '--today', '2030-05-04')).toBe(4);
  });

  test('holds no word of the files, nor their names', async () => {
    const cwd = project();
    await passed(cwd);
    const text = readFileSync(file(cwd), 'utf8');
    for (const word of ['Ann', 'lol', 'clean.txt', '客服', 'Hours']) expect(text).not.toContain(word);
    expect(readdirSync(join(cwd, '.replylint-cache')).sort()).toEqual(['.gitignore', 'clean-files.json']);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, -10)],
    ['of another version', (text: string) => text.replace('"version":1', '"version":0')],
    ['something else', () => '[1, 2]'],
    ['with broken entries', (text: string) => text.replaceAll('",1,0', '","1",7')],
    ['empty', () => ''],
  ])('that is %s is ignored and replaced', async (_, broken) => {
    const cwd = project();
    await passed(cwd);
    const whole = readFileSync(file(cwd), 'utf8');
    rewrite(cwd, broken(whole));
    expect(await passed(cwd)).toBeLessThan(5);
    expect(await passed(cwd)).toBe(5);
  });

  test('lies where it is told to, and says where it cannot', async () => {
    const cwd = project();
    await replylint(['.', '--cache', '--cache-location', 'a/b'], { cwd });
    expect(readdirSync(join(cwd, 'a/b'))).toContain('clean-files.json');
    const { code, err } = await replylint(['.', '--cache', '--cache-location', 'clean.txt'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('the cache cannot be written');
  });
});

function readFileOr(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
