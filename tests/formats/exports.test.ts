import { describe, expect, test } from 'vitest';
import type { Conversation, Message } from '../../src/core/conversation.ts';
import { wholeFile } from '../../src/core/source.ts';
import type { FormatSettings } from '../../src/formats/format.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { readHtml } from '../../src/texts/html.ts';
import { PARSERS } from './parsers.ts';

function read(value: unknown, settings: Partial<FormatSettings> = {}) {
  const isText = typeof value === 'string';
  const source = wholeFile('a', isText ? value : JSON.stringify(value));
  return readDocument(source, PARSERS[isText ? 'text' : 'json'], { agents: [], fields: {}, ...settings }, readHtml);
}

function conversationsIn(value: unknown, settings?: Partial<FormatSettings>): readonly Conversation[] {
  return read(value, settings).documents.flatMap((one) => (one.kind === 'conversation' ? [one.conversation] : []));
}

const told = ({ role, text }: Message) => `${role}: ${text.words}`;

describe('comments of Zendesk', () => {
  const comment = (author_id: number, body: string, more: object = {}) => ({
    author_id,
    body,
    public: true,
    created_at: '2024-05-01T10:20:26Z',
    ...more,
  });
  const comments = [comment(1, 'Hi'), comment(2, 'He is angry', { public: false }), comment(2, 'Hello')];

  test('without users are guessed, and the guess is told', () => {
    const [document] = read({ comments }).documents;
    expect(document?.guesses).toEqual([expect.stringContaining('“1” is taken for the customer')]);
    expect(conversationsIn({ comments })[0]?.messages.map(told)).toEqual(['customer: Hi', 'agent: Hello']);
  });

  test('are told apart by the ids of agents', () => {
    const [conversation] = conversationsIn({ comments }, { agents: ['1'] });
    expect(conversation?.messages.map(({ role }) => role)).toEqual(['agent', 'customer']);
  });

  test('of one writer alone have no role', () => {
    const { problems } = read({ comments: comments.slice(0, 1) });
    expect(problems.map(({ id, data }) => [id, data])).toEqual([['input/unknown-agent', { names: '1' }]]);
  });

  test('are read by the fields that the configuration names, where it does', () => {
    expect(read({ comments }, { fields: { text: 'nothing' } }).format).not.toBe('zendesk-comments');
  });
});

test('what a format of HTML lacks is said, and nothing is read', () => {
  const source = wholeFile('a', JSON.stringify({ comments: [{ author_id: 1, body: 'a', public: true }] }));
  const result = readDocument(source, PARSERS.json, { agents: [], fields: {} });
  expect([result.lacks, result.documents, result.problems]).toEqual(['html', [], []]);
});

test('bots of Intercom and Chatwoot are no agents', () => {
  const part = (type: string, body: string) => ({
    part_type: 'comment',
    body,
    created_at: 1714558826,
    author: { type },
  });
  const intercom = {
    source: { body: '<p>Hi</p>', author: { type: 'user' } },
    conversation_parts: { conversation_parts: [part('bot', 'Beep'), part('admin', 'Hello')] },
  };
  expect(conversationsIn(intercom)[0]?.messages.map(told)).toEqual(['customer: Hi', 'bot: Beep', 'agent: Hello']);
  const message = (sender_type: string, message_type: number, content: string) => ({
    sender_type,
    message_type,
    content,
    content_type: 'text',
    private: false,
    conversation_id: 1,
  });
  const chatwoot = [message('Contact', 0, 'Hi'), message('AgentBot', 1, 'Beep'), message('User', 1, 'Hello')];
  expect(conversationsIn(chatwoot)[0]?.messages.map(told)).toEqual(['customer: Hi', 'bot: Beep', 'agent: Hello']);
});

test('messages of several tickets are parted', () => {
  const message = (ticket_id: number, from_agent: boolean, body_text: string) => ({
    ticket_id,
    from_agent,
    body_text,
    channel: 'email',
    public: true,
  });
  const all = { data: [message(1, false, 'a'), message(2, false, 'b'), message(1, true, 'c')] };
  expect(conversationsIn(all).map(({ id, channel, messages }) => [id, channel, messages.map(told)])).toEqual([
    ['1', 'email', ['customer: a', 'agent: c']],
    ['2', 'email', ['customer: b']],
  ]);
});

test('the newest message first is the last', () => {
  const message = (created_at: number, is_inbound: boolean, body: string) => ({ created_at, is_inbound, body });
  const [conversation] = conversationsIn({
    _results: [message(1714558900, false, 'b'), message(1714558826, true, 'a')],
  });
  expect(conversation?.messages.map(({ index, text }) => [index, text.words])).toEqual([
    [0, 'a'],
    [1, 'b'],
  ]);
});

