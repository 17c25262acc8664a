import { DAY_PART_WORDS, parseTime } from '../core/parse-time.ts';
import type { Time } from '../core/time.ts';
import type { Head, Notation } from '../transcripts/exported.ts';
import { headsIn, readExported } from '../transcripts/exported.ts';
import type { DateOrder, TextFormat } from './format.ts';
import { CERTAIN } from './format.ts';

export const whatsappExport: TextFormat = {
  name: 'whatsapp-export',
  about:
    'A chat that WhatsApp exported as text, in the notation of any country. Which number of a date is the day is told by the whole file, else asked for. A silence of eight hours begins a new conversation, unless the customer is waiting.',
  kind: 'conversation',
  syntax: 'text',
  tells: {
    files: 'text',
    knownBy: 'the lines of WhatsApp: date, name, colon',
    roles: 'names of roles, `agents`, guess',
    times: 'each message',
    refuses: 'what would begin a message',
  },
  likeness(words) {
    const { count, isFirst } = headsIn(words, notationOf({ order: 'day-first', isSure: false }));
    return !isFirst ? 0 : count > 1 ? CERTAIN : 0.92;
  },
  read(text, settings) {
    const found = orderOf(text.words, settings.dates);
    if (found === undefined) {
      const span = text.locate({ start: 0, end: 0 }).spans[0] ?? { start: 0, end: 0 };
      return { documents: [], problems: [{ id: 'input/unknown-date-order', span, data: {} }] };
    }
    return readExported(
      text,
      notationOf(found),
      { channel: settings.channel ?? 'chat' },
      { agents: settings.agents, isEndless: true, guesses: found.guess === undefined ? [] : [found.guess] },
    );
  },
};

interface FoundOrder {
  readonly order: DateOrder;
  /** False where all messages are of one day, whichever it is. */
  readonly isSure: boolean;
  readonly guess?: string;
}

const MARKS = '[\\u200e\\u200f\\ufeff\\u202a-\\u202e]*';
/** Newer telephones write a narrow space before AM and PM. */
const SPACE = '[ \\u00a0\\u202f]';
const DATE = `(?<a>\\d{1,4})(?<mark>[./-]|年)${SPACE}?(?<b>\\d{1,2})(?:[./-]|月)${SPACE}?(?<c>\\d{1,4})日?\\.?`;
const CLOCK =
  `(?:(?<part>${DAY_PART_WORDS})${SPACE}?)?(?<clock>\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2})?)` +
  `(?:${SPACE}?(?<half>[AaPp]\\.?${SPACE}?[Mm]\\.?))?`;
const WHEN = `${DATE}(?:,|${SPACE}klo)?${SPACE}${CLOCK}`;
const HEAD = new RegExp(
  `^${MARKS}(?:\\[${WHEN.replaceAll('?<', '?<x')}\\]${SPACE}|${WHEN}(?:${SPACE}[-–]${SPACE}|:${SPACE}))`,
  'u',
);

/** A date has the numbers; two dates of a file differ by where the day is. */
interface When {
  readonly numbers: readonly [string, string, string];
  readonly clock: string;
}

function whenOf(line: string): { when: When; length: number } | undefined {
  // No message begins with anything but a digit or a bracket, and most lines are looked at for nothing else.
  const match = HEAD.exec(line);
  if (match?.groups === undefined) return undefined;
  const { groups } = match;
  const group = (name: string) => groups[name] ?? groups[`x${name}`];
  const clock = `${group('part') ?? ''}${group('clock') as string}${(group('half') ?? '').replace(/[^a-z]/gi, '')}`;
  return {
    when: { numbers: [group('a') as string, group('b') as string, group('c') as string], clock },
    length: match[0].length,
  };
}

