import { describe, expect, test } from 'vitest';
import { progressLine, wantsProgress } from '../../src/cli/progress.ts';
import { LOCALES } from '../../src/locales/registry.ts';
import { findingsIn, folderWith, replylint, rulesIn } from './run.ts';

const said = (at: string | undefined, name: string, text: string) => ({ role: 'agent', name, text, at });
const CHAT = JSON.stringify({
  messages: [
    { role: 'customer', text: 'Hello', at: '2026-05-01T10:00:00' },
    said('2026-05-01T10:00:10', 'Mia Lo', 'wtf'),
    said('2026-05-02T23:59:59', 'Mia Lo', 'wtf'),
    said('2026-05-03T00:00:00', 'Ben', 'wtf'),
  ],
});
const options = ['--only', 'wording/*,tone/*', '--format', 'json'];

async function messages(...more: readonly string[]): Promise<readonly unknown[]> {
  const cwd = folderWith({ 'a.json': CHAT });
  const found = findingsIn(await replylint(['a.json', ...options, ...more], { cwd }));
  return [...new Set(found.map(({ messageIndex }) => messageIndex))];
}

describe('findings are chosen', () => {
  test.each([
    [[], [1, 2, 3]],
    [
      ['--since', '2026-05-02'],
      [2, 3],
    ],
    [
      ['--until', '2026-05-02'],
      [1, 2],
    ],
    [['--since', '2026-05-02', '--until', '2026-05-02'], [2]],
    [
      ['--since', '2026-05-01T10:00:11'],
      [2, 3],
    ],
    [['--until', '2026-05-01T10:00:09'], []],
    [
      ['--said-by', 'mia lo'],
      [1, 2],
    ],
    [
      ['--said-by', 'M*'],
      [1, 2],
    ],
    [['--said-by', 'Mia'], []],
    [
      ['--said-by', 'Ben', '--said-by', 'M*'],
      [1, 2, 3],
    ],
    [['--said-by', 'Ben', '--until', '2026-05-02'], []],
  ])('%j', async (flags, expected) => {
    expect(await messages(...flags)).toEqual(expected);
  });

  test('what was left out does not make the exit code 1', async () => {
    const cwd = folderWith({ 'a.json': CHAT });
    expect((await replylint(['a.json', ...options], { cwd })).code).toBe(1);
    expect((await replylint(['a.json', ...options, '--since', '2027-01-01'], { cwd })).code).toBe(0);
  });

  test('what is silenced is chosen too', async () => {
    const cwd = folderWith({
      'a.json': CHAT,
      'replylint.config.json': '{"ignores": [{"files": "*.json", "rules": ["wording/*", "tone/*"], "reason": "ours"}]}',
    });
    const silenced = async (...flags: readonly string[]) => {
      const { out } = await replylint(['a.json', ...options, ...flags], { cwd });
      const { suppressed } = JSON.parse(out) as { suppressed: readonly { speaker: string }[] };
      return [...new Set(suppressed.map(({ speaker }) => speaker))];
    };
    expect(await silenced()).toEqual(['Mia Lo', 'Ben']);
    expect(await silenced('--said-by', 'Ben')).toEqual(['Ben']);
    expect(await silenced('--until', '2026-05-02')).toEqual(['Mia Lo']);
  });

  test('findings without a day are left out, and counted', async () => {
    const outcome = await replylint(['-', '--only', 'greeting/missing', '--since', '2026-05-01'], {
      stdin: '[10:00] Agent: yes\n',
    });
    expect(outcome).toEqual({
      code: 0,
      out: 'No findings in 1 file.\n',
      err: 'replylint: 1 finding was left out: nothing tells on which day it was said.\n',
    });
  });

  test('a file that cannot be read is told of all the same', async () => {
    const outcome = await replylint(['-', '--stdin-filename', 'a.json', '--format', 'json', '--said-by', 'Mia'], {
      stdin: '{',
    });
    expect(rulesIn(outcome)).toEqual(['input/malformed']);
  });

  test.each(['2026-02-30', 'yesterday', '10:00'])('%s is no time', async (time) => {
    const { err, code } = await replylint(['-', '--since', time]);
    expect(code).toBe(2);
    expect(err).toContain('Write a day or a time');
  });
});

describe('findings are grouped', () => {
  const heads = async (by: string, ...more: readonly string[]) => {
    const cwd = folderWith({ 'a.json': CHAT, 'b.txt': 'Agent: wtf\n' });
    const { out } = await replylint(['.', '--only', 'tone/*,wording/*', '--group-by', by, ...more], { cwd });
    return out.split('\n').filter((line) => /^\S.*[:：] ?\d+ (?:errors?|warnings?|个)/.test(line));
  };

  test('by file, agent and rule, the most first', async () => {
    expect((await heads('file')).map((head) => head.split(':')[0])).toEqual(['a.json', 'b.txt']);
    expect((await heads('agent')).map((head) => head.split(':')[0])).toEqual(['Mia Lo', '(no name)', 'Ben']);
    for (const head of await heads('rule')) expect(head).toMatch(/^(?:tone|wording)\/\S+: 4 /);
    expect((await heads('agent', '--locale', 'zh')).join('\n')).toMatch(/^（未署名）：1 个/m);
  });
});

describe('the bar of a long run', () => {
  const en = LOCALES.find(({ locale }) => locale === 'en') as (typeof LOCALES)[number];

  test('begins after a second, is drawn over itself, and is taken away', () => {
    let time = 0;
    let err = '';
    const io = {
      err: (words: string) => {
        err += words;
      },
      errColumns: 100,
    };
    const progress = progressLine(
      4,
      new Map([
        ['a', 1_000_000],
        ['b', 3_000_000],
      ]),
      en,
      io,
      () => time,
    );
    time = 900;
    progress.source(10, 3, 500_000);
    progress.clear();
    expect(err).toBe('');
    time = 2000;
    progress.source(10, 4, 500_000);
    expect(err).toBe('\r\u001b[K[###---------] 25%  0/4 files  20 conversations  7 findings  500.0 kB/s  6 s left');
    err = '';
    time = 2050;
    progress.file('a');
    expect(err).toBe('');
    progress.clear();
    progress.clear();
    expect(err).toBe('\r\u001b[K');
  });

  test.each(LOCALES)('fits narrow terminals in $locale', async (wording) => {
    const { default: width } = await import('fast-string-width');
    for (const errColumns of [20, 40, 60, 80]) {
      let time = 0;
      const err: string[] = [];
      const progress = progressLine(
        900,
        new Map([['a', 1e9]]),
        wording,
        { err: (words) => err.push(words), errColumns },
        () => time,
      );
      time = 5000;
      progress.source(12345, 678, 5e7);
      expect(width(err.join('').replace('\r\u001b[K', ''))).toBeLessThan(errColumns);
    }
  });

  test('is for somebody who looks on', () => {
    const io = (env: object, errColumns: number | undefined = 80) => ({ env, errColumns }) as never;
    expect(wantsProgress({}, io({}))).toBe(true);
    expect(wantsProgress({}, io({ CI: 'false' }))).toBe(true);
    expect(wantsProgress({}, io({ CI: 'true' }))).toBe(false);
    expect(wantsProgress({}, io({ TERM: 'dumb' }))).toBe(false);
    expect(wantsProgress({ quiet: true }, io({}))).toBe(false);
    expect(wantsProgress({ progress: false }, io({}))).toBe(false);
    expect(wantsProgress({}, { env: {}, errColumns: undefined } as never)).toBe(false);
  });
});