describe('WhatsApp', () => {
  const agents = ['Ben'];
  const chat = (...lines: string[]) => lines.join('\n');

  test.each([
    ['3/6/18, 1:55 p.m. - Ben: one', '3/13/18, 1:56 p.m. - Ann: two', '2018-03-06T13:55:00.000Z'],
    ['03-06-2018, 01.55 PM - Ben: one', '13-06-2018, 01.56 PM - Ann: two', '2018-06-03T13:55:00.000Z'],
    ['13.06.18 21.25.15: Ben: one', '13.06.18 21.26.15: Ann: two', '2018-06-13T21:25:15.000Z'],
    ['[06.13.18 21:25:15] Ben: one', '[06.13.18 21:26:15] Ann: two', '2018-06-13T21:25:15.000Z'],
    ['13.6.2018 klo 21.25.15 - Ben: one', '13.6.2018 klo 21.26.15 - Ann: two', '2018-06-13T21:25:15.000Z'],
    ['13. 6. 2018. 21:25:15 - Ben: one', '13. 6. 2018. 21:26:15 - Ann: two', '2018-06-13T21:25:15.000Z'],
    ['\u200e[3/6/18 1:55:00 p. m.] Ben: one', '[14/6/18 1:56:00 p. m.] Ann: two', '2018-06-03T13:55:00.000Z'],
    ['[2018/06/13, 21:25:15] Ben: one', '[2018/06/13, 21:26:15] Ann: two', '2018-06-13T21:25:15.000Z'],
    ['2024/5/1 下午9:25 - Ben: one', '2024/5/1 下午9:26 - Ann: two', '2024-05-01T21:25:00.000Z'],
    ['2024年5月1日 21:25 - Ben: one', '2024年5月1日 21:26 - Ann: two', '2024-05-01T21:25:00.000Z'],
    ['[5/13/24, 9:25:15\u202fPM] Ben: one', '[5/13/24, 9:26:15\u202fPM] Ann: two', '2024-05-13T21:25:15.000Z'],
  ])('%s', (first, second, at) => {
    const messages = conversationsIn(chat(first, second), { agents }).flatMap((one) => one.messages);
    expect(messages.map(told)).toEqual(['agent: one', 'customer: two']);
    expect(new Date(messages[0]?.at?.at ?? 0).toISOString()).toBe(at);
  });

  const open = chat('03/04/24, 10:20 - Ben: one', '04/05/24, 10:21 - Ann: two');
  test('asks which number is the day, where nothing tells it', () => {
    expect(read(open, { agents }).problems.map(({ id }) => id)).toEqual(['input/unknown-date-order']);
    const [first] = conversationsIn(open, { agents, dates: 'month-first' });
    expect(new Date(first?.messages[0]?.at?.at ?? 0).toISOString()).toBe('2024-03-04T10:20:00.000Z');
  });

  test('tells the day from the order of the dates', () => {
    const text = chat('01/05/24, 10:20 - Ben: one', '02/04/24, 10:21 - Ann: two');
    expect(new Date(conversationsIn(text, { agents })[0]?.messages[0]?.at?.at ?? 0).toISOString()).toBe(
      '2024-01-05T10:20:00.000Z',
    );
  });

  test('needs no order on a single day, and then knows the clock alone', () => {
    const text = chat('03/04/24, 10:20 - Ben: one', '03/04/24, 10:21 - Ann: two');
    expect(conversationsIn(text, { agents })[0]?.messages[0]?.at?.basis).toBe('clock');
  });

  test('says that it guesses the day from what changes more often', () => {
    const [document] = read(chat('03/04/24, 10:20 - Ben: one', '04/04/24, 10:21 - Ann: two'), { agents }).documents;
    expect(document?.guesses).toEqual([expect.stringContaining('day-first')]);
  });

  test('has no words where a file was sent or a message deleted', () => {
    const text = chat(
      '13/04/24, 10:20 - Messages are encrypted.',
      '13/04/24, 10:20 - Ann: <Media omitted>',
      '13/04/24, 10:21 - Ann: \u200eThis message was deleted.',
      '13/04/24, 10:22 - Ben: IMG-1.jpg (file attached)',
      'Here it is',
      '13/04/24, 10:23 - Ben: Bye \u200e<This message was edited>',
    );
    const messages = conversationsIn(text, { agents })[0]?.messages ?? [];
    expect(messages.map(told)).toEqual([
      'system: Messages are encrypted.',
      'customer: ',
      'customer: ',
      'agent: Here it is',
      'agent: Bye',
    ]);
  });

  test('refuses words for an empty message that would run into the next one', () => {
    const text = chat('13/04/24, 10:20 - Ann:', '13/04/24, 10:21 - Ben: Hello');
    const [empty] = conversationsIn(text, { agents })[0]?.messages ?? [];
    expect(empty?.text.edit({ start: 0, end: 0 }, 'x')).toEqual({
      refused: 'the words would run into the next message',
      near: undefined,
    });
  });

  test('parts the conversations at a long silence, but not where the customer waits', () => {
    const day = (number: number, clock: string, name: string, words: string) =>
      `${number}/04/24, ${clock} - ${name}: ${words}`;
    const text = chat(
      day(13, '22:00', 'Ann', 'Hi'),
      day(14, '09:00', 'Ben', 'Hello'),
      day(14, '09:05', 'Ann', 'Thanks'),
      day(20, '12:00', 'Ann', 'Hi again'),
      day(20, '12:01', 'Ben', 'Hello again'),
    );
    const sessions = conversationsIn(text, { agents }).map(({ messages }) => messages.map(({ index }) => index));
    expect(sessions).toEqual([
      [0, 1, 2],
      [0, 1],
    ]);
  });

  test('asks for the agent, where no name tells it', () => {
    const text = chat('13/04/24, 10:20 - Ann: one', '13/04/24, 10:21 - Ben: two');
    expect(read(text).problems.map(({ id, data }) => [id, data])).toEqual([
      ['input/unknown-agent', { names: 'Ann, Ben' }],
    ]);
  });
});

