import type { Range } from '../core/span.ts';

/** A day that words name. */
export interface NamedDay extends Range {
  /** Undefined where the words leave it open. */
  readonly year: number | undefined;
  /** 1 to 12 */
  readonly month: number;
  /** Undefined where a month is named. */
  readonly day: number | undefined;
}

/**
 * Days and months in words, in every way that they can be read: 03/05/2026 is in March and in May. Weekdays and days
 * such as tomorrow are none: they name another day each day.
 * @param folded see `foldingFor('none')`: small letters, half width, simplified, Kazakh letters as on a Russian keyboard
 */
export function daysIn(folded: string): readonly NamedDay[] {
  if (!/\d/.test(folded)) return [];
  const days: NamedDay[] = [];
  const add = (match: RegExpExecArray, year: string | undefined, month: number, day: string | undefined) => {
    const named = {
      start: match.index,
      end: match.index + match[0].length,
      year: year === undefined ? undefined : Number(year),
      month,
      day: day === undefined ? undefined : Number(day),
    };
    if (isDay(named)) days.push(named);
  };
  for (const match of folded.matchAll(YEAR_FIRST)) add(match, match[1], Number(match[3]), match[4]);
  for (const match of folded.matchAll(NUMERIC)) {
    add(match, match[3], Number(match[2]), match[1]);
    if (match[1] !== match[2]) add(match, match[3], Number(match[1]), match[2]);
  }
  for (const match of folded.matchAll(NAMED)) {
    const month = MONTHS.findIndex((names) => names.test(match.groups?.['month'] as string)) + 1;
    add(
      match,
      match.groups?.['before'] ?? match.groups?.['after'],
      month,
      match.groups?.['first'] ?? match.groups?.['last'],
    );
  }
  for (const match of folded.matchAll(CHINESE)) add(match, match[1], Number(match[2]), match[3]);
  return withoutParts(days);
}

/** The last day that is meant, as in 2026-05-03, for days with a year. */
export function lastDayOf({ year, month, day }: NamedDay): string | undefined {
  if (year === undefined) return undefined;
  const figures = (value: number, length: number) => String(value).padStart(length, '0');
  return `${figures(year, 4)}-${figures(month, 2)}-${figures(day ?? 31, 2)}`;
}

const YEAR_FIRST = /(?<![\d.:/-])((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?![\d/-]|\.\d)/gu;
const NUMERIC = /(?<![\d.:/-])(\d{1,2})[./-](\d{1,2})[./-]((?:19|20)\d{2})(?![\d/-]|\.\d)/gu;
const CHINESE = /(?:((?:19|20)\d{2})年 ?)?(?<![\d.])(\d{1,2})月(?:份|(?: ?(\d{1,2})[日号]))?/gu;

const MONTH_NAMES: readonly string[] = [
  'january|jan|кантар|январ[ьяе]',
  'february|feb|акпан|феврал[ьяе]',
  'march|mar|наурыз|март[ае]?',
  'april|apr|сауир|апрел[ьяе]',
  'may|мамыр|ма[йяе]',
  'june|jun|маусым|июн[ьяе]',
  'july|jul|шилде|июл[ьяе]',
  'august|aug|тамыз|август[ае]?',
  'september|sept|sep|кыркуйек|сентябр[ьяе]',
  'october|oct|казан|октябр[ьяе]',
  'november|nov|караша|ноябр[ьяе]',
  'december|dec|желтоксан|декабр[ьяе]',
];
const MONTHS = MONTH_NAMES.map((names) => new RegExp(`^(?:${names})$`, 'u'));
const MONTH = `(?<month>${MONTH_NAMES.join('|')})`;

/** 3 May 2026, May 3rd, 2026, 2026 жылғы 3 мамырда, December 2025. A month alone is none: "may" and казан are words. */
const NAMED = new RegExp(
  '(?<![\\p{L}\\p{N}])(?:(?:(?<before>(?:19|20)\\d{2}) (?:жылгы|жылдын|жылы|ж\\.) )?(?<first>\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -])?' +
    `${MONTH}\\.?(?:н?[ндт]ын|н?[ндт]ин|[дт][ае]|[гк][ае]|[дт][ае]н|ы|и)?(?: (?<last>\\d{1,2})(?:st|nd|rd|th)?(?![\\p{N}:.]\\d|\\d))?` +
    '(?:,? ?(?<after>(?:19|20)\\d{2})(?!\\d))?(?![\\p{L}])',
  'gu',
);

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** A month that is only named, without a day and a year, is none. */
function isDay({ year, month, day }: NamedDay): boolean {
  if (month < 1 || month > 12 || (day === undefined && year === undefined)) return false;
  return day === undefined || (day >= 1 && day <= (DAYS[month - 1] as number));
}

/** In order; readings of the same words stand beside each other, part of a longer day is none. */
function withoutParts(days: readonly NamedDay[]): readonly NamedDay[] {
  const kept: NamedDay[] = [];
  for (const day of [...days].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (last === undefined || day.start >= last.end || (day.start === last.start && day.end === last.end))
      kept.push(day);
  }
  return kept;
}
