import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, isRefusal } from '../../src/core/edit.ts';
import { wholeFile } from '../../src/core/source.ts';
import { verbatim } from '../../src/core/text.ts';
import type { Transcript } from '../../src/transcripts/transcript.ts';
import { readTranscript, transcriptLikeness } from '../../src/transcripts/transcript.ts';
import { placeComplaint, show } from '../reading-back.ts';
import { words } from '../texts/words.ts';

function read(text: string, agents: readonly string[] = []): Transcript {
  return readTranscript(verbatim(text, 0), { agents });
}

/** Role, name and words of each message. */
function said(text: string, agents: readonly string[] = []): readonly string[] {
  return read(text, agents).messages.map(
    ({ role, speaker, text: { words } }) => `${role}${speaker === undefined ? '' : ` ${speaker}`}: ${words}`,
  );
}

describe('a transcript', () => {
  test('goes on over lines, blank ones too', () => {
    expect(said('Agent: one\ntwo\n\n  three  \nCustomer: four')).toEqual([
      'agent: one\ntwo\n\n  three',
      'customer: four',
    ]);
  });

  test('has its stage directions said by nobody', () => {
    expect(said('Agent: one\n[Pause]\ntwo\nCustomer: (laughs)\nAgent:\n(waits)')).toEqual([
      'agent: one\ntwo',
      'system: [Pause]',
      'customer: (laughs)',
      'agent: (waits)',
    ]);
  });

  test('ends where it says so', () => {
    expect(said('Agent: one\nCustomer: bye\n\nEnd of Transcript\n\nTotal Words: 4\n\nNote: well done')).toEqual([
      'agent: one',
      'customer: bye',
      'system: End of Transcript',
    ]);
  });

  test('takes times from lines of their own, from labels and from behind them', () => {
    const clocks = (text: string) =>
      read(text).messages.map(({ at }) => at && new Date(at.at).toISOString().slice(11, 19));
    expect(clocks('00:00:05\n\nAgent: hi\n\n00:00:09\n\nCustomer: yo')).toEqual(['00:00:05', '00:00:09']);
    expect(clocks('[10:20] Agent: hi\nCustomer (10:21:05): yo')).toEqual(['10:20:00', '10:21:05']);
    const behind = 'Agent Ben: 00:00:05 Good day\nCustomer: 00:00:12 Hi';
    expect(clocks(behind)).toEqual(['00:00:05', '00:00:12']);
    expect(said(behind)).toEqual(['agent Ben: Good day', 'customer: Hi']);
    // Only one of them: then it is what was said.
    expect(said('Agent: 10:30 works for me\nCustomer: fine')).toEqual(['agent: 10:30 works for me', 'customer: fine']);
  });

  test('keeps a message without words only for its time', () => {
    expect(said('Agent (10:20:00):\nCustomer (10:21:00): yo')).toEqual(['agent: ', 'customer: yo']);
    expect(said('Agent: hi\nCustomer:')).toEqual(['agent: hi']);
    expect(read('Agent: hi\nCustomer:').isCutAtEnd).toBe(true);
    expect(read('Agent: hi\nCustomer: yo').isCutAtEnd).toBe(false);
  });

  test('takes a label that is repeated for one', () => {
    expect(said('_Agent Chris_\n\n**Chris:** hi\n\n_Customer Ann_\n\n**Ann:** yo')).toEqual([
      'agent Chris: hi',
      'customer Ann: yo',
    ]);
  });

  test.each([
    ['...\nAgent: hi', true, false],
    ['Agent: hi\n…', false, true],
    ['Agent: hi', false, false],
  ])('%j may be cut', (text, atStart, atEnd) => {
    const { isCutAtStart, isCutAtEnd } = read(text);
    expect([isCutAtStart, isCutAtEnd]).toEqual([atStart, atEnd]);
  });
});

describe('the speakers of a transcript', () => {
  test.each([
    [
      'a title',
      'Call between Ann (Customer) and Ben (Agent)\n\nAnn: hi\nBen: yo',
      ['customer Ann: hi', 'agent Ben: yo'],
    ],
    ['a header', 'Agent: Ben\nCustomer: Ann\n\nTranscript:\n\nBen: hi\nAnn: yo', ['agent Ben: hi', 'customer Ann: yo']],
    [
      'a header in Markdown',
      '*Date:* [DATE]\n*Agent:* Ben\n*Customer:* Ann\n\n**Ann:** hi\n\n**Ben:** yo',
      ['customer Ann: hi', 'agent Ben: yo'],
    ],
    [
      'their first label',
      '**Ben (Agent)**: hi\n**Ann (Customer)**: yo\n**Ben**: so',
      ['agent Ben: hi', 'customer Ann: yo', 'agent Ben: so'],
    ],
    [
      'an introduction',
      'Agent: My name is Ben.\nAnn: hi\nBen: yo\nAnn: so\nBen: well',
      ['agent: My name is Ben.', 'customer Ann: hi', 'agent Ben: yo', 'customer Ann: so', 'agent Ben: well'],
    ],
    [
      'an introduction in Chinese',
      '客服：您好，我是小敏很高兴\n小王：在吗\n小敏：在的\n小王：好',
      ['agent: 您好，我是小敏很高兴', 'customer 小王: 在吗', 'agent 小敏: 在的', 'customer 小王: 好'],
    ],
    [
      'an introduction beside a customer with a label',
      'Contoso Representative: this is Dee\nCustomer (Al): hi\nDee: yo\nCustomer (Al): so\nDee: bye',
      ['agent: this is Dee', 'customer Al: hi', 'agent Dee: yo', 'customer Al: so', 'agent Dee: bye'],
    ],
    ['the other side', 'Agent: hi\nAnn: yo\nAnn: so', ['agent: hi', 'customer Ann: yo', 'customer Ann: so']],
    [
      'an offer of help',
      'Ann: hi\nBen: How can I help you?\nAnn: so\nBen: yo',
      ['customer Ann: hi', 'agent Ben: How can I help you?', 'customer Ann: so', 'agent Ben: yo'],
    ],
  ])('are known by %s', (_, text, expected) => expect(said(text)).toEqual(expected));

  test('are known by configuration', () => {
    const text = 'Ann: hi\nBen: yo\nAnn: so\nBen: well';
    expect(read(text).unknownSpeakers.map(({ name }) => name)).toEqual(['Ann', 'Ben']);
    expect(said(text, ['B*n'])).toEqual(['customer Ann: hi', 'agent Ben: yo', 'customer Ann: so', 'agent Ben: well']);
  });

  test('are none in lists and forms', () => {
    expect(said('Agent: take one\nOption 1: red\nPlan A: blue\nCustomer: red')).toEqual([
      'agent: take one\nOption 1: red\nPlan A: blue',
      'customer: red',
    ]);
  });
});

