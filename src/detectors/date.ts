import type { Detector } from './detector.ts';
import { betweenEdges, Expression, inReadingOrder, KAZAKH_ENDINGS, rangesOf } from './detector.ts';

export const date: Detector = {
  name: 'date',
  about: 'A day: 2026-05-03, 3 May, next Monday, tomorrow, 5月3日, 下周三, ертең, 3 мамырда',
  find: ({ folded }) =>
    inReadingOrder([
      ...rangesOf(NUMERIC, folded),
      ...rangesOf(ENGLISH, folded),
      ...rangesOf(CHINESE, folded),
      ...rangesOf(KAZAKH, folded),
    ]),
};

const NUMERIC = betweenEdges('\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.]\\d{2,4}|\\d{1,2}/\\d{1,2}');

const ENGLISH_MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const ENGLISH_DAY = '(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';

const ENGLISH = betweenEdges(
  `(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${ENGLISH_MONTH}(?:,? \\d{4})?|${ENGLISH_MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?` +
    `|(?:(?:this|next|coming|on|by|until|before) )+(?:${ENGLISH_DAY}|week(?:end)?|month)|${ENGLISH_DAY.replace('(?:day)?', 'day')}` +
    '|(?:later |early |by )?today|tonight|tomorrow|the day after tomorrow|(?:the )?end of (?:the |this |next )?(?:day|week|month|business(?: day)?)|(?:the )?(?:next|following) (?:business |working )?day',
);

const CHINESE = new Expression(
  '(?:\\d{2,4}年)?\\d{1,2}月(?:\\d{1,2}[日号]|底|初|中旬)|(?<!\\d)\\d{1,2}[日号](?![线楼店码院])|[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}[日号]' +
    '|今[天日晚早]|今天[上下]午|明[天日晚早]|[大]?后天|次日|当[天日]|隔[天日]|[本这下上]个?(?:周|星期|礼拜)[一二三四五六日天末]?|(?:周|星期|礼拜)[一二三四五六日天末]|[本这下]个?月(?:底|初)?|月底|年底|下班前',
);

const KAZAKH_MONTH = '(?:кантар|акпан|наурыз|сауир|мамыр|маусым|шилде|тамыз|кыркуйек|казан|караша|желтоксан)';
const RUSSIAN_MONTH = '(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)';
const KAZAKH_DAY = '(?:дуйсенби|сейсенби|сарсенби|бейсенби|жума|сенби|жексенби)';
const RUSSIAN_DAY =
  '(?:понедельник[ау]?|вторник[ау]?|сред[аеуы]|четверг[ау]?|пятниц[аеуы]|суббот[аеуы]|воскресень[еюя])';

/** Kazakh and Russian mix: 15-іне дейін, мамырдың 15-і күні, апта соңына дейін, до пятницы. */
const KAZAKH = betweenEdges(
  `\\d{1,2}(?:-[а-я]{1,4})? (?:${KAZAKH_MONTH}${KAZAKH_ENDINGS}|${RUSSIAN_MONTH}(?:ге|га|де|да)?)` +
    `|(?:${KAZAKH_MONTH}|ай)(?:[ндт](?:ын|ин)) \\d{1,2}(?:-[а-я]{1,5})?|${KAZAKH_MONTH}(?:[дт][ае]|[дт](?:ан|ен)|[гк][ае])` +
    '|\\d{1,2}-с?[ыи](?:н(?:[ае]|[ае]н|д[ае])?)?' +
    `|(?:бугин|ертен|ертеси|бурсигуни|арги куни|келеси куни|сол куни)${KAZAKH_ENDINGS}|${KAZAKH_DAY}${KAZAKH_ENDINGS}` +
    `|(?:келеси|осы|алдагы|келер) (?:апта|ай|жыл)${KAZAKH_ENDINGS}` +
    `|(?:апта|ай|кун|куни|жыл)(?:[ндт](?:ын|ин))? (?:сон|аяг|бас|орта)${KAZAKH_ENDINGS}` +
    '|(?:0?[1-9]|[12]\\d|3[01])\\.(?:0[1-9]|1[0-2])(?:-?(?:[гк][ае]|[дт][ае]))?(?= (?:дейин|шейин|куни|бастап))' +
    `|сегодня|завтра|послезавтра|(?:в |во |до |к )?${RUSSIAN_DAY}` +
    '|кон(?:ец|ца|цу|це) (?:рабочего )?(?:дня|недели|месяца|года)|на (?:этой|следующей|будущей) неделе|в (?:этом|следующем) месяце',
);
