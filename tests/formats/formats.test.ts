import { describe, expect, test } from 'vitest';
import type { Conversation } from '../../src/core/conversation.ts';
import type { Mail } from '../../src/core/mail.ts';
import { DAY, gap } from '../../src/core/time.ts';
import { ROOT } from '../root.ts';
import type { Fixture } from './fixtures.ts';
import { fixturesBelow } from './fixtures.ts';
import type { Kettle } from './kettle.ts';
import { CLOCKS, DESKS, ENDS, KETTLES, ROLES } from './kettle.ts';
import { MAIL_FILES } from './mail-files.ts';
import { ROW_FILES } from './row-files.ts';

const FIXTURES = fixturesBelow(ROOT);

/** What each file can carry beside roles and words. */
const CARRIES: Readonly<
  Record<
    string,
    {
      format: string;
      many?: number;
      names?: boolean;
      clock?: 'second' | 'minute';
      precision?: number;
      channel?: string;
    }
  >
> = {
  'role-time.txt': { format: 'transcript', clock: 'second' },
  'role-name-time-wide.txt': { format: 'transcript', names: true, clock: 'second' },
  'role-then-name.txt': { format: 'transcript', names: true },
  'name-then-role.txt': { format: 'transcript', names: true },
  'role-and-name.txt': { format: 'transcript', names: true },
  'bold.md': { format: 'transcript', names: true },
  'alone.md': { format: 'transcript', names: true },
  'bracket-time.txt': { format: 'transcript', names: true, clock: 'minute' },
  'time-lines.txt': { format: 'transcript', names: true, clock: 'second' },
  'marked-crlf.txt': { format: 'transcript', names: true },
  'conversations.json': { format: 'conversations', names: true, clock: 'second' },
  'conversations.jsonl': { format: 'conversations', many: 3, names: true, clock: 'second' },
  'conversations.yaml': { format: 'conversations', names: true, clock: 'second' },
  'mails.json': { format: 'conversations', names: true, clock: 'second' },
  'openai.json': { format: 'openai-messages' },
  'openai-parts.json': { format: 'openai-messages' },
  'openai.jsonl': { format: 'openai-messages', many: 2 },
  'conversations-facts.json': { format: 'conversations', names: true, clock: 'second' },
  'header-facts.txt': { format: 'transcript', clock: 'second' },
  'transcript-record.json': { format: 'transcript-record', names: true, clock: 'second' },
  'zendesk-comments.json': { format: 'zendesk-comments', names: true, clock: 'second', channel: 'email' },
  'zendesk-conversation-log.json': { format: 'zendesk-conversation-log', clock: 'second' },
  'zendesk-chats.json': { format: 'zendesk-chats', names: true, clock: 'second', channel: 'chat' },
  'zendesk-qa-tickets.json': { format: 'zendesk-qa-tickets', names: true, clock: 'second', channel: 'chat' },
  'intercom-conversation.json': { format: 'intercom-conversations', names: true, clock: 'second', channel: 'chat' },
  'gorgias-messages.json': { format: 'gorgias-messages', names: true, clock: 'second', channel: 'chat' },
  'front-messages.json': { format: 'front-messages', names: true, clock: 'second', channel: 'chat' },
  'chatwoot-messages.json': { format: 'chatwoot-messages', names: true, clock: 'second' },
  'livechat-archives.json': {
    format: 'livechat-archives',
    names: true,
    clock: 'second',
    precision: 1,
    channel: 'chat',
  },
  'telegram-result.json': { format: 'telegram-export', names: true, clock: 'second', channel: 'chat' },
  'whatsapp-bracket.txt': { format: 'whatsapp-export', names: true, clock: 'second', channel: 'chat' },
  'whatsapp-dash.txt': { format: 'whatsapp-export', names: true, clock: 'minute', channel: 'chat' },
  'qq-export.txt': { format: 'qq-export', names: true, clock: 'second', channel: 'chat' },
  'wechat-export.txt': { format: 'wechat-export', names: true, clock: 'second', channel: 'chat' },
  'wechat-mail.txt': { format: 'wechat-export', names: true, clock: 'minute', channel: 'chat' },
  'call.vtt': { format: 'webvtt', names: true, clock: 'second', precision: 1, channel: 'phone' },
  'call.srt': { format: 'srt', names: true, clock: 'second', precision: 1, channel: 'phone' },
  'amazon-call-analytics.json': { format: 'amazon-call-analytics', clock: 'second', precision: 1, channel: 'phone' },
  'aliyun-dialogue.json': { format: 'aliyun-dialogue', clock: 'second', precision: 1, channel: 'phone' },
};

