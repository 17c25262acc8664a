import type { Role } from '../core/conversation.ts';
import { DAY_PART_WORDS, parseTime } from '../core/parse-time.ts';
import type { Time } from '../core/time.ts';
import { roleAndName, roleOf, shopAccount } from './roles.ts';
import { parseStretch, untilOn } from './stretch.ts';

/** What stands before the words of a message: who speaks, as far as the label says, and when. */
export interface Label {
  readonly role: Role | undefined;
  readonly name: string | undefined;
  readonly time: Time | undefined;
  /** When the speaker stopped: `(10:20:05-10:20:11)`. */
  readonly until: Time | undefined;
  /** Where the words begin in the line. */
  readonly wordsAt: number;
  /** Marked as a label by more than a colon: a role or a time. */
  readonly isMarked: boolean;
  /** In Markdown, names are set in bold, but so is much else that stands before a colon. */
  readonly isEmphasised: boolean;
}

/**
 * Reads the label of a line, in any of the usual notations:
 * `Agent: …`, `Agent (Ben): …`, `Ben (Agent): …`, `Agent Ben: …`, `**Ben:** …`, `_Agent Ben_` alone in a line,
 * `客服(10:20:26):…`, `客服小敏（10:20）：…`, `旗舰店:小敏(2024-01-01 10:20:26):…`, `[10:20] Ben: …`, `2024-01-01 10:20:26 Ben: …`, `- Ben: …`.
 */
export function readLabel(line: string): Label | undefined {
  const lead = LEAD.exec(line) as RegExpExecArray;
  const rest = line.slice(lead[0].length);
  const timeBefore = lead.groups?.['time'] === undefined ? undefined : parseTime(lead.groups['time']);
  const untilBefore = untilOn(timeBefore, lead.groups?.['until']);
  const emphasis = /^([*_]{1,3})(?=\S)/.exec(rest)?.[1] ?? '';
  const colon = colonAt(rest);
  if (colon < 0) return emphasis === '' ? undefined : speakerAlone(line, rest, emphasis, timeBefore, untilBefore);
  const who = stripEmphasis(rest.slice(0, colon));
  const parts = partsOf(who);
  if (parts === undefined) return undefined;
  const after = /^[*_]{0,3}[ \t]*/.exec(rest.slice(colon + 1))?.[0].length ?? 0;
  const time = timeBefore ?? parts.time;
  if (parts.role === undefined && parts.name === undefined) return undefined;
  return {
    role: parts.role,
    name: parts.name,
    time,
    until: timeBefore === undefined ? parts.until : untilBefore,
    wordsAt: lead[0].length + colon + 1 + after,
    isMarked: parts.role !== undefined || time !== undefined,
    isEmphasised: emphasis !== '',
  };
}

const CLOCK = '\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2}(?:\\.\\d{1,3})?)?(?:\\s?[AaPp]\\.?[Mm]\\.?)?';
const DATE = '(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?[T ,]*)?';

/** White space, a list mark, and a time, or from when to when, in brackets or alone. */
const LEAD = new RegExp(
  '^[\\s\\u200e\\u200f\\ufeff]*(?:[-*•][ \\t]+)?' +
    `(?:[[(（【]?(?<time>${DATE}(?:(?:${DAY_PART_WORDS})\\s*)?${CLOCK})` +
    `(?:\\s?(?:-->|[-–—~～至])\\s?(?<until>${CLOCK}))?[\\])）】]?\\s*(?:[-–—]\\s*)?)?`,
  'u',
);

/** The longest label; a longer run before a colon is a sentence. */
const LONGEST = 60;

/** 欧美家电旗舰店:小敏(2024-05-01 10:20:26): with a date behind it, a colon within a name ends no label. */
const SHOP_ACCOUNT =
  /^[^:：()（）]{2,40}[:：][^\s:：()（）]{1,20}(?=\s?[(（]\d{4}[-/.年][^()（）]{0,40}[)）]\s?[:：])/u;

/** The colon that ends the label: not one inside brackets, where a time may stand. */
function colonAt(rest: string): number {
  let depth = 0;
  for (let at = SHOP_ACCOUNT.exec(rest)?.[0].length ?? 0; at < rest.length && at <= LONGEST; at++) {
    const sign = rest[at] as string;
    if ('(（['.includes(sign)) depth++;
    else if (')）]'.includes(sign)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && (sign === ':' || sign === '：')) {
      // "https://" is no label, and "10:20" the time of one at most.
      if (rest.startsWith('://', at)) return -1;
      if (!/^\d.\d/.test(rest.slice(Math.max(0, at - 1), at + 2))) return at;
    }
  }
  return -1;
}

