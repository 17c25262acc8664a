import { describe, expect, test } from 'vitest';
import { isEdge } from '../../src/matching/characters.ts';
import { createEndings } from '../../src/matching/endings.ts';
import { inferLanguage } from '../../src/matching/infer-language.ts';
import { firstClause, sentencesOf } from '../../src/matching/sentences.ts';

describe('edges of words', () => {
  test.each([
    ['hold on', [0, 4, 5, 7]],
    ["can't", [0, 5]],
    ["'hi'", [0, 1, 3, 4]],
    ['给您refund吧', [0, 1, 2, 8, 9]],
    ['сіз2', [0, 4]],
  ])('%s', (words, edges) => {
    const found = Array.from({ length: words.length + 1 }, (_, at) => at).filter((at) => isEdge(words, at));
    expect(found).toEqual(edges);
  });
});

describe('endings', () => {
  const endings = createEndings();
  test.each([
    ['кешіріңіздер', 9, [12]],
    ['тапсырысыңызды', 8, [14]],
    ['кешірбла', 5, []],
    ['рақметті', 6, [8]],
    ["customer's", 8, [10]],
    ['apologised', 9, [10]],
    ['holding', 4, [7]],
    ['holder2', 4, []],
  ])('%s after %i', (words, stem, ends) => {
    expect(endings.after(words, stem)).toEqual(ends);
    for (const end of ends) expect(endings.before(words, end)).toContain(stem);
  });
});

describe('sentences', () => {
  test.each([
    ['Hello. How are you?', ['Hello.', 'How are you?']],
    ['It costs 3.50 at e.g. Mr. Li, 5 p.m. today.', ['It costs 3.50 at e.g. Mr. Li, 5 p.m. today.']],
    ['您好！请稍等～马上来。', ['您好！', '请稍等～', '马上来。']],
    ['“真的吗？”他问。', ['“真的吗？”', '他问。']],
    ['one\ntwo\r\n\r\nthree', ['one', 'two', 'three']],
    ['Сәлем! Тапсырыс №5 т.б. дайын.', ['Сәлем!', 'Тапсырыс №5 т.б. дайын.']],
    ['', []],
  ])('%s', (words, expected) => {
    expect(sentencesOf(words).map(({ start, end }) => words.slice(start, end))).toEqual(expected);
  });

  test.each([
    ['Hello, how are you?', 'Hello'],
    ['  您好，在的', '您好'],
    ['It is 10:30, I think', 'It is 10:30'],
    ['???', '???'],
    ['— Сәлем!', '— Сәлем'],
    ['订单号', '订单号'],
  ])('first clause of “%s”', (words, expected) => {
    const { start, end } = firstClause(words);
    expect(words.slice(start, end)).toBe(expected);
  });

  test('a long text without marks takes no longer than it must', () => {
    expect(firstClause('word '.repeat(100_000)).end).toBe(499_999);
  });
});

describe('the language of words', () => {
  test.each([
    ['Could you send me the order number?', 'en'],
    ['您好', 'zh'],
    ['请问您的订单号是多少？', 'zh-Hans'],
    ['請問您的訂單號碼是多少？', 'zh-Hant'],
    ['您的iPhone 15 Pro Max已经寄出', 'zh-Hans'],
    ['Сәлеметсіз бе! Тапсырысыңыз жолда.', 'kk'],
    ['Рахмет сизге', 'kk'],
    ['Здравствуйте, ваш заказ уже в пути', 'ru'],
    ['Ок', 'cyrillic'],
    ['OK', undefined],
    ['12345 :)', undefined],
    ['Guten Tag, Ihre Bestellung wurde versandt', undefined],
  ])('%s', (words, language) => expect(inferLanguage(words)).toBe(language));
});
