import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyEdits, isRefusal } from '../../src/core/edit.ts';
import { withLineFeeds } from '../../src/core/line-breaks.ts';
import { verbatim } from '../../src/core/text.ts';

const read = (source: string) => withLineFeeds(verbatim(source, 0));

describe('a text with line feeds', () => {
  test('has them for every kind of break', () => {
    expect(read('a\r\nb\rc\nd\r\n\r\n\re').words).toBe('a\nb\nc\nd\n\n\ne');
    expect(read('a\nb').words).toBe('a\nb');
  });

  test('is written with the breaks of the file', () => {
    expect(read('a\r\nb').edit({ start: 2, end: 3 }, 'c\nd')).toEqual({ span: { start: 3, end: 4 }, words: 'c\r\nd' });
    expect(read('ab').edit({ start: 1, end: 1 }, '\n')).toEqual({ span: { start: 1, end: 1 }, words: '\n' });
  });

  test('stands and is edited in its place, whatever the breaks', () => {
    const pieces = fc.constantFrom('a', '你', '😊', '\r\n', '\r', '\n', ' ');
    const lines = fc.array(pieces, { maxLength: 8 }).map((all) => all.join(''));
    fc.assert(
      fc.property(lines, lines, fc.nat(), fc.nat(), (source, replacement, from, to) => {
        const text = read(source);
        const { length } = text.words;
        const start = Math.min(from % (length + 1), to % (length + 1));
        const end = Math.max(from % (length + 1), to % (length + 1));
        const { spans, exact } = text.locate({ start, end });
        expect(exact).toBe(true);
        const standing = spans.map((span) => source.slice(span.start, span.end)).join('');
        expect(standing.replace(/\r\n?/g, '\n')).toBe(text.words.slice(start, end));
        const edit = text.edit({ start, end }, replacement);
        if (isRefusal(edit)) return;
        expect(read(applyEdits(source, [edit])).words).toBe(
          text.words.slice(0, start) + replacement + text.words.slice(end),
        );
      }),
      { seed: 8, numRuns: 5000 },
    );
  });

  test('refuses what could not be read back', () => {
    expect(isRefusal(read('ab').edit({ start: 1, end: 1 }, '\r'))).toBe(true);
    expect(isRefusal(read('a\rb').edit({ start: 2, end: 3 }, 'b\rc'))).toBe(true);
    expect(isRefusal(read('a\rb\n').edit({ start: 2, end: 3 }, ''))).toBe(true);
    expect(isRefusal(read('a\rb').edit({ start: 2, end: 3 }, 'c'))).toBe(false);
  });
});
