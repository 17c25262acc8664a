import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint } from './run.ts';

const CARD = '4111 1111 1111 1111';
const COVERED = '4111 **** **** 1111';
const PASSWORD = 'q1w2e3r4';

const CONVERSATION = JSON.stringify({
  id: 'c1',
  turns: [
    { role: 'customer', text: `This is unacceptable! You charged ${CARD}, id 11010519491231002X` },
    { role: 'agent', text: `lol your password is ${PASSWORD}` },
  ],
});

describe.each(['pretty', 'json'])('a %s report', (format) => {
  test.each<[string, Record<string, string>, string[]]>([
    ['of the rule itself', { 'a.txt': `Agent: I see ${CARD}. Your password is ${PASSWORD}.\n` }, []],
    [
      'of another rule in the same line',
      { 'a.txt': `Agent: I see ${CARD}, lol. Your password is ${PASSWORD}.\n` },
      ['--only', 'wording/colloquial-filler'],
    ],
    ['of what the customer said', { 'a.jsonl': `${CONVERSATION}\n` }, ['--only', 'complaint/no-apology']],
    ['of a neighbour in the line', { 'a.jsonl': `${CONVERSATION}\n` }, ['--only', 'wording/colloquial-filler']],
    [
      'of words that are spelt in another way',
      { 'a.json': '{"turns":[{"role":"agent","text":"lol 4111\\u0020\\u00311\\u00311 1111 1111"}]}' },
      [],
    ],
    ['of a subject', { 'a.json': `{"subject":"${CARD}","turns":[{"role":"agent","text":"lol"}]}` }, []],
    ['of a file that cannot be read', { 'a.json': `{"turns":[{"text":"${CARD}" "role"}]}` }, []],
    ['of a library', { 'a.yaml': `- title: A\n  body: lol, password is ${PASSWORD}, card ${CARD}\n` }, []],
    [
      'of a draft',
      { 'b.txt': `Customer: Unacceptable! You charged ${CARD}\n`, 'a.md': 'Send a photo.' },
      ['a.md', '--context', 'b.txt', '--only', 'complaint/no-apology,greeting/missing'],
    ],
  ])('%s shows no secret', async (_, files, args) => {
    const cwd = folderWith(files);
    const path = Object.keys(files)[0] as string;
    const named = args.some((arg) => arg in files) ? [] : [path];
    const { out, code } = await replylint([...named, ...args, '--format', format], { cwd });
    expect(code).not.toBe(0);
    expect(out).not.toMatch(/1111 ?1111|q1w2|19491231/);
    // JSON escapes are covered as they are written.
    expect(out).not.toContain('u00311 ');
  });
});

test('the report says what is covered, at the place where it stands', async () => {
  const cwd = folderWith({ 'a.txt': `Agent: I see ${CARD}. The the end.\n` });
  const outcome = await replylint(['a.txt', '--format', 'json', '--only', 'privacy/*,text/*'], { cwd });
  expect(findingsIn(outcome)).toMatchObject([
    { rule: 'privacy/confidential-data', words: COVERED, column: 14, endColumn: 14 + CARD.length },
    { rule: 'text/repeated-word', words: 'The the', column: 35 },
  ]);
  expect((await replylint(['a.txt'], { cwd })).out).toContain(`Agent: I see ${COVERED}. The the end.`);
});

test('a rule of the house may cover what it finds', async () => {
  const cwd = folderWith({
    'replylint.config.yaml': 'ruleFolders: [rules]\n',
    'rules/house.yaml':
      'id: house/gift-code\nforbid: gift code <secret>\nmasked: true\nsay: "{words}"\nexamples:\n  bad: "Agent: ⟦gift code A1B2C3⟧"\n  good: "Agent: hi"\n',
    'a.txt': 'Agent: Your gift code A1B2C3.\n',
  });
  const { out } = await replylint(['a.txt', '--only', 'house/gift-code'], { cwd });
  expect(out).toContain('gift code ******');
  expect(out).not.toContain('A1B2');
});
