import type { Range } from '../core/span.ts';
import type { Fault, Transform } from './transform.ts';
import { beginsSentence, isCode, wordsOf } from './transform.ts';

export const leftOut: Transform = {
  name: 'left-out',
  about: 'Nothing: the words go, with the comma or blank that belonged to them.',
  rewrite(fault) {
    const { message, range } = fault;
    if (isCode(message.words, range.start)) return undefined;
    // A question that has nothing but these words asks something.
    if (/^\s*[?？]/.test(message.words.slice(range.end))) return undefined;
    const { start, end } = withMarks(fault);
    const rest = message.words.slice(0, start) + message.words.slice(end);
    // Whoever said nothing else must say something new.
    if (!/[\p{L}\p{N}]/u.test(rest)) return undefined;
    const next = message.words.slice(end, end + 1);
    const shouldRise = /^\p{Lu}/u.test(wordsOf(fault)) && beginsSentence(message, range.start) && /^\p{Ll}/u.test(next);
    return {
      changes: [
        shouldRise
          ? { range: { start, end: end + 1 }, words: next.toUpperCase() }
          : { range: { start, end }, words: '' },
      ],
      isSure: false,
    };
  },
};

/** The words with what stood there because of them: a comma after them, else the blanks before. */
function withMarks({ message: { words }, range }: Fault): Range {
  const before = words.slice(0, range.start);
  const after = words.slice(range.end);
  const isFirst = /(?:^|[\n.!?。！？])\s*$/.test(before);
  // What stood alone takes the mark that ended it along.
  if (isFirst && /^[.。…!！~～]*\s*$/.test(after))
    return { start: before.trimEnd().length, end: words.trimEnd().length };
  if (isFirst) return { start: range.start, end: range.end + (/^[，,、~～.。…!！ \t]+/.exec(after)?.[0].length ?? 0) };
  const blanks = /[ \t]*$/.exec(before)?.[0].length ?? 0;
  const comma = /[，,][ \t]*$/.exec(before)?.[0].length ?? 0;
  if (comma > 0 && /^\s*(?:$|[\n，,。.!！?？])/.test(after)) return { start: range.start - comma, end: range.end };
  if (blanks > 0 && /^(?:\s|$|\p{P})/u.test(after)) return { start: range.start - blanks, end: range.end };
  return { start: range.start, end: range.end + (/^[ \t]+/.exec(after)?.[0].length ?? 0) };
}
