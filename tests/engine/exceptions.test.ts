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

describe('only where later words say so', () => {
  test('the rule speaks', () => {
    const head = 'in: each message\nonly if: {in: later words, has: sorry}';
    expect(reported('{in: earlier words, has: sorry}', talk('Stop. Sorry.'), head)).toEqual(['1: Stop']);
    expect(reported('{in: earlier words, has: sorry}', talk('Sorry. Stop. Sorry.'), head)).toEqual([]);
    expect(reported('{in: earlier words, has: sorry}', talk('Stop.'), head)).toEqual([]);
  });
});

describe('how long a place is', () => {
  test('counts characters', () => {
    const unless = '{in: same reply, longer than: 12}';
    expect(reported(unless, talk('Stop it now.'))).toEqual(['1: Stop']);
    expect(reported(unless, talk('Stop it now,', "don't."))).toEqual([]);
  });

  test('goes by language', () => {
    const unless = '{in: same message, longer than: {default: 12, zh: 6}}';
    expect(reported(unless, talk('please stop it'))).toEqual([]);
    expect(reported(unless, talk('请您 stop 吧'))).toEqual(['1: stop']);
    expect(reported(unless, talk('请您现在 stop 吧'))).toEqual([]);
  });

  test('can be that of the sentence, or of the words before', () => {
    const unless = '{in: same sentence, longer than: 8}';
    expect(reported(unless, talk('I wanted to say it. Stop!'))).toEqual(['1: Stop']);
    expect(reported(unless, talk('I say stop!'))).toEqual([]);
    const before = '{in: earlier words, longer than: 4, has: say}';
    expect(reported(before, talk('I say: stop!'))).toEqual([]);
    expect(reported(before, talk('Say stop!'))).toEqual(['1: stop']);
  });
});

describe('exceptions that say nothing or look nowhere', () => {
  test.each([
    ['{in: next words, has: x}', 'cannot look at “next words”'],
    ['{in: previous sentence, has: x}', 'cannot look at “previous sentence”'],
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
