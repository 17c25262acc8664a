import type { Detector } from './detector.ts';
import { betweenEdges, inReadingOrder, KAZAKH_ENDINGS, rangesOf } from './detector.ts';
import { NUMBER, NUMBER_WORDS } from './number.ts';

export const money: Detector = {
  name: 'money',
  about: 'A sum of money: $12.50, 99元, 三百块, ￥1,299, 5 000 теңге, 20 euros',
  find({ words, folded }) {
    if (!MAY_HOLD.test(words)) return [];
    const before = rangesOf(BEFORE, folded);
    const after = [...rangesOf(LATIN_AFTER, folded), ...rangesOf(CHINESE, folded), ...rangesOf(KAZAKH, folded)];
    return inReadingOrder([...before, ...after]);
  },
};

/** A sign of a currency or the beginning of its name. */
const MAY_HOLD =
  /[$¥￥€£₸₽₩₹＄￡元圆圓块塊币幣美]|人民|千瓦|dollar|buck|euro|pound|cent|pence|quid|yuan|yen|rmb|ringgit|tenge|rubl|rouble|usd|eur|gbp|cny|kzt|rub|jpy|hkd|twd|sgd|те[нң]ге|тг|тиын|рубл|руб|доллар|евро|юан/i;

const FIGURE = `\\d{1,3}(?:[ ,]\\d{3})+(?:[.,]\\d{1,2})?|${NUMBER}`;
const SCALE =
  '(?: ?(?:million|thousand|k|m|百万|千万|万|千|亿|мын|млн|тыс)(?![\\p{Script=Latin}\\p{Script=Cyrillic}])\\.?)?';

const BEFORE = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:us|a|au|c|ca|nz|hk|nt|s|sg|r)?[$¥￥€£₸₽₩₹] ?(?:${FIGURE})${SCALE}(?![\\p{N}])` +
    `|(?<![\\p{Script=Latin}\\p{N}])(?:usd|eur|gbp|cny|rmb|kzt|rub|jpy|hkd|twd|ntd|sgd|aud|cad|rm) ?(?:${FIGURE})${SCALE}(?![\\p{N}])` +
    `|(?:人民币|港币|港元|台币|新台币|美元|美金)(?:${FIGURE})(?:万|千)?元?`,
  'gu',
);

const LATIN_AFTER = betweenEdges(
  `(?:(?:${FIGURE})|${NUMBER_WORDS.en}(?: (?:hundred|thousand))?) ?(?:k|million|thousand)? ?` +
    '(?:(?:us |canadian |australian )?dollars?|bucks|euros?|pounds?|cents?|pence|quid|yuan|yen|ringgit|tenge|rubles?|roubles?|usd|eur|gbp|cny|rmb|kzt|rub|jpy|hkd|twd|sgd)',
);

/** 块 counts sweets too, so a number in characters needs 钱 after it; 元旦 and 元素 are no sums. */
const CHINESE = new RegExp(
  `(?:(?:${FIGURE})|${NUMBER_WORDS.zh})(?:多|余)?(?:万|千|百|亿)?(?:多|余)?(?:元(?![旦素月宵])|圆|美元|美金|欧元|英镑|日元|港币|港元|台币|卢布|坚戈|人民币)` +
    `|(?:${FIGURE})块(?:钱|\\d)?(?![石砖板布肉糖巧表电])|${NUMBER_WORDS.zh}块钱|(?:${FIGURE})(?:分|毛|角)钱|(?:${FIGURE}) ?[€£₸₽$]`,
  'gu',
);

const KAZAKH = betweenEdges(
  `(?:(?:${FIGURE})|${NUMBER_WORDS.kk}(?: (?:жуз|мын|миллион))?)(?: ?(?:мын|млн|тыс)\\.?)? ?(?:тенге${KAZAKH_ENDINGS}|тг\\.?|тиын${KAZAKH_ENDINGS}|рубл[ьяейию]{1,3}|руб\\.?|доллар(?:а|ов|${KAZAKH_ENDINGS})|евро|юан[ьяей]{1,2})`,
);