/** `_Agent Chris_` in a line of its own: the words follow in the next line. */
function speakerAlone(
  line: string,
  rest: string,
  mark: string,
  time: Time | undefined,
  until: Time | undefined,
): Label | undefined {
  const trimmed = rest.trimEnd();
  if (!trimmed.endsWith(mark) || trimmed.length <= 2 * mark.length || trimmed.length > LONGEST) return undefined;
  const inside = roleAndName(trimmed.slice(mark.length, -mark.length));
  if (inside === undefined || (inside.name === undefined && mark === '*')) return undefined;
  return {
    role: inside.role,
    name: inside.name,
    time,
    until,
    wordsAt: line.length,
    isMarked: true,
    isEmphasised: true,
  };
}

function stripEmphasis(words: string): string {
  return words.replace(/^[*_]{1,3}|[*_]{1,3}$/g, '').trim();
}

interface LabelParts {
  readonly role: Role | undefined;
  readonly name: string | undefined;
  readonly time: Time | undefined;
  readonly until: Time | undefined;
}

/** Who and when, of `Agent (Ben)`, `客服(10:20:26)`, `Ben (Agent, 10:20)`, `Agent (10:20:05-10:20:11)`. */
function partsOf(who: string): LabelParts | undefined {
  const match = /^(?<outside>[^()（）[\]]*?)\s*(?:[(（[](?<inside>[^()（）[\]]*)[)）\]])?\s*$/.exec(who);
  if (match === null) return undefined;
  const outside = (match.groups?.['outside'] ?? '').trim();
  let time: Time | undefined;
  let until: Time | undefined;
  let role: Role | undefined;
  let name: string | undefined;
  for (const inside of (match.groups?.['inside'] ?? '').split(/[,，;；]/).map((part) => part.trim())) {
    if (inside === '') continue;
    const stretch = parseStretch(inside);
    const asRole = roleOf(inside);
    if (stretch !== undefined) ({ time, until } = stretch);
    else if (asRole !== undefined) role = asRole;
    else if (isName(inside)) name = inside;
    else return undefined;
  }
  // "Ben [10:20]" and "Ben 10:20" carry the time outside of round brackets.
  const trailing = /^(.*?)\s+((?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}\s+)?\d{1,2}:\d{2}(?::\d{2})?)$/.exec(outside);
  const label = trailing === null ? outside : (trailing[1] as string);
  if (trailing !== null) time ??= parseTime(trailing[2] as string);
  if (label !== '') {
    const known = roleAndName(label) ?? shopAccount(label);
    if (known !== undefined && role === undefined) {
      role = known.role;
      name ??= known.name;
    } else if (isName(label)) name ??= label;
    else return undefined;
  }
  if (name !== undefined && !isName(name)) return undefined;
  return { role, name, time, until };
}

/** What can be somebody's name or nickname: few words, no marks of a sentence, no heading. */
function isName(words: string): boolean {
  return (
    words.length <= 40 &&
    words.split(/\s+/).length <= 4 &&
    /\p{L}/u.test(words) &&
    !HEADING.test(words) &&
    !/[.!?。！？,，;；"“”{}<>|\\/=]|^\d+$/u.test(words.replace(/\b(?:Dr|Mr|Mrs|Ms|St)\./g, ''))
  );
}

/** What stands before a colon in headers, forms and lists, and is nobody. */
const HEADING =
  /^(?:(?:start |end )?(?:date|time)|duration|subject|topic|title|channel|participants?|transcript|summary|notes?|important|warning|tips?|hint|ps|p\.s|(?:call|chat|ticket|order|case|conversation)(?: (?:id|number|no|type|date|time|duration|transcript))?|(?:option|step|part|question|answer|example)s?(?: \d+)?|日期|时间|時間|时长|時長|主题|主題|标题|標題|渠道|备注|備註|注意|提示|温馨提示|溫馨提示|订单号?|訂單號?|工单号?|电话|電話|地址|(?:步骤|方案|选项|问题|示例)[一二三四五\d]*|күні|уақыты|тақырыбы|ескерту)$/iu;
