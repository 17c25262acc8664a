import type { ReadMessage } from '../checks/check.ts';
import type { Range } from '../core/span.ts';
import type { DetectorContext } from '../detectors/detector.ts';

/**
 * Says what to write in place of words that a rule found fault with. A rule names the one that fits it under `fix`; how the
 * words are spelt at their place, and what no fix may change, is not its care. One file each.
 */
export interface Transform {
  /** As rule files name it. */
  readonly name: string;
  /** One line for the documentation of the rule language. */
  readonly about: string;
  /** Undefined where it has nothing to say. */
  rewrite(fault: Fault): Rewriting | undefined;
}

/** Words that a rule found fault with. */
export interface Fault extends FoundWords {
  readonly message: ReadMessage;
  /** All that the rule found in the message, this one among it. */
  readonly all: readonly FoundWords[];
  readonly names: DetectorContext;
  /** What the rule allows, where it told a limit. */
  readonly limit: number | undefined;
}

export interface FoundWords {
  /** In the words of the message. */
  readonly range: Range;
  /** What the phrase, the mechanism or the rule says to write instead, in the language of the message. */
  readonly instead?: string | undefined;
}

export interface Rewriting {
  /** None overlaps another. As small as can be, so that little of the source is touched. */
  readonly changes: readonly Change[];
  /** Whether it is nearly always right. Where it is not, the fix is at most `unsafe`. */
  readonly isSure: boolean;
}

export interface Change {
  readonly range: Range;
  readonly words: string;
}

export function wordsOf({ message, range }: Pick<Fault, 'message' | 'range'>): string {
  return message.words.slice(range.start, range.end);
}

/** One change of the whole range, or nothing where the words stay as they are. */
export function replacing(fault: Fault, words: string, isSure: boolean): Rewriting | undefined {
  const change = smallest({ range: fault.range, words }, fault.message.words);
  return change === undefined ? undefined : { changes: [change], isSure };
}

/** The change without what it leaves as it is at its beginning and end. */
export function smallest({ range, words }: Change, all: string): Change | undefined {
  const was = all.slice(range.start, range.end);
  if (was === words) return undefined;
  const most = Math.min(was.length, words.length);
  let before = 0;
  while (before < most && was[before] === words[before]) before++;
  if (isHigh(was.charCodeAt(before - 1))) before--;
  let after = 0;
  while (after < most - before && was[was.length - 1 - after] === words[words.length - 1 - after]) after++;
  if (isLow(was.charCodeAt(was.length - after))) after--;
  return {
    range: { start: range.start + before, end: range.end - after },
    words: words.slice(before, words.length - after),
  };
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

/** Whether a sentence begins at the offset. */
export function beginsSentence({ sentences, words }: ReadMessage, offset: number): boolean {
  const sentence = sentences.find(({ start, end }) => start <= offset && offset < end);
  return sentence === undefined || !/[\p{L}\p{N}]/u.test(words.slice(sentence.start, offset));
}

/** Whether the offset lies in a piece of code, or in a line that draws a rule or a fence. */
export function isCode(words: string, offset: number): boolean {
  const from = words.lastIndexOf('\n', offset - 1) + 1;
  const next = words.indexOf('\n', offset);
  const line = words.slice(from, next < 0 ? undefined : next);
  if (!/[\p{L}\p{N}]/u.test(line)) return line.trim().length > 3;
  return line.slice(0, offset - from).split('`').length % 2 === 0 && line.indexOf('`', offset - from) >= 0;
}
