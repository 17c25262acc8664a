import type { Range } from '../core/span.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { foldingFor } from '../matching/fold.ts';
import { daysIn } from './calendar.ts';
import type { ReadMessage } from './check.ts';

/** Something in words that is the same in every language. */
export interface Fact extends Range {
  readonly kind: FactKind;
  /** In every way that it can be read: 03/05 is in March and in May. */
  readonly values: readonly string[];
}

export type FactKind = 'link' | 'date' | 'time' | 'duration' | 'money' | 'number';

/** The facts in a message, in the order of their kinds. What one kind has taken is not counted by a later one. */
export function factsIn(message: ReadMessage): readonly Fact[] {
  const folded = foldingFor('none').words(message.words);
  const facts: Fact[] = [];
  const taken = new Uint8Array(folded.length);
  const add = (kind: FactKind, range: Range, values: readonly string[]) => {
    if (values.length === 0 || taken.subarray(range.start, range.end).includes(1)) return;
    taken.fill(1, range.start, range.end);
    facts.push({ ...range, kind, values });
  };
  const wordsAt = ({ start, end }: Range) => folded.slice(start, end);
  for (const range of message.reading.detected('link')) add('link', range, [siteOf(wordsAt(range))]);
  for (const range of message.reading.detected('email'))
    add('link', range, [siteOf(wordsAt(range).split('@')[1] ?? '')]);
  for (const [range, days] of byPlace(daysIn(folded)))
    add(
      'date',
      range,
      days.map(({ month, day }) => `${month}-${day ?? ''}`),
    );
  for (const range of message.reading.detected('duration')) add('duration', range, minutesIn(wordsAt(range)));
  for (const range of message.reading.detected('time')) add('time', range, timeIn(wordsAt(range)));
  for (const range of message.reading.detected('money')) add('money', range, sumIn(wordsAt(range)));
  for (const match of folded.matchAll(FIGURE))
    add('number', { start: match.index, end: match.index + match[0].length }, [plain(match[0])]);
  return facts;
}

/** Every number in a message, in figures or words, whatever it counts. */
export function numbersIn(message: ReadMessage): ReadonlySet<string> {
  const folded = foldingFor('none').words(message.words);
  return new Set([
    ...[...folded.matchAll(FIGURE)].map(([figure]) => plain(figure)),
    ...[...folded.matchAll(/\d+/g)].map(([figure]) => plain(figure)),
    ...[...folded.matchAll(WORDS)].flatMap(([word]) => numberOf(word) ?? []).map(String),
  ]);
}

const FIGURE =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\d])\d+(?:[.,]\d+)*(?![\p{Script=Latin}\p{Script=Cyrillic}\d])/gu;

/** Without separators of thousands and leading zeros; 2,5 is 2.5. */
function plain(figure: string): string {
  const joined = figure.replace(/[.,](?=\d{3}(?!\d))/g, '').replace(',', '.');
  return String(Number(joined));
}

/** The readings of the same words together. */
function byPlace<Item extends Range>(items: readonly Item[]): readonly (readonly [Range, readonly Item[]])[] {
  const places = new Map<string, Item[]>();
  for (const item of items)
    places.set(`${item.start} ${item.end}`, [...(places.get(`${item.start} ${item.end}`) ?? []), item]);
  return [...places.values()].map((same) => [{ start: same[0]?.start ?? 0, end: same[0]?.end ?? 0 }, same] as const);
}