describe('what is no transcript', () => {
  test.each([
    '尊敬的客户：您好！您的订单已发货。',
    'Dear Customer: thank you for your order.',
    'Hello,\n\n**Delivery:** 3 days\n**Price:** 500\n\nBest,\nBen',
    '* Delivery: 3 days\n* Price: 500',
    '您好！\n如有问题请联系\n客服：400-123-4567',
    'Date: today\nTime: 10:20\nSubject: hi',
  ])('%j', (text) => expect(transcriptLikeness(text)).toBeLessThan(0.5));
});

test('thousands of speakers and lines are read in time', () => {
  const before = performance.now();
  read(Array.from({ length: 40_000 }, (_, index) => `Name${index >> 1}: hi ${index}`).join('\n'));
  read('好'.repeat(300_000));
  read(`Agent: hi\n${'a '.repeat(300_000)}`);
  expect(performance.now() - before).toBeLessThan(8000);
});

/** Lines that a transcript may have, in any order. */
const LINES = [
  'Agent: hello there',
  'Agent (Ben): hi',
  'Ben: yes',
  'Ann: no, I am Ann',
  'Ann: how can I help you',
  'Customer: Ann',
  'Agent: my name is Ben',
  '客服(10:20:26):您好，我是小敏',
  '小敏（10:21）：好的',
  '客户：在吗？ ',
  '**Ben:** hi',
  '_Agent Ben_',
  'Agent: 00:05 well',
  'Customer: 00:07 so',
  '[10:20] Ben: yes',
  '10:20',
  '(Pause)',
  'End of Transcript',
  'more words 😊',
  '  indented: words',
  'Option 1: red',
  'Ben (Agent)',
  '---',
  '...',
  '',
  'Customer:',
];

const transcript = fc
  .tuple(fc.array(fc.constantFrom(...LINES), { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', '\n', '\r\n', '\r'))
  .map(([lines, lineBreak]) => lines.join(lineBreak));

/** Everything that is read but the words. */
function frame({ messages, guesses, unknownSpeakers, isCutAtEnd, isCutAtStart }: Transcript): string {
  return JSON.stringify([
    messages.map(({ role, speaker, at, index }) => [role, speaker, at, index]),
    guesses,
    unknownSpeakers.map(({ name }) => name),
    isCutAtStart,
    isCutAtEnd,
  ]);
}

describe('any transcript', () => {
  test('has every range of every message where it was written', () => {
    fc.assert(
      fc.property(transcript, (text) => {
        const source = wholeFile('a.txt', text);
        for (const message of read(text).messages) expect(placeComplaint(source, message.text)).toBeUndefined();
      }),
      { seed: 6, numRuns: 2000 },
    );
  });

  test('is read the same after an edit, but for the words, or the edit is refused', () => {
    let made = 0;
    const pieces = fc.oneof(words, fc.constantFrom(...LINES), fc.constantFrom('x', '', 'Ben', 'I am Ben', '10:30 ok'));
    fc.assert(
      fc.property(transcript, pieces, fc.nat(), fc.nat(), (text, replacement, from, to) => {
        const before = read(text);
        for (const [index, message] of before.messages.entries()) {
          const { length } = message.text.words;
          const range = {
            start: Math.min(from % (length + 1), to % (length + 1)),
            end: Math.max(from % (length + 1), to % (length + 1)),
          };
          const edit = message.text.edit(range, replacement);
          if (isRefusal(edit)) continue;
          made++;
          const after = read(applyEdits(text, [edit]));
          const told = `${show(text)} with ${show(replacement)} at ${range.start}-${range.end} of message ${index}`;
          expect(frame(after), told).toBe(frame(before));
          const expected = before.messages.map(({ text: { words } }, at) =>
            at === index ? words.slice(0, range.start) + replacement + words.slice(range.end) : words,
          );
          expect(
            after.messages.map(({ text: { words } }) => words),
            told,
          ).toEqual(expected);
        }
      }),
      { seed: 7, numRuns: 5000 },
    );
    expect(made).toBeGreaterThan(2000);
  });
});
