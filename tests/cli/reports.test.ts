import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { inStep } from '../../src/cli/in-step.ts';
import { ClosedPipe } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { githubCommands, sarifLog } from '../reporters/consumers.ts';
import { ROOT } from '../root.ts';
import { findingsIn, folderWith, replylint } from './run.ts';

const CHAT = 'Customer: Is it in stock?\nAgent: lol, check the the box.\n';

describe('several reports of one run', () => {
  test('each goes to its own file, whose folder is made, and one to standard output', async () => {
    const cwd = folderWith({ 'a.txt': CHAT, 'b.txt': CHAT });
    const args = ['--format', 'json', '--format', 'sarif:out/deep/r.sarif', '--format', 'compact:r.txt'];
    const outcome = await replylint(['.', ...args], { cwd });
    expect(outcome.code).toBe(1);
    const found = findingsIn(outcome);
    expect(found.length).toBeGreaterThan(4);
    const [run] = sarifLog(readFileSync(join(cwd, 'out/deep/r.sarif'), 'utf8')).runs;
    expect(run?.results?.map(({ ruleId }) => ruleId)).toEqual(found.map(({ rule }) => rule));
    expect(run?.tool.driver.rules?.find(({ id }) => id === 'text/repeated-word')).toMatchObject({
      shortDescription: { text: '“…” stands there twice.' },
      defaultConfiguration: { level: 'warning' },
    });
    expect(readFileSync(join(cwd, 'r.txt'), 'utf8').trimEnd().split('\n')).toHaveLength(found.length);
    // Nothing is left of what was written before it was whole.
    expect(readdirSync(join(cwd, 'out/deep'))).toEqual(['r.sarif']);
  });

  test('a file is no terminal, whatever standard output is', async () => {
    const cwd = folderWith({ 'a.txt': CHAT });
    const args = ['--format', 'pretty', '--format', 'pretty:r.txt'];
    const { out } = await replylint(['.', ...args], { cwd, isTerminal: true, env: {} });
    expect(out).toContain('\u001b[');
    expect(readFileSync(join(cwd, 'r.txt'), 'utf8')).not.toContain('\u001b[');
  });

  test('is pretty where nothing is asked for, in GitHub Actions too', async () => {
    const plain = await replylint(['-'], { stdin: CHAT });
    expect(plain.out).toContain('  --> <stdin>:2:8');
    expect((await replylint(['-'], { stdin: CHAT, env: { GITHUB_ACTIONS: 'true' } })).out).toBe(plain.out);
  });

  // Its parent is there and says that there is no such place: not to be tried for ever.
  test.runIf(existsSync('/proc/self'))('a folder that cannot be made is a mistake', async () => {
    const cwd = folderWith({ 'a.txt': CHAT });
    const outcome = await replylint(['a.txt', '--format', 'json:/proc/none/r.json'], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('the report /proc/none/r.json cannot be written: E');
  });

  test.each([
    [['json', 'pretty'], 'only one report can go to standard output'],
    [['json:a', 'sarif:a'], 'another report goes to a'],
    [['json:'], 'name the file after the colon'],
    [['sarfi:a'], "argument 'sarfi:a' is invalid. Allowed choices are agent,"],
    [['json:folder'], 'the report folder cannot be written: EISDIR'],
    [['json:a.txt/r.json'], 'the report a.txt/r.json cannot be written: E'],
  ])('%j is a mistake', async (formats, problem) => {
    const cwd = folderWith({ 'a.txt': CHAT });
    mkdirSync(join(cwd, 'folder'));
    const outcome = await replylint(['a.txt', ...formats.flatMap((one) => ['--format', one])], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(problem);
    expect(outcome.out).toBe('');
    expect(readdirSync(cwd).sort()).toEqual(['a.txt', 'folder']);
  });

  test('a report that was there stays until the new one is whole, behind a link too', async () => {
    const cwd = folderWith({ 'a.txt': CHAT, 'old/r.json': 'old' });
    chmodSync(join(cwd, 'old/r.json'), 0o600);
    symlinkSync(join(cwd, 'old/r.json'), join(cwd, 'r.json'));
    const broken = await replylint(['a.txt', '--format', 'json:r.json', '--rule', 'no/such=off'], { cwd });
    expect(broken.code).toBe(2);
    expect(readFileSync(join(cwd, 'r.json'), 'utf8')).toBe('old');
    expect((await replylint(['a.txt', '--format', 'json:r.json'], { cwd })).code).toBe(1);
    expect(JSON.parse(readFileSync(join(cwd, 'old/r.json'), 'utf8'))).toMatchObject({ version: 1 });
    expect(statSync(join(cwd, 'old/r.json')).mode & 0o777).toBe(0o600);
    expect(readdirSync(join(cwd, 'old'))).toEqual(['r.json']);
  });

  test('a device is written to and stays one', async () => {
    const outcome = await replylint(['-', '--format', 'json:/dev/null'], { stdin: CHAT });
    expect(outcome.code).toBe(1);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('where nobody reads standard output any more, the files are written to their ends', async () => {
    const cwd = folderWith({ 'a.txt': CHAT, 'b.txt': CHAT });
    const code = await main(['.', '--format', 'compact', '--format', 'json:r.json'], {
      cwd,
      home: `${ROOT}dist`,
      env: {},
      isTerminal: false,
      columns: undefined,
      err: () => undefined,
      out: async () => {
        throw new ClosedPipe();
      },
      stdin: async () => Buffer.alloc(0),
    });
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(join(cwd, 'r.json'), 'utf8'))).toMatchObject({ summary: { files: 2 } });
  });
});

describe('the summary of a step on GitHub', () => {
  test('gets a table at its end, beside the commands', async () => {
    const cwd = folderWith({ 'a.txt': CHAT, 'summary.md': 'before\n' });
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') };
    const { out } = await replylint(['a.txt', '--format', 'github'], { cwd, env });
    expect(githubCommands(out).map(({ properties }) => properties['title'])).toContain('text/repeated-word');
    const summary = readFileSync(join(cwd, 'summary.md'), 'utf8');
    expect(summary.startsWith('before\n### replylint\n\n| severity |')).toBe(true);
    expect(summary).toContain('text/repeated-word');
  });

  test('is left alone by other formats and where there is none', async () => {
    const cwd = folderWith({ 'a.txt': CHAT, 'summary.md': 'before\n' });
    await replylint(['a.txt', '--format', 'json'], { cwd, env: { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') } });
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toBe('before\n');
    expect((await replylint(['a.txt', '--format', 'github'], { cwd, env: { GITHUB_STEP_SUMMARY: '' } })).code).toBe(1);
    const nowhere = await replylint(['a.txt', '--format', 'github'], {
      cwd,
      env: { GITHUB_STEP_SUMMARY: join(cwd, 'no/folder.md') },
    });
    expect(nowhere.code).toBe(2);
    expect(nowhere.err).toContain('cannot be written: ENOENT');
    expect(existsSync(join(cwd, 'no'))).toBe(false);
  });
});

describe('values for several readers', () => {
  async function* counted(to: number, made: number[]) {
    for (let value = 1; value <= to; value++) {
      made.push(value);
      yield value;
    }
  }

  test('none is made before all have asked for it', async () => {
    const made: number[] = [];
    const [first, second] = inStep(counted(3, made), 2).map((one) => one[Symbol.asyncIterator]());
    const ahead = first?.next();
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(made).toEqual([]);
    expect(await second?.next()).toEqual({ done: false, value: 1 });
    expect(await ahead).toEqual({ done: false, value: 1 });
    expect(made).toEqual([1]);
  });

  test('one that leaves holds up nobody, and the source is closed when all have left', async () => {
    const made: number[] = [];
    const [first, second] = inStep(counted(1000, made), 2);
    const few: number[] = [];
    const readFew = async () => {
      for await (const value of first as AsyncIterable<number>) {
        few.push(value);
        if (value === 3) break;
      }
    };
    const readMore = async () => {
      for await (const value of second as AsyncIterable<number>) if (value === 10) break;
    };
    await Promise.all([readFew(), readMore()]);
    expect(few).toEqual([1, 2, 3]);
    expect(made).toHaveLength(10);
  });

  test('what goes wrong at the source is told to all', async () => {
    async function* broken() {
      yield 1;
      throw new Error('at the source');
    }
    const readAll = async (values: AsyncIterable<number>) => {
      for await (const value of values) expect(value).toBe(1);
    };
    const ends = await Promise.allSettled(inStep(broken(), 3).map(readAll));
    expect(ends.map((end) => end.status === 'rejected' && String(end.reason))).toEqual(
      Array(3).fill('Error: at the source'),
    );
  });
});
