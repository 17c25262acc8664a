import { describe, expect, test } from 'vitest';
import { mailboxIn } from '../../src/core/mail.ts';
import { parseMailDate } from '../../src/mail/date.ts';
import { headerBlockIn } from '../../src/mail/header-block.ts';
import { readSubject } from '../../src/mail/subject.ts';
import { partsOf } from './reader.ts';

describe('a block of headers', () => {
  const valuesOf = (words: string, isMail = false) => {
    const block = headerBlockIn(words, isMail);
    return (
      block && {
        ...Object.fromEntries([...block.values].map(([name, { start, end }]) => [name, words.slice(start, end)])),
        body: words.slice(block.bodyAt),
      }
    );
  };

  test.each([
    ['Subject: Lamp\n\nHello', { subject: 'Lamp', body: 'Hello' }],
    ['主题：落地灯\n\n您好', { subject: '落地灯', body: '您好' }],
    ['主旨：落地燈\n收件者：何女士\n\n您好', { subject: '落地燈', to: '何女士', body: '您好' }],
    ['Тақырып: Шам\nКімге: Айдана\n\nСәлем', { subject: 'Шам', to: 'Айдана', body: 'Сәлем' }],
    ['Тема: Шам\nКому: Айдана\n\nСәлем', { subject: 'Шам', to: 'Айдана', body: 'Сәлем' }],
    ['SUBJECT:Lamp\nfrom : a@b.c\n\n', { subject: 'Lamp', from: 'a@b.c', body: '' }],
    ['**Subject:** Lamp\n\nHello', { subject: 'Lamp', body: 'Hello' }],
    ['Subject:\nTo: a@b.c', { subject: '', to: 'a@b.c', body: '' }],
    ['Subject: a\nSubject: b\nX-Mailer: c\n\nd', { subject: 'a', body: 'd' }],
    ['To: a@b.c,\n  d@e.f\nSubject: x\n \nHello', { to: 'a@b.c,', subject: 'x', body: 'Hello' }],
  ])('%j', (words, expected) => expect(valuesOf(words)).toEqual(expected));

  test.each([
    'Hello\n\nSubject: Lamp',
    'Subject: Lamp\nHello',
    'Subject: Lamp',
    'To: Ann\n\nHello',
    'Note: read this\nSubject: Lamp\n\nHello',
    '\nSubject: Lamp\n\nHello',
    'Agent: Hello\nCustomer: Hi',
    '',
  ])('%j has none', (words) => expect(headerBlockIn(words, false)).toBeUndefined());

  test.each(['To: Ann\n\nHello', 'Subject: Lamp', '日期：2026年1月5日\n\n您好'])('%j has one in a mail', (words) =>
    expect(headerBlockIn(words, true)).toBeDefined(),
  );

  test('of a hostile text takes no time', () => {
    const before = performance.now();
    for (const words of [
      'A:'.repeat(200_000),
      'to:\n'.repeat(200_000),
      ' \n'.repeat(200_000),
      `subject:${' '.repeat(400_000)}`,
    ])
      headerBlockIn(words, true);
    expect(performance.now() - before).toBeLessThan(1000);
  });
});

describe('a subject', () => {
  test.each([
    ['Lamp', 'Lamp', []],
    ['Re: Lamp', 'Lamp', ['reply']],
    ['RE: Re[2]: AW: Lamp', 'Lamp', ['reply']],
    ['Fwd: Re: Lamp', 'Lamp', ['forward']],
    ['回复：落地灯', '落地灯', ['reply']],
    ['轉寄: 落地燈', '落地燈', ['forward']],
    ['Жауап: Шам', 'Шам', ['reply']],
    ['Пересл: Шам', 'Шам', ['forward']],
    ['[#48213] Re: [Ticket 12] Lamp', 'Lamp', ['reply']],
    ['Re:', '', ['reply']],
    ['  ', '', []],
    ['Report: the lamp', 'Report: the lamp', []],
    ['[Urgent] Lamp', '[Urgent] Lamp', []],
  ])('%j is %j', (words, bare, kinds) => {
    const subject = readSubject(words);
    expect(words.slice(subject.bare.start, subject.bare.end)).toBe(bare);
    const found = [...partsOf('Hello', words).kinds].filter((kind) => kind === 'reply' || kind === 'forward');
    expect(found).toEqual(kinds);
  });
});

describe('the time of', () => {
  const utc = (...parts: [number, number, number, number, number, number?]) => Date.UTC(...parts);

  test.each([
    ['Mon, 5 Jan 2026 09:00:00 +0800', 'epoch', utc(2026, 0, 5, 1, 0)],
    ['5 Jan 2026 09:00 GMT', 'epoch', utc(2026, 0, 5, 9, 0)],
    ['Mon, 05 Jan 2026 09:00:05 -0500 (EST)', 'epoch', utc(2026, 0, 5, 14, 0, 5)],
    ['Thu, 22 Aug 02 14:50:31 EDT', 'epoch', utc(2002, 7, 22, 18, 50, 31)],
    ['Mon, 5 Jan 2026 09:00:00 CST', 'local', utc(2026, 0, 5, 9, 0)],
    ['2026-01-05 09:00', 'local', utc(2026, 0, 5, 9, 0)],
    ['2026年1月5日 9:00', 'local', utc(2026, 0, 5, 9, 0)],
  ])('%s', (written, basis, at) => expect(parseMailDate(written)).toMatchObject({ basis, at }));

  test.each(['Mon, 5 Foo 2026 09:00', '5 Jan', '', 'x'.repeat(1000)])('%j is unknown', (written) =>
    expect(parseMailDate(written)).toBeUndefined(),
  );
});

test.each([
  ['Ann Lee <ann@example.com>', 'Ann Lee', 'ann@example.com'],
  ['"Lee, Ann" <ann@example.com>, x@y.z', 'Lee, Ann', 'ann@example.com'],
  ['青禾家居客服 <care@example.com>', '青禾家居客服', 'care@example.com'],
  ['ann@example.com', undefined, 'ann@example.com'],
  ['<ann@example.com>', undefined, 'ann@example.com'],
  ['Ann', 'Ann', undefined],
  ['', undefined, undefined],
])('%j is the name %j and the address %j', (words, name, address) => {
  const box = mailboxIn(words);
  const cut = (range: typeof box.name) => range && words.slice(range.start, range.end);
  expect([cut(box.name), cut(box.address)]).toEqual([name, address]);
});