/** The name of a site without the part for a language or country: help.example.com.cn, example.kz */
function siteOf(address: string): string {
  const host = /^(?:[a-z]+:\/\/)?([^/?#:]*)/.exec(address)?.[1] ?? '';
  const labels = host.split('.').slice(0, -1);
  return labels.reduce((longest, label) => (label.length >= longest.length ? label : longest), '');
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/month|个月|月|ай|месяц|мес/u, 43_200],
  [/year|年|жыл|год|лет/u, 525_600],
  [/week|周|星期|礼拜|апта|недел/u, 10_080],
  [/day|天|工作日|自然日|кун|таулик|день|дн|сут/u, 1440],
  [/hour|hr|\dh|小时|钟头|сагат|саг|час|ч/u, 60],
  [/min|分|минут|мин/u, 1],
  [/sec|秒|секунд|сек/u, 1 / 60],
];

/** Working days are no calendar days. */
const WORKING = /business|working|工作日|жумыс|рабоч|раб\./u;

function minutesIn(words: string): readonly string[] {
  const unit = UNITS.find(([name]) => name.test(words))?.[1];
  if (unit === undefined) return [];
  const counts = [...words.matchAll(/\d+(?:[.,]\d+)?/g)].map(([figure]) => Number(figure.replace(',', '.')));
  const named = counts.length > 0 ? counts : [...words.matchAll(WORDS)].flatMap(([word]) => numberOf(word) ?? []);
  const kind = WORKING.test(words) ? 'working ' : '';
  const last = named.at(-1);
  return last === undefined ? [] : [`${kind}${Math.round(last * unit * 60)}`];
}

function timeIn(words: string): readonly string[] {
  const [, hour, minute] = /(\d{1,2})(?:[:.点时-](\d{2})(?!\d))?/.exec(words) ?? [];
  if (hour === undefined) return [];
  const half = /点半|жарым/.test(words) ? 30 : Number(minute ?? 0);
  const isLate = /p\.?m|下午|晚上|傍晚|кешки|вечера/.test(words) && Number(hour) < 12;
  const isMidnight = /a\.?m|凌晨/.test(words) && Number(hour) === 12;
  return [String((isMidnight ? 0 : Number(hour) + (isLate ? 12 : 0)) * 60 + half)];
}

const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/\$|dollar|usd|bucks|美元|美金|доллар/u, 'USD'],
  [/€|eur|欧元|евро/u, 'EUR'],
  [/£|pound|gbp|英镑/u, 'GBP'],
  [/₸|тенге|тг|tenge|kzt|坚戈/u, 'KZT'],
  [/₽|руб|rub|卢布/u, 'RUB'],
  [/[¥￥元块圆]|人民币|rmb|cny|yuan|юан/u, 'CNY'],
];

function sumIn(words: string): readonly string[] {
  const currency = CURRENCIES.find(([name]) => name.test(words))?.[1];
  const figure = /\d+(?:[ .,]\d+)*/.exec(words)?.[0];
  if (currency === undefined || figure === undefined) return [];
  const scale = /亿/.test(words)
    ? 1e8
    : /млн|million|百万/.test(words)
      ? 1e6
      : /万/.test(words)
        ? 1e4
        : /мын|тыс|k|千/.test(words)
          ? 1e3
          : 1;
  return [`${currency} ${Number(plain(figure.replaceAll(' ', ''))) * scale}`];
}

/** Folded as the words are that they are compared with. */
const NUMBERS: ReadonlyMap<string, number> = new Map(
  LANGUAGES.flatMap(({ numberWords }) =>
    Object.entries(numberWords).map(([word, value]) => [foldingFor('none').words(word), value] as const),
  ),
);

const WORDS = new RegExp(
  `(?<!\\p{L})(?:${[...NUMBERS.keys()]
    .sort((a, b) => b.length - a.length)
    .join('|')})(?!\\p{L})|[半一二两三四五六七八九十百]+`,
  'gu',
);

function numberOf(word: string): number | undefined {
  return NUMBERS.get(word) ?? hanValue(word);
}

function hanValue(word: string): number | undefined {
  if (word === '半') return 0.5;
  const digit = (sign: string | undefined) => (sign === '两' ? 2 : '零一二三四五六七八九'.indexOf(sign ?? '零'));
  const [, hundreds, tens, ones] =
    /^(?:([一二两三四五六七八九])百)?(?:([一二三四五六七八九])?十)?([一二两三四五六七八九])?$/.exec(word) ?? [];
  if (hundreds === undefined && tens === undefined && ones === undefined && word !== '十') return undefined;
  const tenth = word.includes('十') ? (tens === undefined ? 1 : digit(tens)) : 0;
  return digit(hundreds) * 100 + tenth * 10 + digit(ones);
}
