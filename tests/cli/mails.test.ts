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

describe('a mail as it was sent', () => {
  const head = [
    'From: =?utf-8?B?5bCP5pWP?= <care@shop.example>',
    'In-Reply-To: <1@a.example>',
    'Message-ID: <2@shop.example>',
    'MIME-Version: 1.0',
    'Subject: =?utf-8?B?UmU6IOaCqOeahOiuouWNlQ==?=',
    'Content-Type: text/plain; charset=utf-8',
  ];
  const body = [
    '您好，这不是我们的问题。',
    '',
    '在 2024年5月1日，10:20，小王 <wang@a.example> 写道：',
    '> 退款！！！',
    '',
  ].join('\n');
  const coded = (transfer: string, bytes: Buffer) =>
    Buffer.concat([Buffer.from([...head, `Content-Transfer-Encoding: ${transfer}`, '', ''].join('\n')), bytes]);
  const spelt = [...Buffer.from(body)]
    .map((byte) => (byte === 10 ? '\n' : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`))
    .join('')
    .replace(/(?:=..){24}(?!\n)/g, '$&=\n');

  test.each([
    ['8bit', Buffer.from(body), 9, 4, true],
    ['quoted-printable', Buffer.from(spelt), 9, 28, true],
    ['base64', Buffer.from(Buffer.from(body).toString('base64').replace(/.{60}/g, '$&\n')), 9, 13, false],
  ])('in %s is shown as it reads, where it stands', async (transfer, bytes, line, column, exact) => {
    const cwd = folderWith({ 'a.eml': coded(transfer, bytes) });
    const { out } = await replylint(['--only', 'wording/forbidden-phrase', 'a.eml'], { cwd });
    expect(out).toContain(`a.eml:${line}:${column} (agent 小敏, message 1, `);
    expect(out).toMatch(/\| 您好，这不是我们的问题。.*\n\s+\|\s+\^{16}/);
    const { out: json } = await replylint(['--format', 'json', '--only', 'wording/forbidden-phrase', 'a.eml'], { cwd });
    const [finding] = (JSON.parse(json) as { findings: { words: string; exact: boolean }[] }).findings;
    expect([finding?.words, finding?.exact]).toEqual(['这不是我们的问题', exact]);
  });

  test('has findings in the order of the file, though threads stand between each other', async () => {
    const mail = (id: number, answered: number, words: string) =>
      [
        'From x Wed May  1 10:20:26 2024',
        `Message-ID: <${id}>`,
        `In-Reply-To: <${answered}>`,
        'From: care@shop.example',
        '',
        words,
        '',
        '',
      ].join('\n');
    const box = [1, 2, 3, 4].map((id) => mail(id, 100 + (id % 2), `This is not my problem ${id}.`)).join('');
    const cwd = folderWith({ Inbox: box });
    const outcome = await replylint(['--format', 'json', '--only', 'wording/forbidden-phrase', 'Inbox'], { cwd });
    const { findings: found } = JSON.parse(outcome.out) as { findings: Shown[] };
    expect(found.map(({ line }) => line)).toEqual([6, 13, 20, 27]);
  });

  test('that cannot be read in part is told, and the rest is linted', async () => {
    const cwd = folderWith({
      'a.eml': Buffer.from([...head, 'Content-Transfer-Encoding: x-own', '', 'Hi', ''].join('\n')),
    });
    const outcome = await replylint(['--format', 'json', 'a.eml'], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.out).toContain('"rule":"input/malformed"');
  });
});
