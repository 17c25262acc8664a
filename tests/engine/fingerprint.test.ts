import { describe, expect, test } from 'vitest';
import { fingerprintsWith } from '../../src/engine/fingerprint.ts';
import { findingsIn, folderWith, replylint } from '../cli/run.ts';

interface Printed {
  readonly rule: string;
  readonly words: string;
  readonly fingerprint: string;
}

async function fingerprints(
  name: string,
  text: string,
  { env = {}, args = [] }: { env?: Record<string, string>; args?: readonly string[] } = {},
): Promise<readonly Printed[]> {
  const outcome = await replylint([name, '--format', 'json', ...args], { cwd: folderWith({ [name]: text }), env });
  return findingsIn(outcome) as unknown as readonly Printed[];
}

function values(findings: readonly Printed[]): readonly string[] {
  return findings.map(({ fingerprint }) => fingerprint);
}

function record(id: string | undefined, ...said: readonly (readonly [string, string])[]): string {
  return JSON.stringify({ id, turns: said.map(([role, text]) => ({ role, text })) });
}

const CHAT = 'Customer: Is it in stock?\nAgent: lol, check the the box.\nCustomer: Where?\nAgent: lol, outside.\n';
const CUP = [
  ['customer', '杯子碎了，我要投诉'],
  ['agent', '发张照片，你的。'],
] as const;

describe('a fingerprint stays', () => {
  test.each([
    ['an empty line above', `\n\n${CHAT}`],
    ['other line ends', CHAT.replaceAll('\n', '\r\n')],
    ['other blanks', CHAT.replaceAll(', ', ',  ')],
    ['full-width letters and other cases', CHAT.replaceAll('lol, ', 'ＬＯＬ， ').replace('check', 'Check')],
    ['invisible characters', CHAT.replace('lol, out', 'lol, \u200bo\u00adut')],
  ])('with %s', async (_, changed) => {
    const before = await fingerprints('a.txt', CHAT);
    expect(before.length).toBeGreaterThan(3);
    expect(values(await fingerprints('a.txt', changed))).toEqual(values(before));
  });

  test('with records above, in another file, and with the file spelt otherwise', async () => {
    const before = values(await fingerprints('a.jsonl', record('c1', ...CUP)));
    expect(before.length).toBeGreaterThan(1);
    const after = await fingerprints('b.jsonl', `${record('c0', ['agent', 'lol'])}\n${record('c1', ...CUP)}\n`);
    expect(values(after).filter((one) => before.includes(one))).toEqual(before);
    const escaped = record('c1', ...CUP).replace('发张', '\\u53d1\\u5f20');
    expect(values(await fingerprints('a.jsonl', escaped))).toEqual(before);
  });

  test('with messages above in a conversation that has an id', async () => {
    const before = await fingerprints('a.jsonl', record('c1', ...CUP));
    const after = await fingerprints('a.jsonl', record('c1', ['bot', '欢迎光临'], ['customer', '在吗'], ...CUP));
    const moved = before.filter(({ fingerprint }) => !values(after).includes(fingerprint));
    // The first reply answers another message now.
    expect(moved.map(({ rule }) => rule).filter((rule) => !rule.startsWith('greeting/'))).toEqual([]);
  });

  test('in a conversation without an id, when the agent mends another reply', async () => {
    const args = ['--only', 'wording/colloquial-filler'];
    const after = await fingerprints('a.txt', CHAT.replace('lol, check the the box', 'Please check the box'), { args });
    expect(after).toHaveLength(1);
    expect(values(await fingerprints('a.txt', CHAT, { args }))).toContain(after[0]?.fingerprint);
  });

  test('of what is absent, when the reply is written anew', async () => {
    const only = ['--only', 'complaint/no-apology'];
    const before = await fingerprints('a.jsonl', record('c1', ...CUP), { args: only });
    const reworded = record('c1', CUP[0], ['agent', '麻烦您发一张照片过来。']);
    expect(before).toHaveLength(1);
    expect(values(await fingerprints('a.jsonl', reworded, { args: only }))).toEqual(values(before));
  });

  test('whatever other rules are on', async () => {
    const all = await fingerprints('a.txt', CHAT, { args: ['--preset', 'strict'] });
    const only = await fingerprints('a.txt', CHAT, { args: ['--only', 'wording/colloquial-filler'] });
    expect(only).toHaveLength(2);
    for (const one of values(only)) expect(values(all)).toContain(one);
  });
});

