import type { Detector } from './detector.ts';
import { betweenEdges, inReadingOrder, rangesOf } from './detector.ts';
import { NUMBER, NUMBER_WORDS } from './number.ts';

export const duration: Detector = {
  name: 'duration',
  about: 'A length of time: 24 hours, 2-3 business days, half an hour, 30分钟, 三个工作日, 15 минут, екі күн',
  find: ({ folded }) =>
    inReadingOrder([...rangesOf(ENGLISH, folded), ...rangesOf(CHINESE, folded), ...rangesOf(KAZAKH, folded)]),
};

const RANGE = '\\s*(?:-|~|～|to|or|and|至|到|或|и|немесе)\\s*';

const ENGLISH = betweenEdges(
  `(?:(?:an? )?(?:few|couple(?: of)?|several)|half (?:an?|the)|(?:${NUMBER}|${NUMBER_WORDS.en})(?:${RANGE}(?:${NUMBER}|${NUMBER_WORDS.en}))?)` +
    '(?: more| full)?(?:\\s?-?\\s?)(?:business |working |calendar |week)?' +
    '(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|h|days?|weeks?|months?|years?)',
);

/** 的一天 is in wishes (祝您有愉快的一天), not in promises. */
const CHINESE = new RegExp(
  `(?<!的)(?:${NUMBER}|${NUMBER_WORDS.zh})(?:${RANGE}(?:${NUMBER}|${NUMBER_WORDS.zh}))?\\s*多?\\s*个?半?多?` +
    '(?:秒钟?|分钟|分(?!之|享|配|别|析|公司|店|开|为|类|期)|小时|钟头|天|工作日|自然日|周|星期|礼拜|月(?!\\d|份)|年(?!\\d))|一刻钟|半天',
  'gu',
);

const KAZAKH = betweenEdges(
  `(?:${NUMBER}|${NUMBER_WORDS.kk})(?:${RANGE}(?:${NUMBER}|${NUMBER_WORDS.kk}))?(?:\\s?-?\\s?)(?:жумыс |кунтизбелик |рабочих )?` +
    '(?:секунд|минут|мин|сагат|тауки|тауликт?|кун|апта|ай|жыл|час|дн|недел|сут)[а-я]{0,8}',
);
