import { parseTime } from '../core/parse-time.ts';
import type { Range } from '../core/span.ts';
import type { Time } from '../core/time.ts';
import type { Label } from './label.ts';
import { readLabel } from './label.ts';

/** A line of a text that may be a transcript. */
export interface Line {
  /** Without the line break. */
  readonly range: Range;
  readonly words: string;
  readonly kind: LineKind;
  /** Who may speak in the line; whether it is a label shows only in view of the others. */
  readonly label?: Label | undefined;
  /** A time that stands alone in the line, for the message after it. */
  readonly time?: Time | undefined;
}

/**
 * - `blank`
 * - `rule`: a line across the page
 * - `cut`: dots alone, where the conversation was cut
 * - `time`: a time alone
 * - `event`: a stage direction: (Pause), [Phone rings]
 * - `end`: what people write above and below a conversation: End of transcript, Call ended, Word count: 400
 * - `words`: anything else
 */
export type LineKind = 'blank' | 'rule' | 'cut' | 'time' | 'event' | 'end' | 'words';

export function linesIn(words: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= words.length; ) {
    const end = lineEnd(words, start);
    lines.push(lineOf({ start, end }, words.slice(start, end)));
    start = end + (words.startsWith('\r\n', end) ? 2 : 1);
  }
  return lines;
}

/** The line that begins at an offset, read by itself. */
export function lineOf(range: Range, words: string): Line {
  const trimmed = words.replace(INVISIBLE, '').trim();
  if (trimmed === '') return { range, words, kind: 'blank' };
  if (/^[-*_=]{3,}$/.test(trimmed) || trimmed === '_') return { range, words, kind: 'rule' };
  if (/^(?:\.{3,}|…+|。{3,})$/.test(trimmed)) return { range, words, kind: 'cut' };
  const time = timeAlone(trimmed);
  if (time !== undefined) return { range, words, kind: 'time', time };
  if (isEnd(trimmed)) return { range, words, kind: 'end' };
  const label = words.length <= LONGEST_LINE ? readLabel(words) : readLabel(words.slice(0, LONGEST_LINE));
  if (label === undefined && isEvent(trimmed)) return { range, words, kind: 'event' };
  return { range, words, kind: 'words', label };
}

function lineEnd(words: string, from: number): number {
  let at = from;
  while (at < words.length && words[at] !== '\n' && words[at] !== '\r') at++;
  return at;
}

const INVISIBLE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONGEST_TIME = 40;
/** A label is short; this much of a line shows it. */
const LONGEST_LINE = 400;

/** 12.50 alone in a line is a price. */
function timeAlone(trimmed: string): Time | undefined {
  if (trimmed.length > LONGEST_TIME || !/[:：]/.test(trimmed)) return undefined;
  return parseTime(trimmed.replace(/^[[(（]|[\])）]$/g, ''));
}

function isEvent(trimmed: string): boolean {
  return (
    trimmed.length <= LONGEST_EVENT &&
    /^(?:\([^()]*\)|（[^（）]*）|\[[^[\]]*\]?|【[^【】]*】|\*{1,3}[^*]+\*{1,3}|_{1,3}[^_]+_{1,3})\.?$/u.test(trimmed)
  );
}

function isEnd(trimmed: string): boolean {
  return trimmed.length <= LONGEST_EVENT && END.test(trimmed.replace(/^[([（【*_]+/, ''));
}

const LONGEST_EVENT = 160;

const END =
  /^(?:end of (?:the )?(?:transcript|call|chat|conversation)|(?:call |chat )?(?:transcript|call|chat|conversation)\s+(?:end|ends|ended|start|starts|started|begin|begins)|(?:transcript|call|chat) (?:length|starting)|(?:total )?word count|total words|(?:通话|对话|会话|聊天|通話|對話|會話)(?:结束|結束|开始|開始)|(?:сөйлесу|чат|қоңырау) (?:аяқталды|басталды))(?![\p{L}])/iu;