describe('a fingerprint tells apart', () => {
  test('like findings in one record', async () => {
    const found = await fingerprints('a.txt', `Agent: lol\nCustomer: ?\n${'Agent: lol\nCustomer: ?\n'.repeat(5)}`, {
      args: ['--only', 'wording/colloquial-filler'],
    });
    expect(found).toHaveLength(6);
    expect(new Set(values(found)).size).toBe(6);
  });

  test('records with the same words and other ids, and entries', async () => {
    const found = await fingerprints('a.jsonl', ['c1', 'c2', 'c3'].map((id) => record(id, ...CUP)).join('\n'));
    expect(new Set(values(found)).size).toBe(found.length);
    const library = await fingerprints(
      'lib.yaml',
      'replies:\n  - name: A\n    body: "Calm down."\n  - name: B\n    body: "Calm down."\n',
      { args: ['--only', 'wording/forbidden-phrase'] },
    );
    expect(library).toHaveLength(2);
    expect(new Set(values(library)).size).toBe(2);
  });

  test('records without an id by how they begin', async () => {
    const found = await fingerprints(
      'a.jsonl',
      `${record(undefined, ['customer', 'My cup broke'], ['agent', 'lol'])}\n${record(undefined, ['customer', 'A plate broke'], ['agent', 'lol'])}`,
      { args: ['--only', 'wording/colloquial-filler'] },
    );
    expect(found).toHaveLength(2);
    expect(new Set(values(found)).size).toBe(2);
  });

  test('broken records of one file', async () => {
    const found = await fingerprints('a.jsonl', '{"id":\n{"id":\n');
    expect(found.map(({ rule }) => rule)).toEqual(['input/malformed', 'input/malformed']);
    expect(new Set(values(found)).size).toBe(2);
  });
});

describe('a fingerprint tells no words', () => {
  test('it is a keyed hash: another key, another fingerprint; an empty key is none', async () => {
    const plain = await fingerprints('a.txt', CHAT);
    const keyed = await fingerprints('a.txt', CHAT, { env: { REPLYLINT_KEY: 'of the team' } });
    const empty = await fingerprints('a.txt', CHAT, { env: { REPLYLINT_KEY: '' } });
    for (const { fingerprint } of [...plain, ...keyed]) expect(fingerprint).toMatch(/^[0-9a-f]{32}$/);
    expect(values(plain).filter((one) => values(keyed).includes(one))).toEqual([]);
    expect(values(empty)).toEqual(values(plain));
  });

  test('it is made of words as they are shown, so nobody can try numbers under the stars', async () => {
    const withCard = (number: string) =>
      fingerprints('a.txt', `Agent: lol, your card ${number} is fine.\n`, {
        args: ['--only', 'wording/colloquial-filler'],
      });
    const [one] = await withCard('4111111111111111');
    const [other] = await withCard('4111234500021111');
    const [third] = await withCard('4012888888881881');
    expect(one?.fingerprint).toBe(other?.fingerprint);
    expect(one?.fingerprint).not.toBe(third?.fingerprint);
  });

  test('parts are kept apart, even where they hold the mark between them', () => {
    const numbering = () => fingerprintsWith('key').numbering();
    expect(numbering()(['a', 'bc'])).not.toBe(numbering()(['ab', 'c']));
    expect(numbering()(['a', 'b'])).not.toBe(numbering()(['a\0b']));
    expect(numbering()(['a', 'b'])).toBe(numbering()(['a', 'b']));
  });
});
