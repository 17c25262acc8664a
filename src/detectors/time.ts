import type { Detector } from './detector.ts';
import { betweenEdges, inReadingOrder, KAZAKH_ENDINGS, rangesOf } from './detector.ts';

export const time: Detector = {
  name: 'time',
  about: 'A time of day: 17:00, 5 pm, noon, 下午5点半, сағат 17-де',
  find: ({ folded }) =>
    inReadingOrder([
      ...rangesOf(CLOCK, folded),
      ...rangesOf(ENGLISH, folded),
      ...rangesOf(CHINESE, folded),
      ...rangesOf(KAZAKH, folded),
    ]),
};

const CLOCK = betweenEdges(
  '(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?(?: ?[ap]\\.?m\\.?)?|(?:[01]?\\d|2[0-4])\\.[0-5]\\d ?[ap]\\.?m\\.?',
);

const ENGLISH = betweenEdges(
  "\\d{1,2} ?[ap]\\.?m\\.?|(?:\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve) o'clock|noon|midday|midnight|close of business|end of business|cob|eod",
);

const CHINESE =
  /(?:上午|下午|早上|晚上|中午|凌晨|傍晚)?(?:\d{1,2}|[一二两三四五六七八九十]{1,3})[点时](?!击|赞|评|候|间|常|段)(?:半|整|一刻|\d{1,2}分?|[一二三四五]?十[一二三四五六七八九]?分?)?钟?(?:前|之前)?|(?:上午|下午|中午|晚上|早上)(?:前|之前)/gu;

const KAZAKH_HOUR = '(?:он бир|он еки|бир|еки|уш|торт|бес|алты|жети|сегиз|тогыз|он)';

/** With the Russian that is mixed in: сағат 17-00-ге дейін, кешкі алтыға дейін, до 18 часов, после обеда. */
const KAZAKH = betweenEdges(
  `(?:сагат|кешки|тунги|танги|тус(?:ки)?) (?:\\d{1,2}(?:[:.-]\\d\\d)?(?:-?${KAZAKH_ENDINGS})?|${KAZAKH_HOUR}${KAZAKH_ENDINGS}(?: жарым${KAZAKH_ENDINGS})?)` +
    '|(?:[01]?\\d|2[0-4])-(?:00|15|30|45)-?(?:[гк][ае]|[дт][ае]|[дт](?:ан|ен))|\\d{1,2}(?:[:.]\\d\\d)?-(?:[гк][ае]|[дт][ае])' +
    '|танертен|тан(?:га|ымен)|туске (?:дейин|карай|шейин)|туске|тустен кейин|кешке(?: (?:дейин|карай|шейин))?|кешкисин' +
    '|(?:до|в|к|после|с) \\d{1,2} ?(?:ч\\.?|час(?:а|ов)?|утра|вечера)|(?:до|после|к) (?:обеда|обеду|вечера|вечеру|полудня)|утром|вечером|днем',
);
