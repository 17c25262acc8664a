import { refusal } from '../core/edit.ts';
import type { Range } from '../core/span.ts';
import type { Text } from '../core/text.ts';

/**
 * Paragraphs that a program broke into lines (RFC 3676): a line that ends in a blank goes on in the next one of the
 * same depth of quotes, and a blank before some lines was put there on the way.
 */
export function flowedText(text: Text, deletesSpace: boolean): Text {
  const kept = keptUnits(text.words, deletesSpace);
  if (kept === undefined) return text;
  const { words, starts } = kept;
  const end = text.words.length;
  const rangeIn = (range: Range): Range => {
    const start = range.start < words.length ? (starts[range.start] as number) : end;
    return { start, end: range.end > range.start ? (starts[range.end - 1] as number) + 1 : start };
  };
  return {
    words,
    locate(range) {
      if (range.start === range.end) return text.locate(rangeIn(range));
      const ranges: { start: number; end: number }[] = [];
      for (let unit = range.start; unit < range.end; unit++) {
        const at = starts[unit] as number;
        const last = ranges.at(-1);
        if (last?.end === at) last.end = at + 1;
        else ranges.push({ start: at, end: at + 1 });
      }
      const located = ranges.map((one) => text.locate(one));
      return { spans: located.flatMap(({ spans }) => spans), exact: located.every(({ exact }) => exact) };
    },
    edit(range, replacement) {
      if (/ \n|(?:^|\n)[ >]/.test(replacement)) return refusal('lines of this mail may not begin or end so');
      return text.edit(rangeIn(range), replacement);
    },
  };
}

/** The units that a reader sees, or undefined where all of them are. */
function keptUnits(words: string, deletesSpace: boolean): { words: string; starts: Int32Array } | undefined {
  const starts: number[] = [];
  let result = '';
  let isJoined = false;
  let depth = 0;
  const keep = (from: number, to: number) => {
    result += words.slice(from, to);
    for (let at = from; at < to; at++) starts.push(at);
  };
  for (let at = 0; at < words.length; ) {
    const feed = words.indexOf('\n', at);
    const end = feed < 0 ? words.length : feed;
    const begin = behindQuotes(words, at, end);
    const quotes = begin - at;
    const stuffed = words[begin] === ' ' ? begin + 1 : begin;
    const isContinued = isJoined && quotes === depth;
    // Where the line before should have gone on and could not, its break is there after all.
    if (isJoined && !isContinued) keep(at - 1, at);
    if (!isContinued && quotes > 0) keep(at, begin + (words[begin] === ' ' ? 1 : 0));
    const content = words.slice(stuffed, end);
    const isSignature = content === '-- ';
    isJoined = feed >= 0 && content.endsWith(' ') && !isSignature;
    depth = quotes;
    keep(stuffed, isJoined && deletesSpace ? end - 1 : end);
    if (feed >= 0 && !isJoined) keep(feed, feed + 1);
    at = end + 1;
  }
  return result.length === words.length ? undefined : { words: result, starts: Int32Array.from(starts) };
}

function behindQuotes(words: string, start: number, end: number): number {
  let at = start;
  while (at < end && words[at] === '>') at++;
  return at;
}
