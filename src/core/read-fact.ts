import type { Channel } from './conversation.ts';
import { CHANNELS } from './conversation.ts';
import { durationOf } from './duration.ts';
import { CHANNEL_NAMES, CHANNEL_WORDS, FACT_WORDS, VALUE_WORDS } from './fact-words.ts';
import type { FactKind, FactName, FactValue } from './facts.ts';
import { FACT_NAMES, FACTS } from './facts.ts';
import { parseTime, timeOfEpoch } from './parse-time.ts';
import { HOUR, MINUTE, SECOND } from './time.ts';
import { wallClockOf } from './zone.ts';

/** The fact that a header or a field names in any of the usual ways, or undefined. */
export function factNamed(written: string): FactName | undefined {
  return written.length > LONGEST_NAME ? undefined : names().get(bare(written));
}

/** The value of a fact as a program or person writes it, or undefined where it is none. */
export function readFact(name: FactName, written: string | number | boolean): FactValue | undefined {
  const kind: FactKind = FACTS[name];
  switch (kind.kind) {
    case 'choice': {
      const value = valueNamed(String(written), kind.values);
      return value;
    }
    case 'flag': {
      const value = typeof written === 'boolean' ? String(written) : valueNamed(String(written), ['true', 'false']);
      return value === undefined ? undefined : value === 'true';
    }
    case 'count':
      return countOf(written);
    case 'length':
      return lengthOf(written);
    case 'moment':
      return typeof written === 'number' ? timeOfEpoch(written) : parseTime(String(written));
    case 'zone': {
      const zone = String(written).trim();
      return zone === SAME_ZONE || wallClockOf(zone) !== undefined ? zone : undefined;
    }
  }
}

/** Where times are those of the customer's own clock. */
export const SAME_ZONE = 'same';

/** The channel that words name, or undefined. */
export function channelNamed(written: string): Channel | undefined {
  const wanted = plain(written);
  return CHANNELS.find((channel) => wordsOf(CHANNEL_WORDS[channel]).has(wanted));
}

/** Whether a header names the channel: "Channel", 渠道, Арна. */
export function namesChannel(written: string): boolean {
  return written.length <= LONGEST_NAME && wordsOf(CHANNEL_NAMES).has(plain(written));
}

/** Seconds as a number; "45 s", "1:25", "00:01:25", 1分25秒, "1 мин 25 с": milliseconds. */
export function lengthOf(written: string | number | boolean): number | undefined {
  if (typeof written === 'number') return Number.isFinite(written) && written >= 0 ? written * SECOND : undefined;
  const words = String(written).trim();
  if (words.length > LONGEST_NAME) return undefined;
  if (/^\d+(?:\.\d+)?$/.test(words)) return Number(words) * SECOND;
  const clock = /^(?:(\d{1,2}):)?(\d{1,3}):(\d{2})(?:\.\d+)?$/.exec(words.replaceAll('：', ':'));
  if (clock !== null) return Number(clock[1] ?? 0) * HOUR + Number(clock[2]) * MINUTE + Number(clock[3]) * SECOND;
  const own = durationOf(words);
  if (own !== undefined) return own;
  let sum = 0;
  let rest = words;
  while (rest !== '') {
    const part = UNIT.exec(rest);
    if (part === null) return undefined;
    const unit = UNITS.find(([pattern]) => pattern.test(part[2] as string));
    if (unit === undefined) return undefined;
    sum += Number(part[1]) * unit[1];
    rest = rest.slice(part[0].length);
  }
  return words === '' ? undefined : sum;
}

const UNIT = /^\s*(\d+(?:\.\d+)?)\s*(\p{L}+)\.?[\s,，]*/u;
const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:h|hr|hrs|hours?|小时|小時|钟头|сағат|сағ|час|ч)$/i, HOUR],
  [/^(?:m|min|mins|minutes?|分|分钟|分鐘|минут|мин|м)$/i, MINUTE],
  [/^(?:s|sec|secs|seconds?|秒|秒钟|秒鐘|секунд|сек|с)$/i, SECOND],
];

/** A number in digits, beside the word for what is counted: 4, "4 rings", 4声, "4 рет". */
function countOf(written: string | number | boolean): number | undefined {
  if (typeof written === 'number') return Number.isInteger(written) && written >= 0 ? written : undefined;
  const match = /^\s*(\d{1,6})\s*(?:\p{L}{1,12})?\s*$/u.exec(String(written));
  return match === null ? undefined : Number(match[1]);
}

function valueNamed(written: string, values: readonly string[]): string | undefined {
  const wanted = plain(written);
  return values.find((value) => value === wanted || wordsOf(VALUE_WORDS[value] ?? '').has(wanted));
}

const LONGEST_NAME = 60;

let known: ReadonlyMap<string, FactName> | undefined;

/** Made when the first header or record is read. */
function names(): ReadonlyMap<string, FactName> {
  known ??= new Map(
    FACT_NAMES.flatMap((name) => [bare(name), ...FACT_WORDS[name].split('|')].map((word) => [word, name] as const)),
  );
  return known;
}

const sets = new Map<string, ReadonlySet<string>>();

function wordsOf(list: string): ReadonlySet<string> {
  let set = sets.get(list);
  if (set === undefined) {
    set = new Set(list.split('|'));
    sets.set(list, set);
  }
  return set;
}

function plain(words: string): string {
  return simplified(words.trim().toLowerCase());
}

function bare(name: string): string {
  return plain(name).replace(/[\s_*-]+/g, '');
}

/** The traditional characters that stand in the words above. */
function simplified(words: string): string {
  return words.replace(/[\u4e00-\u9fff]/g, (sign) => SIMPLIFIED.get(sign) ?? sign);
}

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  (
    '發发|話话|類类|語语|見见|範范|圍围|開开|掛挂|斷断|機机|結结|誰谁|電电|撥拨|訪访|復复|來来|約约|定定|間间|時时|預预|嘗尝|試试|敗败|戶户|單单|買买|購购|' +
    '計计|劃划|區区|當当|對对|鈴铃|響响|聲声|長长|數数|錄录|轉转|進进|動动|問问|歡欢|給给|聯联|繫系|顧顾|無无|沒没|線线|郵邮|簡简|熱热|網网|頁页|體体|書书|統统|絡络|頻频|溝沟|號号'
  )
    .split('|')
    .map((pair) => [pair[0] as string, pair[1] as string]),
);
