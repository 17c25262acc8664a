import type { Detector } from './detector.ts';
import { betweenEdges, Expression, inReadingOrder, KAZAKH_ENDINGS, rangesOf } from './detector.ts';
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
const CHINESE = new Expression(
  `(?<!的)(?:${NUMBER}|${NUMBER_WORDS.zh})(?:${RANGE}(?:${NUMBER}|${NUMBER_WORDS.zh}))?\\s*多?\\s*个?半?多?` +
    '(?:秒钟?|分钟|分(?!之|享|配|别|析|公司|店|开|为|类|期)|小时|钟头|天|工作日|自然日|周|星期|礼拜|月(?!\\d|份)|年(?!\\d))|一刻钟|半天',
);

/** Kazakh and Russian mix in one phrase: 2 рабочий күн, бір час. The number may be repeated in words: 10 (он) күн. */
const RUSSIAN_NUMBER =
  '(?:пару|пара|несколько|один|одну|одного|два|две|двух|три|трех|четыре|пять|шесть|семь|восемь|десять|пятнадцать|двадцать|тридцать|сорок|полтора)';
const ONE_COUNT = `(?:${NUMBER}|${NUMBER_WORDS.kk}|${RUSSIAN_NUMBER})(?:-?(?:х|ти|ми))?(?: ?\\([а-я -]{2,20}\\))?`;
const KAZAKH_UNIT = `(?:секунд|минут|сагат|таулик|кун|апта|ай|жыл)${KAZAKH_ENDINGS}|(?:сек|мин|саг|таул)\\.?`;
const RUSSIAN_UNIT =
  '(?:секунд[аыу]?|минут(?:[аыу]|ку|ок|очку|очек)?|час(?:а|ов|ик)?|ч\\.?|день|дн(?:я|ей|и)|сут(?:ок|ки)|недел[ьяию]|месяц(?:а|ев)?|мес\\.?|года?|лет)';

const KAZAKH = betweenEdges(
  `${ONE_COUNT}(?:${RANGE}${ONE_COUNT})?(?: жарым)? ?-?(?: ?(?:толык|жумыс|жум\\.?|кунтизбелик|банк|рабоч[а-я]{2,3}|раб\\.?|календарн[а-я]{2,3}|полн[а-я]{2,3}))? ?(?:${KAZAKH_UNIT}|${RUSSIAN_UNIT})` +
    `|(?:минут|сагат|таулик|кун|апта|ай)(?:[ндт](?:ын|ин))? ишинде|сагат жарым${KAZAKH_ENDINGS}` +
    '|пол ?часа|(?:в течени[еи]|за|через) (?:полчаса|часа?|дня|день|минут[уы]|суток|сутки|недел[юи]|месяца?)',
);
