import { describe, expect, test } from 'vitest';
import { NO_CONTEXT } from '../../src/detectors/detector.ts';
import { createMatcher } from '../../src/matching/matcher.ts';
import { PhraseError } from '../../src/matching/phrase.ts';
import type { Phrase } from '../../src/matching/phrasebook.ts';
import { buildPhrasebook } from '../../src/matching/phrasebook.ts';

function hits(phrases: string | readonly Phrase[], words: string): readonly string[] {
  const list = typeof phrases === 'string' ? [{ words: phrases }] : phrases;
  const matcher = createMatcher(buildPhrasebook([{ name: 'test', phrases: list }]));
  return matcher
    .read(words, NO_CONTEXT)
    .hits(0)
    .map(({ start, end }) => words.slice(start, end));
}

describe('what a phrase matches', () => {
  test.each([
    ['hold on', 'Please HOLD  on, sir.', ['HOLD  on']],
    ['hold on', 'The household only', []],
    ["(do not|don't) know", 'I don’t know, I DO NOT know.', ['don’t know', 'DO NOT know']],
    ['please [do] hold', 'please hold; please do hold', ['please hold', 'please do hold']],
    ['[please] hold', 'please hold', ['please hold']],
    ['hold [on] [please]', 'hold please', ['hold please']],
    ['hold [on] [please]', 'hold on', ['hold on']],
    ['稍(等|候)[一下|片刻]', '请稍候片刻，再稍等。', ['稍候片刻', '稍等']],
    ['кешір(іңіз|сеңіз)~', 'Кешіріңіздер! Кешириниз.', ['Кешіріңіздер', 'Кешириниз']],
    ['call ...2 back', 'call you right back', ['call you right back']],
    ['call ...2 back', 'call me. Go back', []],
    ['call ...2', 'call me back today', ['call me back ']],
    ['call ...2 back', 'call me some day back', []],
    ['保证...3到', '保证明天能到，保证后天晚上也能到', ['保证明天能到']],
    ['within <duration>', 'We answer within 2-3 business days.', ['within 2-3 business days']],
    ['\\[sic\\]', 'a [sic] b', ['[sic]']],
    ['<start>ok<end>', 'Ok.', ['Ok']],
    ['<start>ok<end>', 'It is ok.', []],
    ['<start>ok<end>', 'ok 👍', []],
    ['<start>[well,] no[ sir]<end>', 'Well, no sir!', ['Well, no sir']],
    ['<start>[well] [then] no<end>', 'No', ['No']],
    ['<start>not [yet] [really]<end>', 'Not really.', ['Not really']],
    ['thank you<pause>', 'Thank you for it. Thank you, Ann', ['Thank you']],
    ['退不了(哦|<pause>)', '退不了的，退不了。', ['退不了']],
    ['请问', '請問您', ['請問']],
    ['ok', 'ＯＫ', ['ＯＫ']],
    ["can't", "I can't", ["can't"]],
    ['can', "I can't", []],
    ['customer', "the customer's", []],
    ['customer~', "the customer's", ["customer's"]],
    ['рақмет', 'Рахмет, рақмет', ['рақмет']],
  ])('%s in “%s”', (phrase, words, expected) => {
    expect(hits(phrase, words)).toEqual(expected);
  });

  test('the longest of overlapping hits counts', () => {
    expect(hits([{ words: '稍等' }, { words: '请稍等' }, { words: '稍等一下' }], '请稍等一下')).toEqual(['请稍等']);
    expect(hits([{ words: 'hold' }, { words: 'hold on please' }], 'hold on please')).toEqual(['hold on please']);
  });

  test('exact phrases keep case, script or both', () => {
    expect(hits([{ words: 'PLEASE', exact: 'case' }], 'PLEASE please ＰＬＥＡＳＥ')).toEqual([
      'PLEASE',
      'ＰＬＥＡＳＥ',
    ]);
    expect(hits([{ words: '請問', exact: 'script' }], '请问')).toEqual([]);
    expect(hits([{ words: '請問', exact: 'script' }], '請問')).toEqual(['請問']);
    expect(hits([{ words: 'рақмет', exact: 'script' }], 'Рақмет ракмет')).toEqual(['Рақмет']);
  });

  test('invisible characters and composition do not hide words, and positions stay exact', () => {
    const words = 'А\u200bб, й'.normalize('NFD');
    expect(hits('аб', words)).toEqual(['А\u200bб']);
    expect(hits('й', words)).toEqual(['й'.normalize('NFD')]);
  });

  test('no phrase crosses a blank line', () => {
    expect(hits('hold on', 'hold\non')).toEqual(['hold\non']);
    expect(hits('hold on', 'hold\n\non')).toEqual([]);
  });

  test('a short Han phrase is no part of a longer word', () => {
    expect(hits('操', '请按操作说明')).toEqual([]);
    expect(hits('干', '干净的')).toEqual([]);
  });
});

describe('phrases that cannot be read', () => {
  test.each([
    ['', 'empty'],
    ['(a|b', 'never closed'],
    ['a)', 'closes nothing'],
    ['a|b', 'outside of brackets'],
    ['(a|)', 'alternative is empty'],
    ['[a]', 'optional'],
    ['a ... b', 'most words'],
    ['a ...99 b', '1 to 12'],
    ['~a', 'needs a word'],
    ['a~b', 'must end a word'],
    ['<Date>', 'no name of a detector'],
    ['<date> <time>', 'at least one word'],
    ['((((((a))))))', 'deep'],
    ['a\\', 'escapes nothing'],
  ])('%s: %s', (phrase, problem) => {
    expect(() => buildPhrasebook([{ name: 'test', phrases: [{ words: phrase }] }])).toThrow(PhraseError);
    expect(() => buildPhrasebook([{ name: 'test', phrases: [{ words: phrase }] }])).toThrow(problem);
  });
});

describe('exceptions', () => {
  const read = (words: string) => {
    const sets = [
      { name: 'promise', phrases: [{ words: '保证' }, { words: 'guarantee', except: 2 }], except: 1 },
      { name: 'promise except', phrases: [{ words: '不能保证' }] },
      { name: 'guarantee except', phrases: [{ words: 'money-back guarantee' }] },
    ];
    const reading = createMatcher(buildPhrasebook(sets)).read(words, NO_CONTEXT);
    return reading.hits(0).map(({ start, end }) => words.slice(start, end));
  };
  test('of the set and of the phrase', () => {
    expect(read('不能保证到货；保证退款')).toEqual(['保证']);
    expect(read('a money-back guarantee, we guarantee')).toEqual(['guarantee']);
  });
});
