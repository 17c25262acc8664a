import stringWidth from 'fast-string-width';
import type { Lines } from '../core/source.ts';
import { unitInLine } from '../core/source.ts';
import type { Span } from '../core/span.ts';
import { calm, visible } from './visible.ts';

/** A place to show in a code frame. */
export interface Mark {
  readonly lines: Lines;
  readonly span: Span;
  /** `^` under the words at fault, `-` under what explains them. */
  readonly sign: '^' | '-';
  readonly label: string;
}

export interface FrameLine {
  /** The number of a source line, or undefined for what stands under one. */
  readonly number: number | undefined;
  readonly words: string;
  readonly sign?: Mark['sign'];
}

/** What of several spans stands in the line of the first, where that line is not shown as it is written: breaks of it are not seen. */
export function shownSpan(spans: readonly Span[], lines: Lines): Span | undefined {
  const [first] = spans;
  if (first === undefined || spans.length === 1) return first;
  const end = lines.line(lines.position(first.start).line)?.end;
  const last = end === undefined ? undefined : spans.findLast((span) => span.end <= end);
  return last === undefined ? first : { start: first.start, end: last.end };
}

/** Source lines with signs under the marked words, cut to the width. East Asian characters take two columns. */
export function frameOf(marks: readonly Mark[], width: number): readonly FrameLine[] {
  return marks.flatMap((mark) => markedLine(mark, width));
}

function markedLine({ lines, span, sign, label }: Mark, width: number): readonly FrameLine[] {
  const { line: number } = lines.position(span.start);
  const found = lines.line(number);
  if (found === undefined) return [];
  // Before it is cut: a command must not be put together from pieces.
  const line = { ...found, words: calm(found.words) };
  const start = unitInLine(line, span.start);
  const end = Math.max(unitInLine(line, span.end), start);
  const cut = cutAround(line.words, start, end, width);
  const before = visible(line.words.slice(cut.from, start));
  const marked = visible(line.words.slice(start, Math.min(end, cut.to)));
  const after = visible(line.words.slice(Math.min(end, cut.to), cut.to));
  const lead = cut.from > 0 ? '…' : '';
  const trail = cut.to < line.words.length ? '…' : '';
  const offset = stringWidth(lead) + stringWidth(before);
  const length = Math.max(1, stringWidth(marked));
  const note = label === '' ? '' : ` ${label}`;
  return [
    { number, words: `${lead}${before}${marked}${after}${trail}` },
    { number: undefined, words: `${' '.repeat(offset)}${sign.repeat(length)}${note}`, sign },
  ];
}

/** The part of a long line to show: the marked words with as much around them as the width has room for. */
function cutAround(words: string, start: number, end: number, width: number): { from: number; to: number } {
  // No line of a terminal holds more units than this, so nothing longer needs to be measured.
  const nearFrom = Math.max(0, start - width);
  const nearTo = Math.min(words.length, Math.max(end, start + 1) + width);
  if (nearFrom === 0 && nearTo === words.length && columns(words) <= width) return { from: 0, to: words.length };
  const room = width - 2;
  const shownEnd = Math.min(end, start + room);
  const wanted = Math.max(0, room - columns(words.slice(start, shownEnd)));
  let from = start;
  for (let used = 0; from > nearFrom && used < wanted / 3; from--) used += columns(words[from - 1] as string);
  let to = shownEnd;
  for (let used = columns(words.slice(from, start)); to < nearTo; to++) {
    used += columns(words[to] as string);
    if (used > wanted) break;
  }
  while (to > start + 1 && columns(words.slice(from, to)) > room) to--;
  return { from: betweenPairs(words, from), to: betweenPairs(words, to) };
}

function columns(words: string): number {
  return stringWidth(visible(words));
}

/** Not inside a surrogate pair. */
function betweenPairs(words: string, at: number): number {
  const unit = words.charCodeAt(at);
  return at > 0 && at < words.length && unit >= 0xdc00 && unit <= 0xdfff ? at - 1 : at;
}