function notationOf(order: FoundOrder): Notation {
  return {
    head(line): Head | undefined {
      const found = whenOf(line);
      if (found === undefined) return undefined;
      const at = timeOf(found.when, order);
      if (at === undefined && timeOf(found.when, { ...order, isSure: false }) === undefined) return undefined;
      const rest = line.slice(found.length);
      const name = /^([^:\n]{1,80}):(?: |$)/.exec(rest);
      return name === null
        ? { at, speaker: undefined, wordsAt: found.length }
        : {
            at,
            speaker: (name[1] as string).replace(/[\u200e\u200f\u202a-\u202e~]/g, '').trim(),
            wordsAt: found.length + name[0].length,
          };
    },
    typed,
  };
}

/** A file that is named or left out, and what was said of a message, are no words of a person. */
function typed(words: string): { start: number; end: number } {
  if (/^\u200e?<[^<>\n]{2,80}>$|^\u200e[^\n]*$/u.test(words)) return { start: 0, end: 0 };
  const file = /^\u200e?(?:\S[^\n]{0,150}\.\w{2,4} \([^()\n]{4,40}\)|<[^<>\n]{2,10}: [^<>\n]{1,150}>)(?:\n+|$)/u.exec(
    words,
  );
  const start = file?.[0].length ?? 0;
  // "<This message was edited>" behind what was typed.
  const note = words.lastIndexOf('\u200e<');
  const isNote = note >= start && /^\u200e<[^<>\n]{1,80}>$/u.test(words.slice(note));
  return { start, end: isNote ? start + words.slice(start, note).trimEnd().length : words.length };
}

function timeOf({ numbers, clock }: When, { order, isSure }: FoundOrder): Time | undefined {
  if (!isSure) return parseTime(clock);
  const [a, b, c] = numbers;
  const [year, month, day] = a.length === 4 ? [a, b, c] : order === 'day-first' ? [c, b, a] : [c, a, b];
  return parseTime(`${year.length === 2 ? `20${year}` : year}-${month}-${day} ${clock}`);
}

/** Which number is the day: the file says it by a number above twelve, or by days that come in their order. */
function orderOf(words: string, told: DateOrder | undefined): FoundOrder | undefined {
  const dates: When[] = [];
  for (let start = 0; start < words.length; ) {
    const feed = words.indexOf('\n', start);
    const end = feed < 0 ? words.length : feed;
    const found = whenOf(words.slice(start, Math.min(end, start + LONGEST_HEAD)));
    if (found !== undefined) dates.push(found.when);
    start = end + 1;
  }
  const open = dates.filter(({ numbers: [a] }) => a.length < 4);
  if (open.length === 0) return { order: 'day-first', isSure: true };
  const first = new Set(open.map(({ numbers: [a] }) => Number(a)));
  const second = new Set(open.map(({ numbers: [, b] }) => Number(b)));
  if (Math.max(...first) > 12) return { order: 'day-first', isSure: true };
  if (Math.max(...second) > 12) return { order: 'month-first', isSure: true };
  if (told !== undefined) return { order: told, isSure: true };
  const [byDay, byMonth] = [fallsIn(open, 'day-first'), fallsIn(open, 'month-first')];
  if (byDay !== byMonth) return { order: byDay < byMonth ? 'day-first' : 'month-first', isSure: true };
  // On a single day only the clock counts.
  if (new Set(open.map(({ numbers }) => numbers.join('.'))).size === 1) return { order: 'day-first', isSure: false };
  if (first.size === second.size) return undefined;
  const order = first.size > second.size ? 'day-first' : 'month-first';
  return {
    order,
    isSure: true,
    guess: `Dates are taken for ${order}: that number changes more often. Set dates: in the configuration where it is not so.`,
  };
}

const LONGEST_HEAD = 100;

/** How often the time goes back. */
function fallsIn(dates: readonly When[], order: DateOrder): number {
  let falls = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const date of dates) {
    const at = timeOf(date, { order, isSure: true })?.at;
    if (at === undefined) falls++;
    else {
      if (at < last) falls++;
      last = at;
    }
  }
  return falls;
}
