import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '../../src/core/edit.ts';
import { verbatim } from '../../src/core/text.ts';
import { withoutRanges } from '../../src/core/without-ranges.ts';

const START = 100;

/** A text in pieces, every other of which is cut. */
const pieces = fc.array(fc.string({ maxLength: 4 }), { minLength: 1, maxLength: 8 });

function cutEverySecond(all: readonly string[]) {
  const cut: { start: number; end: number }[] = [];
  let at = 0;
  all.forEach((piece, index) => {
    if (index % 2 === 1 && piece !== '') cut.push({ start: at, end: at + piece.length });
    at += piece.length;
  });
  const words = all.join('');
  return { words, cut, text: withoutRanges(verbatim(words, START), cut) };
}

test('what is left reads back from its places, and nothing of what is cut', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (all, a, b) => {
      const { words, cut, text } = cutEverySecond(all);
      expect(text.words).toBe(all.filter((_, index) => index % 2 === 0).join(''));
      const [start, end] = [a % (text.words.length + 1), b % (text.words.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const { spans, exact } = text.locate({ start, end });
      expect(exact).toBe(true);
      expect(spans.map((span) => words.slice(span.start - START, span.end - START)).join('')).toBe(
        text.words.slice(start, end),
      );
      for (const span of spans)
        for (const gap of cut)
          expect(span.start - START < gap.end && gap.start < span.end - START && span.end > span.start).toBe(false);
    }),
  );
});

test('an edit changes what is left and nothing else, or is refused', () => {
  fc.assert(
    fc.property(pieces, fc.nat(), fc.nat(), (all, a, b) => {
      const { words, cut, text } = cutEverySecond(all);
      const [start, end] = [a % (text.words.length + 1), b % (text.words.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const edit = text.edit({ start, end }, 'new');
      if (isRefusal(edit)) {
        expect(cut.length === 0 && !/[\ud800-\udfff]/.test(words)).toBe(false);
        return;
      }
      const from = edit.span.start - START;
      const to = edit.span.end - START;
      expect(words.slice(from, to)).toBe(text.words.slice(start, end));
      const moved = cut.map((gap) =>
        gap.start >= to ? { start: gap.start + 3 - (to - from), end: gap.end + 3 - (to - from) } : gap,
      );
      const after = withoutRanges(verbatim(words.slice(0, from) + edit.words + words.slice(to), START), moved);
      expect(after.words).toBe(`${text.words.slice(0, start)}new${text.words.slice(end)}`);
    }),
  );
});
