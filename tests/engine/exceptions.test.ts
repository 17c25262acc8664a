import { describe, expect, test } from 'vitest';
import { wholeFile } from '../../src/core/source.ts';
import { createLinter } from '../../src/engine/linter.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { compileRules } from '../../src/rules/compile.ts';
import { readRuleBook } from '../../src/rules/rule-book.ts';

/** The words that a rule against “stop” reports in a transcript, with the given exception. */
function reported(unless: string, transcript: string, before = 'in: each message'): readonly string[] {
  const text = `id: test/stop\n${before}\nforbid: stop\nunless: ${unless}\nsay: x\nexamples: {bad: a, good: b}\n`;
  const plan = compileRules(readRuleBook([{ path: 'test/stop.yaml', text }]));
  const linter = createLinter(plan, { presets: ['recommended'], rules: {} });
  return readDocument(wholeFile('example', transcript), undefined, { fields: {}, agents: [] }).documents.flatMap(
    (document) =>
      linter
        .check(document, { path: 'x', names: { agents: [], companies: [], masks: [] } })
        .map(({ words, messageIndex }) => `${messageIndex}: ${words}`),
  );
}

const talk = (...agent: string[]) => ['Customer: hi', ...agent.map((words) => `Agent: ${words}`)].join('\n');

describe('earlier and later words of the reply', () => {
  test('stand before the words at fault, in the message or in one before', () => {
    const unless = '{in: earlier words, has: sorry}';
    expect(reported(unless, talk('Sorry, stop.'))).toEqual([]);
    expect(reported(unless, talk('Sorry.', 'Stop.'))).toEqual([]);
    expect(reported(unless, talk('Stop, sorry.'))).toEqual(['1: Stop']);
    expect(reported(unless, `${talk('Sorry.')}\n${talk('Stop.')}`)).toEqual(['3: Stop']);
  });

  test('stand after them', () => {
    const unless = '{in: later words, has: sorry}';
    expect(reported(unless, talk('Stop, sorry.'))).toEqual([]);
    expect(reported(unless, talk('Stop.', 'Sorry.'))).toEqual([]);
    expect(reported(unless, talk('Sorry, stop.'))).toEqual(['1: stop']);
  });
});

describe('what a place lacks', () => {
  test('silences where none of it stands there', () => {
    const unless = '{in: later words, lacks: [sorry, please]}';
    expect(reported(unless, talk('Stop.'))).toEqual([]);
    expect(reported(unless, talk('Stop.', 'Please.'))).toEqual(['1: Stop']);
  });

  test('goes together with what it has', () => {
    const unless = '{in: same message, has: please, lacks: now}';
    expect(reported(unless, talk('Please stop.'))).toEqual([]);
    expect(reported(unless, talk('Please stop now.'))).toEqual(['1: stop']);
  });

  test('is everything where there is no such place', () => {
    expect(reported('{in: previous reply, lacks: sorry}', talk('Stop.'))).toEqual([]);
  });
});

describe('how long a place is', () => {
  test('counts words, and Han characters', () => {
    const unless = '{in: same reply, longer than: 3}';
    expect(reported(unless, talk('Stop it now.'))).toEqual(['1: Stop']);
    expect(reported(unless, talk('Stop it now,', "don't."))).toEqual([]);
    expect(reported(unless, talk('stop 好的'))).toEqual(['1: stop']);
    expect(reported(unless, talk('stop 好的吧'))).toEqual([]);
  });

  test('goes by language', () => {
    const unless = '{in: same message, longer than: {default: 2, zh: 5}}';
    expect(reported(unless, talk('please stop it'))).toEqual([]);
    expect(reported(unless, talk('请您 stop 吧'))).toEqual(['1: stop']);
  });

  test('can be that of the sentence', () => {
    const unless = '{in: same sentence, longer than: 2}';
    expect(reported(unless, talk('I wanted to say it. Stop!'))).toEqual(['1: Stop']);
    expect(reported(unless, talk('I say stop!'))).toEqual([]);
  });
});

describe('exceptions that say nothing or look nowhere', () => {
  test.each([
    ['{in: each message, has: x}', 'cannot look at “each message”'],
    ['{in: next words, has: x}', 'cannot look at “next words”'],
    ['{in: earlier reply, has: x}', 'cannot look at “earlier reply”'],
    ['{lacks: x}', 'says where and what'],
    ['{longer than: 3}', 'says where and what'],
    ['{in: same reply}', 'says where and what'],
  ])('%s', (unless, problem) => {
    let errors: readonly { message: string }[] = [];
    try {
      reported(unless, talk('stop'));
    } catch (error) {
      errors = (error as { errors: typeof errors }).errors;
    }
    expect(errors.map(({ message }) => message).join('\n')).toContain(problem);
  });
});
