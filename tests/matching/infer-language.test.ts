import { expect, test } from 'vitest';
import { inferLanguage } from '../../src/matching/infer-language.ts';

test.each([
  ['Здравствуйте, тапсырысым қашан келеді?', 'kk'],
  ['Салеметсиз бе, заказ кашан келеди', 'kk'],
  ['Жарайды, рахмет', 'kk'],
  ['Сiздiң шотыңыз', 'kk'],
  ['Здравствуйте, когда придет мой заказ в Қарағанды?', 'ru'],
  ['Подскажите, пожалуйста, как вернуть товар', 'ru'],
  ['Спасибо, у вас очень вежливый оператор Айгүл', 'ru'],
  ['Караганда', 'cyrillic'],
])('%s: %s', (words, language) => expect(inferLanguage(words)).toBe(language));