describe('captions', () => {
  test('put the pieces of a sentence together and keep when it ended', () => {
    const text = [
      'WEBVTT',
      '',
      '00:01.000 --> 00:02.000',
      '<v Agent>How can',
      '',
      '00:02.100 --> 00:03.500',
      '<v Agent>I &amp; we <i>help</i>?</v>',
      '',
      '00:04.000 --> 00:05.000',
      '<v.loud Customer>Hi',
    ].join('\n');
    const messages = conversationsIn(text)[0]?.messages ?? [];
    expect(messages.map(told)).toEqual(['agent: How can\nI & we help?', 'customer: Hi']);
    expect(messages.map(({ at, until }) => [at?.at, until?.at])).toEqual([
      [1000, 3500],
      [4000, 5000],
    ]);
  });

  test('of SRT keep the speaker until the next label', () => {
    const text = [
      '1',
      '00:00:01,000 --> 00:00:02,000',
      '[客服] 您好。',
      '',
      '2',
      '00:00:02,000 --> 00:00:03,000',
      '请问？',
      '',
      '3',
      '00:00:04,000 --> 00:00:05,000',
      '客户：在',
    ].join('\n');
    expect(conversationsIn(text)[0]?.messages.map(told)).toEqual(['agent: 您好。', 'agent: 请问？', 'customer: 在']);
  });
});

test('several chats of QQ are several conversations', () => {
  const chat = (name: string) => `消息对象:${name}\n${'='.repeat(64)}\n\n2024-05-01 10:20:26 客服小敏(12345)\n您好\n\n`;
  const text = `消息记录（此消息记录为文本格式，不支持重新导入）\n\n${chat('甲')}${chat('乙')}`;
  expect(conversationsIn(text).map(({ id, messages }) => [id, messages.map(told)])).toEqual([
    ['甲', ['agent: 您好']],
    ['乙', ['agent: 您好']],
  ]);
});

test('macros that write private notes are no replies', () => {
  const macro = (isPublic: string) => ({
    title: 'a',
    actions: [
      { field: 'comment_value', value: 'Hello' },
      { field: 'comment_mode_is_public', value: isPublic },
    ],
  });
  const entries = read({ macros: [macro('true'), macro('false')] }).documents.flatMap((one) =>
    one.kind === 'library' ? one.entries : [],
  );
  expect(entries.map(({ body }) => body.words)).toEqual(['Hello']);
});

test('an account of a shop on Qianniu is an agent', () => {
  const text = 'tb123  2024-05-01 10:20:26\n在吗？\n旗舰店:小敏  2024-05-01 10:20:40\n亲，您好\n';
  const [conversation] = conversationsIn(text);
  expect(conversation?.messages.map(({ role, speaker }) => `${role} ${speaker}`)).toEqual([
    'customer tb123',
    'agent 小敏',
  ]);
});
