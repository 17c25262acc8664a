import type { Range } from '../core/span.ts';
import { LANGUAGES } from '../languages/registry.ts';

/**
 * Sentences of a text in any language: they end at 。！？!?；…～~ and line breaks, and at a full stop that
 * ends no abbreviation or number. A closing quote or bracket, and repeated marks, belong to the sentence.
 */
export function sentencesOf(words: string): readonly Range[] {
  const sentences: Range[] = [];
  let start = 0;
  const close = (end: number) => {
    const range = trimmed(words, start, end);
    if (range !== undefined) sentences.push(range);
    start = end;
  };
  for (let at = 0; at < words.length; at++) {
    const sign = words[at] as string;
    if (sign === '\n' || sign === '\r') close(at + 1);
    else if (ENDS.includes(sign) || (sign === '.' && isFullStop(words, at))) {
      let end = at + 1;
      while (end < words.length && BELONGS.includes(words[end] as string)) end++;
      close(end);
      at = end - 1;
    }
  }
  close(words.length);
  return sentences;
}

/** The first clause of a text, up to the mark after its first words. What is absent is reported there. */
export function firstClause(words: string): Range {
  const first = sentencesOf(words)[0];
  if (first === undefined) return { start: 0, end: words.length };
  const sentence = words.slice(first.start, first.end);
  const speaks = sentence.search(/[\p{L}\p{N}]/u);
  const mark = speaks < 0 ? -1 : sentence.slice(speaks).search(CLAUSE_END);
  return { start: first.start, end: mark < 0 ? first.end : first.start + speaks + mark };
}

/** Marks between clauses; the ASCII ones also stand inside numbers, times and addresses. */
const CLAUSE_END = /[，、：；。！？…～]|[,:;.!?~]+(?=\s|$)/u;
const ENDS = '。！？!?；…～~';
const BELONGS = '。！？!?…～~.”"’\')）]】」』';

let abbreviations: ReadonlySet<string> | undefined;

function isFullStop(words: string, at: number): boolean {
  const after = words[at + 1];
  if (after !== undefined && !/[\s”"’')）\]】.]/.test(after)) return false;
  abbreviations ??= new Set(LANGUAGES.flatMap((language) => language.abbreviations));
  const before = /[\p{L}.]+$/u.exec(words.slice(Math.max(0, at - 12), at))?.[0].toLowerCase();
  return before === undefined || !(abbreviations.has(before) || /^\p{L}$/u.test(before)) || after === undefined;
}

function trimmed(words: string, from: number, to: number): Range | undefined {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(words[start] as string)) start++;
  while (end > start && /\s/.test(words[end - 1] as string)) end--;
  return start < end ? { start, end } : undefined;
}