/** `numbers`: the entries are numbered from 1; `isHtml`: white space is folded; `each`: bodies of one entry. */
const LIBRARIES: Readonly<
  Record<
    string,
    { format?: string; ids: boolean | 'numbers'; titles: boolean | 'ids'; isHtml?: boolean; each?: number }
  >
> = {
  'library-list.yaml': { ids: true, titles: true },
  'library-bare.yaml': { ids: true, titles: true },
  'library-fields.yaml': { ids: true, titles: true },
  'library-mails.yaml': { ids: true, titles: true },
  'library-map.json': { ids: true, titles: true },
  'library-nested.json': { ids: true, titles: true },
  'library-bodies.yaml': { ids: false, titles: false },
  'predefined-replies.json': { ids: true, titles: true },
  'zendesk-macros.json': { format: 'zendesk-macros', ids: 'numbers', titles: true, isHtml: true },
  'intercom-macros.json': { format: 'intercom-macros', ids: 'numbers', titles: true },
  'freshdesk-canned-responses.json': {
    format: 'freshdesk-canned-responses',
    ids: 'numbers',
    titles: true,
    isHtml: true,
  },
  'gorgias-macros.json': { format: 'gorgias-macros', ids: 'numbers', titles: true, isHtml: true },
  'help-scout-saved-replies.json': {
    format: 'help-scout-saved-replies',
    ids: 'numbers',
    titles: true,
    isHtml: true,
    each: 2,
  },
  'front-templates.json': { format: 'front-templates', ids: 'numbers', titles: true, isHtml: true },
  'chatwoot-canned-responses.json': { format: 'chatwoot-canned-responses', ids: 'numbers', titles: 'ids' },
  'zammad-text-modules.json': { format: 'zammad-text-modules', ids: 'numbers', titles: true, isHtml: true },
  'osticket-premade.yaml': { format: 'osticket-canned-responses', ids: false, titles: true, isHtml: true },
};

const DRAFTS = ['draft.txt', 'draft.md', 'mail.txt', 'mail-crlf.md'];

function kettleOf({ language }: Fixture): Kettle {
  return KETTLES[language] as Kettle;
}

function conversationsIn({ sources }: Fixture): readonly Conversation[] {
  return sources.flatMap(({ read }) =>
    read.documents.flatMap((document) => (document.kind === 'conversation' ? [document.conversation] : [])),
  );
}

function fixturesNamed(names: readonly string[]): readonly (readonly [string, Fixture])[] {
  return FIXTURES.filter(({ name }) => names.includes(name)).map((fixture) => [fixture.path, fixture] as const);
}

test('every file is known here, and every format has a file in every language', () => {
  const known = [...Object.keys(CARRIES), ...Object.keys(LIBRARIES), ...DRAFTS, ...ROW_FILES, ...MAIL_FILES];
  const all = Object.keys(KETTLES).flatMap((language) => known.map((name) => `${language}/${name}`));
  expect(FIXTURES.map(({ path }) => path)).toEqual(all.sort());
});

