import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './run.ts';

interface Shown {
  readonly rule: string;
  readonly severity: string;
  readonly words: string;
  readonly message: string;
  readonly path: string;
  readonly line: number;
  readonly column: number;
}

async function findings(args: readonly string[], files: Readonly<Record<string, string>>): Promise<readonly Shown[]> {
  const { out } = await replylint(['--format', 'json', ...args], { cwd: folderWith(files) });
  return (JSON.parse(out) as { findings: Shown[] }).findings;
}

const MAIL = [
  'Subject: Re: An update about the return request for the lamp that you bought in our shop last week',
  'From: Mia <mia@example.com>',
  '',
  'Hello Ann,',
  '',
  'it left today.',
  '',
  'Kind regards,',
  'Mia',
  '',
  'On Mon, 5 Jan 2026 at 09:00, Ann <ann@example.com> wrote:',
  '> That is NOT MY PROBLEM!!! :-)',
  '',
].join('\r\n');

describe('a mail in a file', () => {
  test('is not blamed for what it quotes', async () => {
    const found = await findings(['mail.txt'], { 'mail.txt': MAIL });
    expect(found.map(({ rule }) => rule)).toEqual(['email/subject-too-long']);
    expect(found[0]).toMatchObject({ line: 1, column: 14 });
  });

  test('that goes by chat has no headers and quotes nothing', async () => {
    const found = await findings(['--channel', 'chat', 'mail.txt'], { 'mail.txt': MAIL });
    expect(found.map(({ rule }) => rule)).toContain('text/all-caps');
    expect(found.map(({ rule }) => rule).filter((rule) => rule.startsWith('email/'))).toEqual([]);
  });

  test('shows its headers to parse', async () => {
    const cwd = folderWith({ 'mail.txt': 'Subject: Hours\nPrecedence: bulk\n\nWe are closed.' });
    expect((await replylint(['parse', 'mail.txt'], { cwd })).out).toBe(
      [
        'mail.txt: draft',
        '  guessed: The text begins with the headers of a mail.',
        '  draft, channel email, start unknown, end unknown',
        '    0  agent  -  en  We are closed.',
        '       subject: Hours',
        '       precedence: bulk',
        '       to many people at once',
        '',
      ].join('\n'),
    );
    const { out } = await replylint(['parse', '--format', 'json', 'mail.txt'], { cwd });
    expect(JSON.parse(out)).toMatchObject({
      documents: [{ channel: 'email', messages: [{ mail: { headers: { subject: 'Hours' }, bulk: true } }] }],
    });
  });
});

describe('bulk', () => {
  const files = {
    'news/a.txt': 'Subject: Hours\n\nWe are closed on Monday.\n',
    'replies/a.txt': 'Subject: Hours\n\nWe are closed on Monday.\n',
    'replylint.config.yaml': 'overrides:\n  - {files: "news/**", bulk: true}\n',
  };

  test('is said of some files in the configuration', async () => {
    const found = await findings(['--only', 'email/missing-unsubscribe', '.'], files);
    expect(found.map(({ path }) => path)).toEqual(['news/a.txt']);
  });

  test('is said by a record', async () => {
    const entry = (more: object) => JSON.stringify({ id: 'a', subject: 'Hours', body: 'We are closed.', ...more });
    const library = `[${entry({ bulk: true })}, ${entry({ precedence: 'bulk', bulk: false })}, ${entry({ list_unsubscribe: ' ' })}]`;
    const found = await findings(['--only', 'email/missing-unsubscribe', 'a.json'], { 'a.json': library });
    expect(found.map(({ column }) => column)).toEqual([library.indexOf('We are') + 1]);
  });
});

test('a fact of the contacts says that they are mailings', async () => {
  const found = await findings(['--only', 'email/missing-unsubscribe', 'a.txt'], {
    'a.txt': 'Subject: Hours\n\nWe are closed on Monday.\n',
    'replylint.config.yaml': 'facts: {bulk: true}\n',
  });
  expect(found.length).toBe(1);
});

describe('the wait for an answer', () => {
  const turns = (at: string) =>
    JSON.stringify({
      channel: 'email',
      turns: [
        { role: 'customer', date: 'Mon, 5 Jan 2026 09:00:00 +0800', text: 'When?' },
        { role: 'agent', date: at, subject: 'Re: Lamp', text: 'Today.' },
      ],
    });
  const late = turns('Fri, 9 Jan 2026 09:00:00 +0800');
  const only = ['--only', 'timing/email-response', 'a.json'];

  test.each([
    ['Tue, 6 Jan 2026 08:00:00 +0800', []],
    // Eight hours later than it looks.
    ['Tue, 6 Jan 2026 08:00:00 +0000', ['warning']],
    ['Fri, 9 Jan 2026 09:00:00 +0800', ['error']],
  ])('until %s is %j', async (at, severities) => {
    const found = await findings(only, { 'a.json': turns(at) });
    expect(found.map(({ severity }) => severity)).toEqual(severities);
  });

  test('is no error where the configuration says what it is', async () => {
    const config = 'rules: {timing/email-response: info}\n';
    expect((await findings(only, { 'a.json': late, 'replylint.config.yaml': config }))[0]?.severity).toBe('info');
  });

  test('has figures that the configuration sets', async () => {
    const config = 'rules: {timing/email-response: {wait: {most: 2 days, error: 10 days}}}\n';
    expect((await findings(only, { 'a.json': late, 'replylint.config.yaml': config }))[0]?.severity).toBe('warning');
  });
});

test.each([
  ['en', 'The signature lacks: position, telephone, address of the company, e-mail address.'],
  ['zh', '签名缺少：职位、电话、公司地址、电子邮箱。'],
  ['kk', 'Қолтаңбада мыналар жоқ: лауазымы, телефоны, компания мекенжайы, электрондық поштасы.'],
])('what is missing is named in the language of the reader: %s', async (locale, message) => {
  const found = await findings(['--only', 'email/signature-missing-field', '--locale', locale, 'a.txt'], {
    'a.txt': 'Subject: Lamp\n\nIt left today.\n\nKind regards,\nMia Lo\n',
  });
  expect(found.map((one) => one.message)).toEqual([message]);
});

test('the subject of a conversation is that of its first mail, whoever wrote it', async () => {
  const conversation = (...roles: readonly string[]) =>
    JSON.stringify({ channel: 'email', subject: 'Re: ', turns: roles.map((role) => ({ role, text: 'Hello there.' })) });
  const found = await findings(['--only', 'email/subject-missing', '.'], {
    'by-agent.json': conversation('agent', 'customer'),
    'by-customer.json': conversation('customer', 'agent'),
  });
  expect(found.map(({ path }) => path)).toEqual(['by-agent.json']);
});
