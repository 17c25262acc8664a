import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/core/conversation.ts';
import { applyEdits, isRefusal } from '../../src/core/edit.ts';
import type { Source } from '../../src/core/source.ts';
import { linesOf } from '../../src/core/source.ts';
import type { Text } from '../../src/core/text.ts';
import type { FormatSettings } from '../../src/formats/format.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import type { Reading } from '../../src/node/sources.ts';
import { isProblem } from '../../src/node/sources.ts';
import { readHtml } from '../../src/texts/html.ts';
import { ROOT } from '../root.ts';
import type { Fixture } from './fixtures.ts';
import { fixturesBelow } from './fixtures.ts';
import type { Kettle } from './kettle.ts';
import { CLOCKS, KETTLES, ROLES } from './kettle.ts';
import { MAIL_THREADS, SINGLE_MAILS } from './mail-files.ts';
import { sourcesIn } from './read-bytes.ts';

const FIXTURES = fixturesBelow(ROOT);

function fixturesNamed(names: readonly string[]): readonly (readonly [string, Fixture])[] {
  return FIXTURES.filter(({ name }) => names.includes(name)).map((fixture) => [fixture.path, fixture] as const);
}

/** Lines of ASCII and what else is given, as a file. */
function read(path: string, bytes: string | Buffer, settings: Partial<FormatSettings & Reading> = {}) {
  const all = { agents: [], fields: {}, ...settings };
  const sources = [...sourcesIn(typeof bytes === 'string' ? Buffer.from(bytes) : bytes, path, all)];
  return sources.map((source) => {
    if (isProblem(source)) throw new Error(source.unreadable);
    return { source, ...readDocument(source, undefined, all, readHtml) };
  });
}

function conversationsIn(results: ReturnType<typeof read>): readonly Conversation[] {
  return results.flatMap(({ documents }) =>
    documents.flatMap((document) => (document.kind === 'conversation' ? [document.conversation] : [])),
  );
}

/** A mail by itself, read by whoever answers. */
function readMail(lines: readonly (string | Buffer)[], settings: Partial<FormatSettings & Reading> = {}) {
  const head = ['From: Mia <mia@shop.example>', 'In-Reply-To: <1@x>', 'MIME-Version: 1.0'];
  const bytes = Buffer.concat(
    [...head, ...lines].flatMap((line, index) => [
      Buffer.from(index === 0 ? '' : '\r\n'),
      typeof line === 'string' ? Buffer.from(line) : line,
    ]),
  );
  const [result] = read('a.eml', bytes, settings);
  const [conversation] = conversationsIn(result === undefined ? [] : [result]);
  const [message] = conversation?.messages ?? [];
  if (result === undefined || message === undefined) throw new Error('no mail');
  return {
    ...result,
    message,
    words: message.text.words,
    problems: result.problems.map(({ data }) => data['problem']),
  };
}

/** The bytes of the source at the place of some words. */
function written(source: Source, text: Text, words: string): readonly string[] {
  const start = text.words.indexOf(words);
  if (start < 0) throw new Error(`no ${words}`);
  return text
    .locate({ start, end: start + words.length })
    .spans.map((span) => source.text.slice(span.start - source.base.offset, span.end - source.base.offset));
}

/** The file after some words are put in place of others, or why they are not. */
function edited(source: Source, text: Text, words: string, replacement: string): string {
  const start = text.words.indexOf(words);
  const edit = text.edit({ start, end: start + words.length }, replacement);
  return isRefusal(edit) ? edit.refused : applyEdits(source.text, [edit], source.base.offset);
}

