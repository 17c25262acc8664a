import { partitionPoint } from './partition-point.ts';

/**
 * A half-open range of UTF-16 offsets into the decoded source of a file, byte order mark counted.
 * It is the one coordinate of the program: lines, columns and bytes are made from it at the edge.
 */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A half-open range of UTF-16 offsets into the words of a `Text`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

export function contains(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Ranges in reading order, those that overlap joined: whether a range overlaps any of them is found quickly. */
export function union(ranges: readonly Range[]): readonly Range[] {
  const joined: { start: number; end: number }[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start)) {
    const last = joined.at(-1);
    if (last !== undefined && start < last.end) last.end = Math.max(last.end, end);
    else joined.push({ start, end });
  }
  return joined;
}

/** @param apart in reading order, none overlapping another */
export function overlapsAny(range: Range, apart: readonly Range[]): boolean {
  const next = apart[firstEndingAfter(apart, range.start)];
  return next !== undefined && overlaps(range, next);
}

/** The index of the first range that ends behind the offset. @param apart in reading order, none overlapping another */
export function firstEndingAfter(apart: readonly Range[], offset: number): number {
  return partitionPoint(apart, ({ end }) => end > offset);
}

/** Joins spans that touch; the spans must be in reading order. */
export function joinTouching(spans: readonly Span[]): readonly Span[] {
  const joined: { start: number; end: number }[] = [];
  for (const span of spans) {
    const last = joined.at(-1);
    if (last !== undefined && last.end === span.start) last.end = span.end;
    else joined.push({ start: span.start, end: span.end });
  }
  return joined;
}