describe('the same conversation', () => {
  test.each(fixturesNamed(Object.keys(CARRIES)))('%s', (_, fixture) => {
    const { format, many = 1, names, clock, precision = 1000, channel } = CARRIES[fixture.name] ?? { format: '' };
    const kettle = kettleOf(fixture);
    expect(fixture.sources.map(({ read }) => [read.format, read.problems])).toEqual(
      Array.from({ length: many }, () => [format, []]),
    );
    const conversations = conversationsIn(fixture);
    expect(conversations.length).toBe(many);
    for (const { messages, start, end, ...about } of conversations) {
      if (channel !== undefined) expect(about.channel).toBe(channel);
      const spoken = messages.filter(({ role }) => role !== 'system');
      expect(spoken.map(({ role }) => role)).toEqual(ROLES);
      expect(spoken.map(({ text }) => text.words)).toEqual(kettle.texts);
      expect(spoken.map(({ speaker }) => speaker)).toEqual(
        ROLES.map((role) => (names ? kettle.names[role as 'agent'] : undefined)),
      );
      expect(spoken.map(({ at }) => at && new Date(at.at % DAY).toISOString().slice(11, 19))).toEqual(
        CLOCKS.map((one) => (clock === 'second' ? one : clock === 'minute' ? one.replace(/\d\d$/, '00') : undefined)),
      );
      for (const { at } of spoken)
        if (at !== undefined) expect(at.precision).toBe(clock === 'minute' ? 60_000 : precision);
      expect([start, end]).toEqual(['known', 'known']);
    }
  });

  test.each(fixturesNamed(['role-then-name.txt', 'time-lines.txt']))('%s has its events', (_, fixture) => {
    const events = conversationsIn(fixture).flatMap(({ messages }) => messages.filter(({ role }) => role === 'system'));
    expect(events.map(({ index }) => index)).toEqual(fixture.name === 'time-lines.txt' ? [3, 7] : [3]);
  });

  test.each(fixturesNamed(['header-facts.txt', 'conversations-facts.json']))('%s has its facts', (_, fixture) => {
    const [conversation] = conversationsIn(fixture);
    expect(conversation?.channel).toBe('phone');
    expect(conversation?.facts).toEqual({
      direction: 'inbound',
      rings: 4,
      'ring time': 20_000,
      duration: 250_000,
      'disconnected by': 'customer',
      'new customer': true,
    });
    const events = conversation?.events ?? [];
    expect(events.map(({ kind }) => kind)).toEqual(['hold', 'hold', 'transfer', 'transfer']);
    expect(events.slice(0, 2).map(({ start, end }) => gap(start, end)?.most)).toEqual([31_000, 31_000]);
    expect(events.slice(2).map(({ to }) => to)).toEqual(DESKS[fixture.language]);
    expect(
      conversation?.messages.map(({ until }) => until && new Date(until.at % DAY).toISOString().slice(11, 19)),
    ).toEqual(ENDS);
  });

  test.each(fixturesNamed(['openai.json']))('%s has what the model was told', (_, fixture) => {
    expect(conversationsIn(fixture)[0]?.messages[0]).toMatchObject({
      role: 'system',
      text: { words: kettleOf(fixture).system },
    });
  });

  test.each(fixturesNamed(['conversations.json', 'conversations.yaml', 'transcript-record.json', 'openai.json']))(
    '%s has its id',
    (_, fixture) => expect(conversationsIn(fixture)[0]?.id).toBe(`kettle-${fixture.language}`),
  );

  test.each(fixturesNamed(['conversations.jsonl']))('%s has its ids and kinds of times', (_, fixture) => {
    const conversations = conversationsIn(fixture);
    expect(conversations.map(({ id }) => id)).toEqual([1, 2, 3].map((line) => `kettle-${fixture.language}-${line}`));
    expect(conversations[0]?.messages[0]?.at?.basis).toBe('epoch');
  });
});