describe('the same conversation in mails', () => {
  test.each(fixturesNamed(Object.keys(MAIL_THREADS)))('%s', (_, fixture) => {
    const { format, many } = MAIL_THREADS[fixture.name] ?? { format: '', many: 0 };
    const kettle = KETTLES[fixture.language] as Kettle;
    expect(fixture.sources.map(({ read: one }) => [one.format, one.problems])).toEqual([[format, []]]);
    const conversations = fixture.sources.flatMap(({ read: one }) =>
      one.documents.flatMap((document) => (document.kind === 'conversation' ? [document.conversation] : [])),
    );
    expect(conversations.length).toBe(many);
    for (const { messages, channel, start, end, subject } of conversations) {
      expect([channel, start, end, subject?.words]).toEqual(['email', 'known', 'known', kettle.subject]);
      expect(messages.map(({ role }) => role)).toEqual(ROLES);
      expect(messages.map(({ text }) => text.words)).toEqual(kettle.texts);
      expect(messages.map(({ speaker }) => speaker)).toEqual(ROLES.map((role) => kettle.names[role as 'agent']));
      expect(messages.map(({ at }) => at && new Date(at.at).toISOString().slice(11, 19))).toEqual(CLOCKS);
      expect(messages.map(({ mail }) => mail?.headers.subject?.words)).toEqual(
        ROLES.map((_role, index) => (index === 0 ? kettle.subject : `Re: ${kettle.subject}`)),
      );
    }
  });

  test.each(fixturesNamed(SINGLE_MAILS))('%s', (_, fixture) => {
    const { names, texts, subject } = KETTLES[fixture.language] as Kettle;
    const [document] = fixture.sources.flatMap(({ read: one }) => one.documents);
    if (document?.kind !== 'conversation') throw new Error('no conversation');
    const [message, ...others] = document.conversation.messages;
    expect(others).toEqual([]);
    expect([message?.role, message?.speaker, message?.text.words]).toEqual(['agent', names.agent, texts[1]]);
    expect(message?.mail?.headers.subject?.words).toBe(`Re: ${subject}`);
    expect(message?.mail?.html !== undefined).toBe(/html|alternative/.test(fixture.name));
    expect(document.guesses).toEqual([expect.stringContaining('the mail is an answer')]);
    expect([document.conversation.start, document.conversation.end]).toEqual(['unknown', 'unknown']);
  });

  test.each(fixturesNamed(['mail-8bit.eml', 'mail-quoted-printable.eml', 'mail-gb18030.eml']))(
    '%s is shown as it reads',
    (_, { language, sources }) => {
      const lines = KETTLES[language]?.texts[1]?.split('\n') as readonly string[];
      const [{ source, read: one } = { source: undefined, read: undefined }] = sources;
      const [document] = one?.documents ?? [];
      if (source === undefined || document?.kind !== 'conversation') throw new Error('no conversation');
      const text = document.conversation.messages[0]?.text as Text;
      const shown = linesOf(source);
      for (const words of lines) {
        const start = text.words.indexOf(words);
        const [span] = text.locate({ start, end: start + words.length }).spans;
        const line = shown.line(shown.position(span?.start ?? 0).line);
        expect(line?.words).toContain(words);
      }
    },
  );
});

