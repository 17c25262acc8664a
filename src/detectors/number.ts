import type { Detector } from './detector.ts';
import { betweenEdges, Expression, inReadingOrder, rangesOf } from './detector.ts';

/** Digits with their separators, and the number words of the three languages. */
export const NUMBER = '\\d+(?:[.,]\\d+)*';

export const NUMBER_WORDS = {
  en: '(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety)(?:[ -](?:one|two|three|four|five|six|seven|eight|nine))?',
  zh: '[零一二两三四五六七八九十百千万半几]+',
  kk: '(?:жарты|бирнеше|бирер|бир|еки|уш|торт|бес|алты|жети|сегиз|тогыз|он|жиырма|отыз|кырык|елу|алпыс|жетпис|сексен|токсан|жуз)(?: (?:бир|еки|уш|торт|бес|алты|жети|сегиз|тогыз))?',
} as const;

export const number: Detector = {
  name: 'number',
  about: 'A number in digits or words: 12, 3.5, seven, 三十, жиырма бес',
  find: ({ folded }) =>
    inReadingOrder([...rangesOf(DIGITS, folded), ...rangesOf(SPACED_WORDS, folded), ...rangesOf(HAN_WORDS, folded)]),
};

const DIGITS = new Expression(`(?<!\\d|\\d[.,])${NUMBER}`);
const SPACED_WORDS = betweenEdges(`${NUMBER_WORDS.en}|${NUMBER_WORDS.kk}`);
const HAN_WORDS = new Expression(NUMBER_WORDS.zh);