describe('the same library', () => {
  test.each(fixturesNamed(Object.keys(LIBRARIES)))('%s', (_, fixture) => {
    const about = LIBRARIES[fixture.name] ?? { ids: false, titles: false };
    const { format = 'library', ids, titles, isHtml, each = 1 } = about;
    const expected = kettleOf(fixture).entries.flatMap((entry, at) =>
      Array.from({ length: each }, (_, body) => ({ ...entry, number: String(at + 1), isFirst: body === 0 })),
    );
    const [{ read } = { read: undefined }] = fixture.sources;
    expect([read?.format, read?.problems]).toEqual([format, []]);
    const [library] = read?.documents ?? [];
    const entries = library?.kind === 'library' ? library.entries : [];
    const folded = (words: string) => (isHtml ? words.trimEnd().replace(/ {2,}/g, ' ') : words.trimEnd());
    expect(entries.map(({ body }) => folded(body.words))).toEqual(expected.map(({ body }) => folded(body)));
    expect(entries.map(({ title }) => title?.words)).toEqual(
      expected.map(({ title, id, isFirst }) => (titles === 'ids' ? id : titles && isFirst ? title : undefined)),
    );
    const idOf = ({ id, title, number }: (typeof expected)[number]) =>
      ids === 'numbers' ? number : ids ? id : format === 'library' ? title : undefined;
    expect(entries.map(({ id }) => id)).toEqual(expected.map(idOf));
  });
});

describe('a draft', () => {
  test.each(fixturesNamed(DRAFTS))('%s', (_, fixture) => {
    const [document] = fixture.sources.flatMap(({ read }) => read.documents);
    expect(document?.kind).toBe('draft');
    if (document?.kind === 'draft') expect(document.text.words).toContain(kettleOf(fixture).texts[1]);
  });
});

describe('what stands around the words of a mail', () => {
  const headersOf = (mail: Mail | undefined) =>
    Object.fromEntries(Object.entries(mail?.headers ?? {}).map(([name, text]) => [name, text.words]));

  test.each(fixturesNamed(['mail.txt', 'mail-crlf.md']))('%s', (_, fixture) => {
    const { names, subject } = kettleOf(fixture);
    const [document] = fixture.sources.flatMap(({ read }) => read.documents);
    if (document?.kind !== 'draft') throw new Error('no draft');
    expect(document.channel).toBe('email');
    expect(headersOf(document.mail)).toEqual({
      subject: `Re: ${subject}`,
      from: `${names.agent} <care@example.com>`,
      to: `"${names.customer}" <aida@example.com>`,
      date: 'Wed, 1 May 2024 10:21:02 +0000',
    });
    expect(document.at).toEqual({ basis: 'epoch', at: Date.UTC(2024, 4, 1, 10, 21, 2), precision: 1000 });
    expect(document.text.words.startsWith(kettleOf(fixture).texts[1] as string)).toBe(true);
  });

  test.each(fixturesNamed(['mails.json']))('%s', (_, fixture) => {
    const { names, subject } = kettleOf(fixture);
    const [conversation] = conversationsIn(fixture);
    expect(conversation?.channel).toBe('email');
    expect(conversation?.messages.map(({ mail }) => mail?.headers.subject?.words)).toEqual(
      ROLES.map((_role, index) => (index === 0 ? subject : `Re: ${subject}`)),
    );
    expect(headersOf(conversation?.messages[1]?.mail)).toMatchObject({
      from: `${names.agent} <care@example.com>`,
      to: 'aida@example.com',
      'in-reply-to': '<1@example.com>',
    });
    expect(conversation?.messages.every(({ mail }) => mail?.isBulk === false)).toBe(true);
  });

  test.each(fixturesNamed(['library-mails.yaml']))('%s', (_, fixture) => {
    const [document] = fixture.sources.flatMap(({ read }) => read.documents);
    const entries = document?.kind === 'library' ? document.entries : [];
    expect(entries.map(({ channel }) => channel)).toEqual(['email', 'email', 'email']);
    expect(entries.map(({ mail }) => mail?.headers.subject?.words)).toEqual(
      [0, 1, 2].map((number) => `${kettleOf(fixture).subject} ${number}`),
    );
    expect(entries.map(({ mail }) => mail?.isBulk)).toEqual([false, false, true]);
  });
});
