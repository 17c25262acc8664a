import { describe, expect, test } from 'vitest';
import { verbatim } from '../../src/core/text.ts';
import { readTranscript, transcriptLikeness } from '../../src/transcripts/transcript.ts';

const read = (text: string) => readTranscript(verbatim(text, 0), { agents: [] });
const said = (text: string) => read(text).messages.map(({ role, text: { words } }) => `${role}: ${words}`);

describe('the header of a transcript', () => {
  test('stands above the conversation, between titles and the names of speakers', () => {
    const text =
      '# Call 7\n\nDate: 1 May\nDirection: outbound\nAgent: Ben\n- **Rings:** 4\n\nBen: Hello\nCustomer: Hi\n';
    expect(read(text).header).toMatchObject({ facts: { direction: 'outbound', rings: 4 }, unread: [] });
    expect(said(text)).toEqual(['agent: Hello', 'customer: Hi']);
  });

  test('ends where a message begins: what is said is no fact', () => {
    const text = 'Channel: phone\nCustomer: Hi\nDuration: 5 min\nAgent: Hello\nRings: 4\n';
    const { header } = read(text);
    expect(header.channel).toBe('phone');
    expect(header.facts).toBeUndefined();
    expect(said(text)).toEqual(['customer: Hi\nDuration: 5 min', 'agent: Hello\nRings: 4']);
  });

  test('may name what looks like a speaker', () => {
    expect(read('客户时区：Asia/Almaty\n客户：你好\n客服：您好').header.facts).toEqual({ 'time zone': 'Asia/Almaty' });
    expect(said('客户时区：Asia/Almaty\n客户：你好\n客服：您好')).toEqual(['customer: 你好', 'agent: 您好']);
  });

  test('says what could not be read, and makes nobody a speaker', () => {
    const { header, guesses, unknownSpeakers } = read('Rings: many\nHolds: now and then\nRings: few\nAgent: Hi');
    expect(header).toMatchObject({ facts: undefined, events: undefined });
    expect(guesses.join()).toContain('Rings: many');
    expect(unknownSpeakers).toEqual([]);
  });

  test('has holds and transfers in lists, or how many there were', () => {
    const events = (line: string) => read(`${line}\nAgent: Hi\nCustomer: yo`).header;
    expect(events('Holds: 2').facts).toEqual({ holds: 2 });
    expect(events('Transfers: stock -> finance -> stock').events?.map(({ to }) => to)).toEqual([
      'stock',
      'finance',
      'stock',
    ]);
    expect(events('Holds: 00:00:10-00:01:25').events).toMatchObject([
      { kind: 'hold', start: { at: 10_000 }, end: { at: 85_000 } },
    ]);
  });

  test('makes no transcript of a form', () => {
    expect(transcriptLikeness('Channel: phone\nRings: 4\n\nHello, thank you for your order.')).toBe(0);
    expect(transcriptLikeness('Voicemail: message\n\nAgent: Hello, this is Mia.')).toBeGreaterThan(0.5);
  });

  test('is read in time however long it is', () => {
    const before = performance.now();
    // A second where nothing else runs: were every line searched for a header, it would be minutes.
    read(`${'Rings: 4\n'.repeat(10_000)}Agent: Hi\n${`Direction: ${'x'.repeat(1000)}\n`.repeat(500)}`);
    expect(performance.now() - before).toBeLessThan(8000);
  });
});

describe('from when to when something was said', () => {
  const stretches = (text: string) =>
    read(text).messages.map(({ at, until }) =>
      [at, until].map((time) => time && new Date(time.at).toISOString().slice(11, 19)),
    );
  test.each([
    'Agent (10:20:05-10:20:11): hi\nCustomer: yo',
    'Agent (Ben, 10:20:05 – 10:20:11): hi\nCustomer: yo',
    '[10:20:05-10:20:11] Agent: hi\nCustomer: yo',
    '10:20:05 --> 10:20:11 Agent: hi\nCustomer: yo',
    '2024-05-01 10:20:05 - 10:20:11 Agent: hi\nCustomer: yo',
    '客服（10:20:05～10:20:11）：hi\n客户：yo',
  ])('%j', (text) => expect(stretches(text)[0]).toEqual(['10:20:05', '10:20:11']));

  test('crosses midnight on the next day', () => {
    const [message] = read('[2024-05-01 23:59:58-00:00:05] Agent: hi\nCustomer: yo').messages;
    expect((message?.until?.at ?? 0) - (message?.at?.at ?? 0)).toBe(7000);
    expect(message?.until?.basis).toBe('local');
  });

  test('is no more than a time where a name follows the dash', () => {
    expect(stretches('10:20:05 - Ben: hi\nCustomer: yo')[0]).toEqual(['10:20:05', undefined]);
  });
});
