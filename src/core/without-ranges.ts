import { refusal } from './edit.ts';
import { partitionPoint } from './partition-point.ts';
import type { Range } from './span.ts';
import { joinTouching } from './span.ts';
import type { Text } from './text.ts';
import { slice } from './text.ts';

/** The text as if some of it were not there; what is left keeps its places. @param cut in reading order, apart */
export function withoutRanges(text: Text, cut: readonly Range[]): Text {
  if (cut.length === 0) return text;
  const parts = partsBetween(text, cut);
  /** The part that holds an offset; where two meet, the first. */
  const partAt = (offset: number): number =>
    Math.min(
      partitionPoint(parts, ({ end }) => end >= offset),
      parts.length - 1,
    );
  return {
    words: parts.map((part) => part.text.words).join(''),
    locate(range) {
      if (range.start === range.end) {
        // What stands nowhere stands before the words that follow it.
        const at = partAt(range.start);
        const next = parts[at + 1];
        const part = next !== undefined && next.start === range.start ? next : (parts[at] as Part);
        return part.text.locate(shifted(range, part));
      }
      const touched = partsOf(parts, partAt(range.start + 1), range);
      const located = touched.map((part) => part.text.locate(shifted(range, part)));
      return {
        spans: joinTouching(located.flatMap(({ spans }) => spans)),
        exact: located.every(({ exact }) => exact),
      };
    },
    edit(range, words) {
      const part = parts[partAt(range.start === range.end ? range.start : range.start + 1)] as Part;
      if (range.end > part.end) return refusal('the words run over a directive');
      return part.text.edit(shifted(range, part), words);
    },
  };
}

interface Part {
  readonly text: Text;
  /** Offsets among what is left. */
  readonly start: number;
  readonly end: number;
}

function partsBetween(text: Text, cut: readonly Range[]): readonly Part[] {
  const parts: Part[] = [];
  let from = 0;
  let start = 0;
  for (const { start: cutStart, end: cutEnd } of [...cut, { start: text.words.length, end: text.words.length }]) {
    const end = start + cutStart - from;
    if (end > start) parts.push({ text: slice(text, { start: from, end: cutStart }), start, end });
    from = cutEnd;
    start = end;
  }
  const whole = { start: text.words.length, end: text.words.length };
  return parts.length > 0 ? parts : [{ text: slice(text, whole), start: 0, end: 0 }];
}

function partsOf(parts: readonly Part[], first: number, range: Range): readonly Part[] {
  const touched: Part[] = [];
  for (let at = first; at < parts.length; at++) {
    const part = parts[at] as Part;
    if (part.start >= range.end) break;
    touched.push(part);
  }
  return touched;
}

/** The piece of the range that lies in the part, counted from the start of the part. */
function shifted({ start, end }: Range, part: Part): Range {
  const within = (offset: number) => Math.min(Math.max(offset, part.start), part.end) - part.start;
  return { start: within(start), end: within(end) };
}
