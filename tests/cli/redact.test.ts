import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { REPORTER_NAMES } from '../../src/reporters/names.ts';
import { BOOK } from '../shipped.ts';
import { findingsIn, folderWith, replylint } from './run.ts';

const CHAT = `Anna Li: Hello, my number is 13800138000, the order 77120934 at 12 Rose Lane is late!!
Agent: Hi Anna, ur order 77120934 goes to anna.li@example.com, OK?
Anna Li: I do not think so, Mia said tomorrow
Agent: Calm down Ms. Li!!!
`;

describe('--redact', () => {
  const options = ['--redact', '--preset', 'strict', '--customer', 'Anna Li'];

  test('shows what agents said, without the names, contacts and numbers in it', async () => {
    const { out } = await replylint(['-', ...options], { stdin: CHAT });
    expect(out).toContain('Calm down');
    for (const word of ['Anna', 'Li:', 'Ms. Li', '77120934', '13800138000', 'example.com', 'Rose', 'tomorrow'])
      expect(out).not.toContain(word);
  });

  test('keeps lines, columns and the place of the marks', async () => {
    const places = async (more: readonly string[]) =>
      findingsIn(
        await replylint(['-', '--preset', 'strict', '--customer', 'Anna Li', '--format', 'json', ...more], {
          stdin: CHAT,
        }),
      ).map(({ rule, line, column, endLine, endColumn, span }) => ({ rule, line, column, endLine, endColumn, span }));
    expect(await places(['--redact'])).toEqual(await places([]));
  });

  test('tells nobody but the team by name, and no path that names a customer', async () => {
    const cwd = folderWith({
      'chat with Anna Li.json': JSON.stringify({
        messages: [
          { role: 'customer', name: 'Anna Li', text: 'You are useless, this is a complaint' },
          { role: 'agent', name: 'Mia Lo', text: 'ok Anna' },
        ],
      }),
    });
    const { out } = await replylint(['.', ...options, '--format', 'json'], { cwd });
    expect(out).toContain('Mia Lo');
    expect(out).not.toContain('Anna');
    expect(out).not.toContain('useless');
  });

  test('shows nothing of a file that could not be read', async () => {
    const { out } = await replylint(['-', '--redact', '--kind', 'conversation'], {
      stdin: 'Xan: hello there\nYul: what is it\n',
    });
    expect(out).toContain('error[input/');
    expect(out).not.toMatch(/Xan|Yul|hello/);
  });

  test('hides the mail that an agent answers', async () => {
    const mail =
      'From: Mia Lo <help@greenleaf.example>\nTo: bo@example.com\nSubject: Re: lamp\n\nu must wait!!!\n\n> my husband broke the lamp\n> on Sunday\n';
    const { out } = await replylint(
      ['-', '--redact', '--preset', 'strict', '--stdin-filename', 'a.md', '--kind', 'draft'],
      {
        stdin: mail,
      },
    );
    expect(out).toContain('must wait');
    expect(out).not.toMatch(/husband|Sunday/);
  });
});

test('with --redact no format shows a run of words that only customers wrote', async () => {
  const fixtures = ['demo', 'broken', 'formats', 'clean', 'eval'].map((folder) => `fixtures/${folder}`);
  const cwd = folderWith({ 'none.txt': '' });
  const formats = REPORTER_NAMES.flatMap((name) => ['--format', `${name}:${join(cwd, name)}`]);
  await replylint([...fixtures, '--redact', '--preset', 'strict', '--preset', 'preview', '--no-ignore', ...formats]);
  const parsed = await replylint(['parse', ...fixtures, '--no-ignore', '--format', 'json']);
  const said: { role: string; words: string }[] = parsed.out
    .split('\n')
    .filter((line) => line !== '')
    .flatMap(
      (line) => (JSON.parse(line) as { documents: { messages?: never[]; entries?: { body: string }[] }[] }).documents,
    )
    .flatMap(
      ({ messages, entries }) => messages ?? (entries ?? []).map(({ body }) => ({ role: 'agent', words: body })),
    );
  const flat = (words: string) => words.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  // Rules, and the team, may use the same words.
  const others = flat(
    `${JSON.stringify(BOOK.rules.map(({ say, why, instead }) => [say, why, instead]))} ${said
      .filter(({ role }) => role !== 'customer')
      .map(({ words }) => words)
      .join(' ')}`,
  );
  const runs = new Set(said.filter(({ role }) => role === 'customer').flatMap(({ words }) => runsOf(flat(words))));
  const theirs = [...runs].filter((run) => !others.includes(run));
  expect(theirs.length).toBeGreaterThan(50);
  for (const name of readdirSync(cwd)) {
    const shown = flat(readFileSync(join(cwd, name), 'utf8'));
    if (name !== 'none.txt') expect(shown.length, name).toBeGreaterThan(100);
    expect(
      theirs.filter((run) => shown.includes(run)),
      name,
    ).toEqual([]);
  }
});

/** Three words one after the other, or six Han characters. */
function runsOf(words: string): readonly string[] {
  const spaced = words.split(' ').filter((word) => word !== '' && !/\p{Script=Han}/u.test(word));
  return [
    ...spaced.slice(2).map((_, index) => spaced.slice(index, index + 3).join(' ')),
    ...[...words.matchAll(/(?=(\p{Script=Han}{6}))/gu)].map((match) => match[1] as string),
  ].filter((run) => run.length >= 12 || /\p{Script=Han}/u.test(run));
}
