import type { Range } from '../core/span.ts';
import type { DetectorSubject } from './detector.ts';

/** Numbers written in one or several groups, as people write cards, ids and phones. */
export interface DigitRun extends Range {
  /** The digits alone, in half width. */
  readonly digits: string;
}

/** A text without a digit is most texts, and no number stands in one. */
export function hasDigit(words: string): boolean {
  return ANY_DIGIT.test(words);
}

/**
 * The words with digits and separators in half width. Folding costs more than looking, and few texts have
 * full-width digits or other blanks and hyphens than ASCII's.
 */
export function plainDigits(subject: DetectorSubject): string {
  return WIDE.test(subject.words) ? subject.folded : subject.words;
}

/**
 * Runs of at least `least` digits with at most one blank or hyphen between two of them, no part of a longer code:
 * neither letters nor digits stand beside them.
 */
export function digitRuns(subject: DetectorSubject, least: number): readonly DigitRun[] {
  if (!hasDigit(subject.words)) return NONE;
  const plain = plainDigits(subject);
  let runs: DigitRun[] | undefined;
  for (const match of plain.matchAll(RUN)) {
    const digits = match[0].replace(/[ -]/g, '');
    if (digits.length < least) continue;
    runs ??= [];
    runs.push({ start: match.index, end: match.index + match[0].length, digits });
  }
  return runs ?? NONE;
}

/** Every way to read a run of groups as a number of its own: the run, and its parts between blanks. */
export function* groupsOf(plain: string, run: DigitRun, least: number, most: number): Generator<DigitRun> {
  const starts = [run.start];
  const ends: number[] = [];
  for (let at = run.start; at < run.end; at++) {
    if (plain[at] !== ' ' && plain[at] !== '-') continue;
    ends.push(at);
    starts.push(at + 1);
  }
  ends.push(run.end);
  for (let first = 0; first < starts.length; first++) {
    let digits = '';
    for (let last = first; last < ends.length && digits.length <= most; last++) {
      digits += plain.slice(starts[last], ends[last]);
      if (digits.length >= least && digits.length <= most)
        yield { start: starts[first] as number, end: ends[last] as number, digits };
    }
  }
}

/** Whether what stands just before says that the number is one of an order, a parcel or a ticket. */
export function isOrderNumber(words: string, start: number): boolean {
  return ORDER_BEFORE.test(words.slice(Math.max(0, start - LABEL), start).toLowerCase());
}

/** Day, month and year that were or may be: the year from 1900. Two figures of a year stand for any century. */
export function isBirthday(year: string, month: string, day: string): boolean {
  if (year.length === 4 && (year < '1900' || year > '2099')) return false;
  const number = Number(month);
  if (number < 1 || number > 12) return false;
  const isLeap = Number(year) % 4 === 0;
  const days = number === 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].includes(number) ? 30 : 31;
  return Number(day) >= 1 && Number(day) <= days;
}

/** The checksum of payment cards and of some other numbers. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = digits.length - 1, isDoubled = false; at >= 0; at--, isDoubled = !isDoubled) {
    const digit = digits.charCodeAt(at) - ZERO;
    sum += isDoubled ? (digit > 4 ? digit * 2 - 9 : digit * 2) : digit;
  }
  return sum % 10 === 0;
}

/** The ranges of the digits and letters in the words but for the first and last few. */
export function allBut(words: string, first: number, last: number): readonly Range[] {
  const places: number[] = [];
  for (let at = 0; at < words.length; at++) if (/[\p{L}\p{N}]/u.test(words[at] as string)) places.push(at);
  return places.slice(first, places.length - last).map((at) => ({ start: at, end: at + 1 }));
}

const NONE: readonly never[] = [];
const ZERO = 0x30;
const LABEL = 24;
const ANY_DIGIT = /[0-9０-９]/;
const WIDE = /[０-９\u00a0\u2010-\u2015\u2212\u2000-\u200a\u202f\u3000－＋（）．]/;

/** One blank or hyphen between digits; a Han character beside them is no part of a code. */
const RUN =
  /(?<![\p{Script=Latin}\p{Script=Cyrillic}\p{N}_@#]|\p{N}[.,]|[\p{Script=Latin}\p{N}][-/])\d(?:[ -]?\d)*(?![\p{Script=Latin}\p{Script=Cyrillic}\p{N}_@]|[.,]\d|[-/][\p{Script=Latin}\p{N}])/gu;

const ORDER_BEFORE =
  /(?:订单|訂單|单号|單號|运单|運單|快递|快遞|物流|编号|編號|流水|条码|條碼|货号|貨號|工单|工單|商品id|\border|\btrack|\bparcel|\bshipment|\binvoice|\bticket|\bcase|\breference|\bref\b|\bimei|\bserial|\bsku|\bitem|\btransaction|заказ|трек|накладн|чек|тапсырыс|жөнелтім|өтінім|шот)(?:no\.|[^\n.。!！?？]){0,14}$/u;
