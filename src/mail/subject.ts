import type { Range } from '../core/span.ts';
import type { MailWords } from '../languages/language.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { anyOf } from './any-of.ts';

export interface Subject {
  /** What its writer chose: without "Re:", "Fwd:" and the tags of ticket tools. Empty where nothing else is there. */
  readonly bare: Range;
  readonly isReply: boolean;
  readonly isForward: boolean;
}

export function readSubject(words: string): Subject {
  let start = 0;
  let isReply = false;
  let isForward = false;
  for (let rounds = 0; rounds < MOST_PREFIXES; rounds++) {
    const rest = words.slice(start, start + LONGEST_PREFIX);
    const reply = prefix('reply').exec(rest)?.[0];
    const forward = reply === undefined ? prefix('forward').exec(rest)?.[0] : undefined;
    const length = (reply ?? forward ?? TAG.exec(rest)?.[0])?.length ?? 0;
    if (length === 0) break;
    isReply ||= reply !== undefined;
    isForward ||= forward !== undefined;
    start += length;
  }
  let end = words.length;
  while (end > start && /\s/.test(words[end - 1] as string)) end--;
  while (start < end && /\s/.test(words[start] as string)) start++;
  return { bare: { start: Math.min(start, end), end }, isReply, isForward };
}

const MOST_PREFIXES = 12;
const LONGEST_PREFIX = 60;

/** What a ticket tool puts there: [#123], [Ticket 123], (case 123). */
const TAG = /^\s*(?:\[[^[\]]{0,30}#?\d{2,}\]|【[^【】]{0,20}\d{2,}】|\((?:case|ticket) #?\d+\)|#\d+\s?[:：]?)/iu;

const prefixes = new Map<string, RegExp>();

/** "Re:", "RE[2]:", "回复：", "Жауап:" */
function prefix(kind: keyof Pick<MailWords, 'reply' | 'forward'>): RegExp {
  let expression = prefixes.get(kind);
  if (expression === undefined) {
    const words = anyOf(LANGUAGES.flatMap(({ mail }) => mail[kind]));
    expression = new RegExp(`^\\s*${words}\\s?(?:\\[\\d+\\]|\\(\\d+\\)|\\d)?\\s?[:：]`, 'iu');
    prefixes.set(kind, expression);
  }
  return expression;
}
