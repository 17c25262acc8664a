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
 * - `event`: a stage direction: (Pause), [Phone rings], End of transcript
 * - `words`: anything else
 */
export type LineKind = 'blank' | 'rule' | 'cut' | 'time' | 'event' | 'words';

export function linesIn(words: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start <= words.length; ) {
    const feed = words.indexOf('\n', start);
    const next = feed < 0 ? words.length : feed;
    const end = next > start && words[next - 1] === '\r' ? next - 1 : next;
    lines.push(lineOf({ start, end }, words.slice(start, end)));
    start = next + 1;
  }
  return lines;
}

function lineOf(range: Range, words: string): Line {
  const trimmed = words.replace(INVISIBLE, '').trim();
  if (trimmed === '') return { range, words, kind: 'blank' };
  if (/^[-*_=]{3,}$/.test(trimmed) || trimmed === '_') return { range, words, kind: 'rule' };
  if (/^(?:\.{3,}|…+|。{3,})$/.test(trimmed)) return { range, words, kind: 'cut' };
  const time = trimmed.length <= LONGEST_TIME ? parseTime(trimmed.replace(/^[[(（]|[\])）]$/g, '')) : undefined;
  if (time !== undefined) return { range, words, kind: 'time', time };
  const label = words.length <= LONGEST_LINE ? readLabel(words) : readLabel(words.slice(0, LONGEST_LINE));
  if (label === undefined && isEvent(trimmed)) return { range, words, kind: 'event' };
  return { range, words, kind: 'words', label };
}

const INVISIBLE = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONGEST_TIME = 40;
/** A label is short; this much of a line shows it. */
const LONGEST_LINE = 400;

function isEvent(trimmed: string): boolean {
  if (trimmed.length > 160) return false;
  return (
    /^(?:\([^()]*\)|（[^（）]*）|\[[^[\]]*\]?|【[^【】]*】|\*{1,3}[^*]+\*{1,3}|_{1,3}[^_]+_{1,3})\.?$/u.test(trimmed) ||
    END.test(trimmed)
  );
}

/** What people write under the last message. */
const END =
  /^(?:end of (?:the )?(?:transcript|call|chat|conversation)|(?:transcript|call|chat|conversation)\s+(?:end|ends|ended|start|starts|started)|(?:通话|对话|会话|聊天|通話|對話|會話)(?:结束|結束|开始|開始)|(?:сөйлесу|чат|қоңырау) аяқталды)(?![\p{L}])/iu;
