import type { Detector } from './detector.ts';

export const loneName: Detector = {
  name: 'lone-name',
  about: 'A message that is nothing but a name: "Lena.", 小郑, Айгүл',
  find: ({ words }) => (NAME.test(words) ? [{ start: 0, end: words.length }] : []),
};

/** One or two words with a capital, or two to four Han characters. Short answers are no names. */
const NAME =
  /^\s*(?!(?:No|Not|Yes|Yeah|Nope|Why|What|Sorry|Sure|Ok|Okay|Never|None|Nobody|Жоқ|Иә|Неге|Не|Нет|Да|Зачем)[.!]?\s*$)(?:\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}.'’-]*){0,2}|(?:[小阿老]\p{Script=Han}{1,2}|\p{Script=Han}(?:先生|小姐|女士|经理)|(\p{Script=Han})\1))[.!。！～]?\s*$/u;