describe('a part', () => {
  test('in quoted-printable has exact places, over soft breaks too', () => {
    const { source, message } = readMail([
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      'caf=C3=A9 and a long =',
      'line =E6=82=A8=',
      '=E5=A5=BD  ',
      'end',
    ]);
    expect(message.text.words).toBe('café and a long line 您好\nend');
    expect(written(source, message.text, 'é')).toEqual(['=C3=A9']);
    expect(written(source, message.text, 'long line')).toEqual(['long ', 'line']);
    expect(written(source, message.text, '您好')).toEqual(['=E6=82=A8', '=E5=A5=BD']);
  });

  test('in quoted-printable is written back in lines of 76 signs', () => {
    const { source, message } = readMail([
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: quoted-printable',
      '',
      `Hello ${'a'.repeat(60)} you =`,
      'there.',
    ]);
    const after = edited(source, message.text, 'you there', '您好，很高兴为您服务，请问有什么可以帮您 = ok');
    expect(Math.max(...after.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
    expect(conversationsIn(read('a.eml', Buffer.from(after, 'latin1')))[0]?.messages[0]?.text.words).toBe(
      `Hello ${'a'.repeat(60)} 您好，很高兴为您服务，请问有什么可以帮您 = ok.`,
    );
  });

  test('in base64 has the place of what codes it, and is written back', () => {
    const coded = Buffer.from('Hello there, 您好\r\nBye').toString('base64');
    const { source, message } = readMail([
      'Content-Type: text/plain; charset=utf-8',
      'Content-Transfer-Encoding: base64',
      '',
      coded,
    ]);
    expect(message.text.locate({ start: 0, end: 5 })).toMatchObject({ exact: false });
    expect(Buffer.from(written(source, message.text, 'there')[0] ?? '', 'base64').toString()).toContain('there');
    const after = edited(source, message.text, 'there', 'Ann');
    expect(Buffer.from(after.split('\r\n').at(-1) as string, 'base64').toString()).toBe('Hello Ann, 您好\r\nBye');
  });

  test.each([
    ['gb2312', 'c4fabac3', '您好'],
    ['gb18030', '95329035', '𠂋'],
    ['big5', 'b17aa66e', '您好'],
    ['windows-1251', 'd1e0ebe5ec', 'Салем'],
    ['koi8-r', 'f3c1ccc5cd', 'Салем'],
    ['iso-8859-1', '636166e9', 'café'],
    ['windows-1252', '69749273', 'it’s'],
    ['iso-8859-5', 'c1d0dbd5dc', 'Салем'],
    ['kz-1048', '8da3b3', 'ҚӘі'],
    ['utf-16le', 'a860', '您'],
  ])('may be in %s, and is written back in it', (charset, hex, words) => {
    const bytes = Buffer.from(hex, 'hex');
    const { source, message, problems } = readMail([
      `Content-Type: text/plain; charset=${charset}`,
      'Content-Transfer-Encoding: 8bit',
      '',
      bytes,
    ]);
    expect([message.text.words, problems]).toEqual([words, []]);
    expect(written(source, message.text, words)).toEqual([bytes.toString('latin1')]);
    expect(edited(source, message.text, words, words)).toBe(source.text);
  });

  test('refuses what its encoding has not got', () => {
    const { source, message } = readMail(['Content-Type: text/plain; charset=gb2312', '', Buffer.from('c4fa', 'hex')]);
    expect(edited(source, message.text, '您', 'Қош')).toContain('encoding');
    const plain = readMail(['Content-Type: text/plain', '', 'Hi there']);
    expect(edited(plain.source, plain.message.text, 'Hi', '您好')).toContain('encoding');
  });

  test('without the name of its encoding is UTF-8, or what it looks like, or what is said', () => {
    expect(readMail(['', '您好']).words).toBe('您好');
    const gb = Buffer.from('c4fabac3cef7c7ebceca', 'hex');
    expect(readMail(['', gb]).words.startsWith('您好')).toBe(true);
    expect(readMail(['', Buffer.from('d1e0ebe5ec', 'hex')], { encoding: 'windows-1251' }).words).toBe('Салем');
  });

  test('that is not in the encoding it names is a finding, and is read as far as it goes', () => {
    const { words, problems } = readMail(['Content-Type: text/plain; charset=utf-8', '', Buffer.from('6869ff', 'hex')]);
    expect([words, problems]).toEqual(['hi\ufffd', [expect.stringContaining('is no utf-8 text')]]);
  });

  test('keeps a boundary out of its words', () => {
    const { source, message } = readMail([
      'Content-Type: multipart/mixed; boundary=cut',
      '',
      '--cut',
      '',
      'Hi there',
      '--cut--',
    ]);
    expect(edited(source, message.text, 'there', 'a\n--cut\nb')).toContain('read otherwise');
  });

  test('of flowed lines is one paragraph', () => {
    const { words, source, message } = readMail([
      'Content-Type: text/plain; format=flowed',
      '',
      'It left ',
      'today.',
      ' From here on',
      '> You said ',
      '> so.',
      '-- ',
      'Mia',
    ]);
    expect(words).toBe('It left today.\nFrom here on\n> You said so.\n-- \nMia');
    expect(written(source, message.text, 'left today')).toEqual(['left ', 'today']);
  });
});

describe('the body', () => {
  const alternative = (plain: string, html: string) => [
    'Content-Type: multipart/alternative; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    plain,
    '--b',
    'Content-Type: text/html; charset=utf-8',
    '',
    html,
    '--b--',
  ];

  test('is the plain part, and the HTML where that says nothing', () => {
    const html = '<p>Hello</p><p style="display:none">no</p><p>there</p>';
    expect(readMail(alternative('Hi', html)).words).toBe('Hi');
    expect(readMail(alternative(' ', html)).words).toBe('Hello\n\nthere');
    expect(readMail(alternative('Hi', html)).message.mail?.html?.words).toBe(html);
  });

  test('leaves attachments out, whatever they are', () => {
    const { words, problems } = readMail([
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'Hi',
      '--b',
      'Content-Type: text/plain; name="notes.txt"',
      '',
      'not this',
      '--b',
      'Content-Type: text/csv',
      '',
      'a,b',
      '--b',
      'Content-Disposition: attachment',
      '',
      'nor this',
      '--b',
      'Content-Type: text/plain',
      '',
      'there',
      '--b--',
    ]);
    expect([words, problems]).toEqual(['Hi\nthere', []]);
  });

  test('is not what a mail that is attached says', () => {
    const { words } = readMail([
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      '',
      'See below',
      '--b',
      'Content-Type: message/rfc822',
      '',
      'From: x@y.example',
      '',
      'Buy now',
      '--b--',
    ]);
    expect(words).toBe('See below');
  });
});

describe('a header', () => {
  const subjectOf = (line: string | Buffer) => {
    const { source, message } = readMail([line, 'Content-Type: text/plain; charset=gb2312', '', 'Hi']);
    return { source, subject: message.mail?.headers.subject as Text };
  };

  test.each([
    ['Subject: =?UTF-8?B?5oKo5aW9?=', '您好'],
    ['Subject: =?utf-8?Q?caf=C3=A9_au_lait?= x', 'café au lait x'],
    ['Subject: =?gb2312?B?xPo=?=\r\n =?gb2312?B?usM=?=', '您好'],
    ['Subject: =?utf-8?B?5oI=?= =?utf-8?B?qOWlvQ==?=', '您好'],
    ['Subject: =?nobody-knows?B?5oI=?= x', '=?nobody-knows?B?5oI=?= x'],
    ['Subject: a long\r\n  one', 'a long one'],
    ['Subject:', ''],
  ])('%j reads %j', (line, words) => expect(subjectOf(line).subject.words).toBe(words));

  test('of raw bytes is UTF-8, or in the encoding of the body', () => {
    expect(subjectOf('Subject: 您好').subject.words).toBe('您好');
    expect(subjectOf(Buffer.from('5375626a6563743a20c4fabac3', 'hex')).subject.words).toBe('您好');
  });

  test('is written back in encoded words where it must be', () => {
    const plain = subjectOf('Subject: Your lamp');
    expect(edited(plain.source, plain.subject, 'lamp', 'table')).toContain('Subject: Your table\r\n');
    const after = edited(plain.source, plain.subject, 'lamp', '台灯');
    expect(after).toContain('Subject: Your =?utf-8?B?');
    const coded = subjectOf('Subject: =?gb2312?B?xPq6ww==?= now');
    expect(edited(coded.source, coded.subject, '好', '们好')).toMatch(/Subject: =\?gbk\?B\?xPrDx7rD\?= now\r\n/);
    const long = edited(plain.source, plain.subject, 'lamp', '台灯'.repeat(40));
    expect(Math.max(...long.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76);
  });

  test('that is missing is known to be', () => {
    const { message } = readMail(['', 'Hi']);
    expect(message.mail?.headers.subject?.words).toBe('');
    expect(message.mail?.headers['reply-to']).toBeUndefined();
  });

  test.each([
    ['Precedence: bulk', true],
    ['List-Unsubscribe: <mailto:x@y.example>', true],
    ['List-Id: <news.shop.example>', true],
    ['Precedence: first-class', false],
  ])('%j: to many people is %j', (line, isBulk) =>
    expect(readMail([line, '', 'Hi']).message.mail?.isBulk).toBe(isBulk),
  );
});

describe('who is who', () => {
  const mail = (id: string, from: string, more: readonly string[] = []) =>
    [`From x Wed May  1 10:20:26 2024`, `Message-ID: <${id}>`, `From: ${from}`, ...more, '', 'Hello', '', ''].join(
      '\n',
    );
  const roles = (box: string, agents: readonly string[] = []) =>
    conversationsIn(read('a.mbox', box, { agents })).map(({ messages }) => messages.map(({ role }) => role));
  const answer = (id: string) => [`In-Reply-To: <${id}>`];

  test.each([
    [['Mia*']],
    [['mia@shop.example']],
    [['shop.example']],
    [['@shop.example']],
    [['*@shop.example']],
    [['example.org', 'shop.example']],
  ])('is told by %j', (agents) => {
    const box = mail('1', 'Mia Lo <mia@shop.example>') + mail('2', 'ann@a.example', answer('1'));
    expect(roles(box, agents)).toEqual([['agent', 'customer']]);
  });

  test('is guessed from who answers', () => {
    expect(roles(mail('1', 'ann@a.example') + mail('2', 'mia@shop.example', answer('1')))).toEqual([
      ['customer', 'agent'],
    ]);
    // Both are of the shop, though the second wrote first to somebody else.
    const box =
      mail('1', 'ann@a.example') +
      mail('2', 'mia@shop.example', answer('1')) +
      mail('3', 'bob@b.example') +
      mail('4', 'mia@shop.example', answer('3')) +
      mail('5', 'mia@shop.example') +
      mail('6', 'eve@e.example', answer('5')) +
      mail('7', 'zoe@z.example', ['To: mia@shop.example']);
    expect(roles(box)).toEqual([['customer', 'agent'], ['customer', 'agent'], ['agent', 'customer'], ['customer']]);
  });

  test('is asked for where a mail stands alone, once for all of them', () => {
    const [one] = read('a.mbox', mail('1', 'ann@a.example') + mail('2', 'Bob <bob@b.example>'));
    expect(one?.problems).toEqual([
      { id: 'input/unknown-agent', span: { start: 54, end: 54 }, data: { names: 'ann@a.example, Bob' } },
    ]);
  });

  test('programs are nobody', () => {
    const box =
      mail('1', 'ann@a.example') +
      mail('2', 'mia@shop.example', [...answer('1'), 'Auto-Submitted: auto-replied']) +
      mail('3', 'MAILER-DAEMON@a.example', answer('2')) +
      mail('4', 'mia@shop.example', answer('1'));
    expect(roles(box)).toEqual([['customer', 'bot', 'agent', 'system']]);
  });
});

describe('a mailbox file', () => {
  const mail = (id: string, date: string, body: string, more: readonly string[] = []) =>
    [
      'From x@y.example Wed May  1 10:20:26 2024',
      `Message-ID: <${id}>`,
      `Date: ${date}`,
      `From: ${/^[13]/.test(id) ? 'ann@a.example' : 'mia@shop.example'}`,
      ...more,
      '',
      body,
      '',
      '',
    ].join('\n');

  test('puts mails in order: by date, and none before what it answers', () => {
    const box =
      mail('2', 'Wed, 1 May 2024 09:00:00 +0000', 'second', ['In-Reply-To: <1>']) +
      mail('4', 'Wed, 1 May 2024 12:00:00 +0000', 'fourth', ['References: <1> <2> <3>']) +
      mail('3', 'Wed, 1 May 2024 11:00:00 +0000', 'third', ['References: <1> <2>']) +
      mail('1', 'Wed, 1 May 2024 10:00:00 +0000', 'first') +
      mail('3', 'Wed, 1 May 2024 11:00:00 +0000', 'third', ['References: <1> <2>']);
    const [conversation, ...others] = conversationsIn(read('a.mbox', box));
    expect(others).toEqual([]);
    expect(conversation?.messages.map(({ text }) => text.words)).toEqual(['first', 'second', 'third', 'fourth']);
  });

  test('of answers in a circle ends', () => {
    const box =
      mail('1', 'Wed, 1 May 2024 09:00:00 +0000', 'a', ['In-Reply-To: <2>']) +
      mail('2', 'Wed, 1 May 2024 10:00:00 +0000', 'b', ['In-Reply-To: <1>']);
    expect(conversationsIn(read('a.mbox', box))[0]?.messages.length).toBe(2);
  });

  test('takes the marks from lines that begin with “From ”, and knows their places', () => {
    const box = mail('2', 'x', '>From here on\n>>From there\n> From me\nFrom us to you, 2024.', ['In-Reply-To: <1>']);
    const [one] = read('a.mbox', box);
    const text = conversationsIn(one === undefined ? [] : [one])[0]?.messages[0]?.text as Text;
    expect(text.words).toBe('From here on\n>From there\n> From me\nFrom us to you, 2024.');
    expect(written(one?.source as Source, text, 'here')).toEqual(['here']);
    expect(written(one?.source as Source, text, 'there')).toEqual(['there']);
    expect(edited(one?.source as Source, text, 'us', 'x@y.example Wed May  1 10:20:26 2024\n')).toContain('otherwise');
  });

  test('that answers what is not there has an unknown start', () => {
    const [conversation] = conversationsIn(read('a.mbox', mail('2', 'x', 'Hi', ['In-Reply-To: <1>'])));
    expect([conversation?.start, conversation?.end]).toEqual(['unknown', 'known']);
  });

  test.each(['Inbox', 'mail.txt', '<stdin>'])('is known by what it holds: %s', (path) => {
    expect(read(path, mail('2', 'x', 'Hi', ['In-Reply-To: <1>'])).map(({ format }) => format)).toEqual(['mbox']);
    const single = 'Received: by x\nMessage-ID: <2>\nIn-Reply-To: <1>\nFrom: a@b.example\n\nHi\n';
    expect(read(path, single).map(({ format }) => format)).toEqual(['eml']);
  });

  test.each(['Subject: Lamp\nFrom: Mia <mia@x.example>\n\nHello Ann', 'From Monday on we are closed.', 'Date: 1\n\nx'])(
    '%j is none',
    (text) => expect(read('a.txt', text).map(({ format }) => format)).toEqual(['draft']),
  );

  test('without a mail says so', () => {
    const [one] = read('a.mbox', 'Hello\nthere\n');
    expect(one?.problems.map(({ id, data }) => [id, data['problem']])).toEqual([
      ['input/malformed', expect.stringContaining('no mail begins in it')],
    ]);
    expect(read('a.mbox', '').map(({ problems, documents }) => [problems, documents])).toEqual([[[], []]]);
  });
});

describe('the limits of mails', () => {
  const problemsOf = (bytes: string) =>
    read('a.eml', bytes).flatMap(({ problems }) => problems.map(({ id, data }) => `${id} ${data['problem']}`));
  const head = 'From: a@b.example\nIn-Reply-To: <1>\n';

  test('are told for nests without end', () => {
    let nest = '';
    for (let depth = 0; depth < 200; depth++)
      nest += `Content-Type: multipart/mixed; boundary=b${depth}x\n\n--b${depth}x\n`;
    expect(problemsOf(head + nest)).toContainEqual(expect.stringContaining('nested more than 20 deep'));
  });

  test('are told for thousands of parts', () => {
    const parts = '--b\n\nx\n'.repeat(5000);
    expect(problemsOf(`${head}Content-Type: multipart/mixed; boundary=b\n\n${parts}`)).toContainEqual(
      expect.stringContaining('more than 1000 parts'),
    );
  });

  test('are told for heads without end', () => {
    expect(problemsOf(head + 'X-A: b\n'.repeat(2000))).toContainEqual(expect.stringContaining('more than 1000'));
    expect(problemsOf(`${head}${' x\n'.repeat(200_000)}\nHi`)).toContainEqual(expect.stringContaining('256000 bytes'));
    expect(problemsOf(`${head}Subject: ${'a'.repeat(100_000)}\n\nHi`)).toContainEqual(
      expect.stringContaining('the header “subject” is longer'),
    );
  });

  test('are told for parts that are files, and for codings that nobody knows', () => {
    expect(problemsOf(`${head}\n${'a'.repeat(4_100_000)}`)).toContainEqual(expect.stringContaining('longer than 4 MB'));
    expect(problemsOf(`${head}Content-Transfer-Encoding: x-uuencode\n\nHi`)).toContainEqual(
      expect.stringContaining('nobody knows how'),
    );
  });

  test('are told for boundaries that are missing', () => {
    expect(problemsOf(`${head}Content-Type: multipart/mixed\n\nHi`)).toContainEqual(
      expect.stringContaining('boundary'),
    );
    expect(problemsOf(`${head}Content-Type: multipart/mixed; boundary=b\n\nHi`)).toContainEqual(
      expect.stringContaining('no line of it begins with the boundary'),
    );
  });

  test('keep hostile bytes from taking time', () => {
    const before = performance.now();
    for (const bytes of [
      ` ${'\t '.repeat(150_000)}x\n`,
      '=?'.repeat(150_000),
      '=?a?b?'.repeat(50_000),
      '('.repeat(300_000),
      '--b\n'.repeat(75_000),
      '>From \n'.repeat(40_000),
      '<'.repeat(300_000),
      ';a="'.repeat(75_000),
    ])
      for (const frame of [
        `${head}Subject: ${bytes}\nReferences: ${bytes}\n\nHi`,
        `${head}Content-Type: multipart/mixed; boundary=b; ${bytes}\n\n${bytes}`,
        `${head}Content-Transfer-Encoding: quoted-printable\n\n${bytes}`,
        `${head}Content-Transfer-Encoding: base64\n\n${bytes}`,
        `From x Wed May  1 10:20:26 2024\n${head}\n${bytes}`,
      ])
        read(frame.startsWith('From x') ? 'a.mbox' : 'a.eml', frame);
    expect(performance.now() - before).toBeLessThan(20_000);
  });
});
