import { partitionPoint } from '../core/partition-point.ts';
import type { Span } from '../core/span.ts';
import type { Text } from '../core/text.ts';

/** A change of words, and the span of the source that is written for it. */
export interface PlacedChange {
  readonly span: Span;
  readonly was: string;
  readonly becomes: string;
}

/**
 * What the texts must say after the changes; undefined where a change stands in none of them, or not where it is said to.
 * The place is found again from the source, so that a mistake on the way there does not hide itself.
 */
export function expectedWords(texts: readonly Text[], changes: readonly PlacedChange[]): readonly string[] | undefined {
  const words = texts.map((text) => text.words);
  const outer = texts
    .map((text, index) => ({ index, text, ...outerSpan(text) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
  // From the last to the first, so that places before stay where they are.
  for (const { span, was, becomes } of [...changes].sort((a, b) => b.span.start - a.span.start)) {
    const start = span.start;
    let at = partitionPoint(outer, (one) => one.start > start) - 1;
    let found = false;
    // Texts lie apart, but those of a message in pieces may lie around others.
    for (let tries = 0; at >= 0 && tries < MOST_AROUND && !found; at--, tries++) {
      const { index, text, end } = outer[at] as (typeof outer)[number];
      if (end < span.end) continue;
      const place = offsetAt(text, start);
      if (place === undefined || text.words.slice(place, place + was.length) !== was) continue;
      const now = words[index] as string;
      words[index] = now.slice(0, place) + becomes + now.slice(place + was.length);
      found = true;
    }
    if (!found) return undefined;
  }
  return words;
}

const MOST_AROUND = 200;

function outerSpan(text: Text): Span {
  const { length } = text.words;
  const first = text.locate({ start: 0, end: 0 }).spans[0];
  const last = text.locate({ start: length, end: length }).spans.at(-1);
  return { start: first?.start ?? 0, end: last?.end ?? 0 };
}

/** The offset in the words of what stands at this place of the source. */
function offsetAt(text: Text, source: number): number | undefined {
  const startOf = (offset: number) => text.locate({ start: offset, end: offset }).spans[0]?.start ?? 0;
  let low = 0;
  let high = text.words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (startOf(middle) < source) low = middle + 1;
    else high = middle;
  }
  return startOf(low) === source ? low : undefined;
}
