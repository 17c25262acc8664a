import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/edit.ts';
import type { Range } from '../../src/core/span.ts';
import type { Text } from '../../src/core/text.ts';
import { guarded, join, slice, unplaced, verbatim } from '../../src/core/text.ts';

/** The words that stand in the source at a range, piece by piece. */
function standing(source: string, text: Text, range: Range, base = 0): readonly string[] {
  return text.locate(range).spans.map(({ start, end }) => source.slice(start - base, end - base));
}

/** Every range of a text. */
function* rangesOf({ words }: Text): Generator<Range> {
  for (let start = 0; start <= words.length; start++)
    for (let end = start; end <= words.length; end++) yield { start, end };
}

describe('verbatim text', () => {
  test('stands in the source as it is, from its offset on', () => {
    const text = verbatim('bcd', 101);
    for (const range of rangesOf(text)) {
      expect(text.locate(range).exact).toBe(true);
      expect(standing('abcde', text, range, 100)).toEqual([text.words.slice(range.start, range.end)]);
    }
  });

  test('is edited where it stands', () => {
    expect(verbatim('bcd', 101).edit({ start: 1, end: 2 }, 'C!')).toEqual({
      span: { start: 102, end: 103 },
      words: 'C!',
    });
  });

  test('is never left with half a character', () => {
    const text = verbatim('a😊b', 0);
    expect(isRefusal(text.edit({ start: 1, end: 2 }, 'x'))).toBe(true);
    expect(isRefusal(text.edit({ start: 2, end: 3 }, 'x'))).toBe(true);
    expect(isRefusal(text.edit({ start: 0, end: 1 }, '\ud83d'))).toBe(true);
    expect(isRefusal(text.edit({ start: 1, end: 3 }, '👍'))).toBe(false);
  });
});

describe('a slice', () => {
  test('of a slice counts from its own start', () => {
    const source = '0123456789';
    const text = slice(slice(verbatim(source, 0), { start: 2, end: 9 }), { start: 1, end: 5 });
    expect(text.words).toBe('3456');
    for (const range of rangesOf(text))
      expect(standing(source, text, range)).toEqual([text.words.slice(range.start, range.end)]);
    expect(text.edit({ start: 0, end: 4 }, 'x')).toEqual({ span: { start: 3, end: 7 }, words: 'x' });
  });
});

describe('joined texts', () => {
  const source = '..abc..de...f';
  const parts = [slice(verbatim(source, 0), { start: 2, end: 5 }), verbatim('de', 7), verbatim('f', 12)];
  const text = join(parts, '\n');

  test('read as one', () => expect(text.words).toBe('abc\nde\nf'));

  test('stand where their parts stand, without the words between', () => {
    for (const range of rangesOf(text)) {
      const words = text.words.slice(range.start, range.end);
      expect(standing(source, text, range).join('')).toBe(words.replaceAll('\n', ''));
    }
    expect(standing(source, text, { start: 1, end: 6 })).toEqual(['bc', 'de']);
  });

  test('have an inexact place for words that stand nowhere: the start of the next part', () => {
    expect(text.locate({ start: 3, end: 4 })).toEqual({ spans: [{ start: 7, end: 7 }], exact: false });
    expect(text.locate({ start: 6, end: 7 })).toEqual({ spans: [{ start: 12, end: 12 }], exact: false });
  });

  test('have an empty place between their words, at the end of a part too', () => {
    expect(text.locate({ start: 3, end: 3 })).toEqual({ spans: [{ start: 5, end: 5 }], exact: true });
    expect(text.locate({ start: 4, end: 4 })).toEqual({ spans: [{ start: 7, end: 7 }], exact: true });
    expect(text.locate({ start: 8, end: 8 })).toEqual({ spans: [{ start: 13, end: 13 }], exact: true });
  });

  test('are edited in one part only', () => {
    for (const range of rangesOf(text)) {
      const edit = text.edit(range, 'x');
      const crosses = text.words.slice(range.start, range.end).includes('\n');
      expect(isRefusal(edit)).toBe(crosses);
      if (isRefusal(edit)) continue;
      expect(source.slice(edit.span.start, edit.span.end)).toBe(text.words.slice(range.start, range.end));
    }
  });

  test('that touch in the source are one place', () => {
    const touching = join([verbatim('ab', 0), verbatim('cd', 2)], '');
    expect(touching.locate({ start: 1, end: 3 })).toEqual({ spans: [{ start: 1, end: 3 }], exact: true });
  });

  test('are inexact where one of them is', () => {
    const mixed = join([verbatim('ab', 0), unplaced('cd', { start: 5, end: 9 })], ' ');
    expect(mixed.locate({ start: 0, end: 2 }).exact).toBe(true);
    expect(mixed.locate({ start: 0, end: 4 }).exact).toBe(false);
    expect(isRefusal(mixed.edit({ start: 3, end: 5 }, 'x'))).toBe(true);
  });

  test('may be sliced, nested and empty', () => {
    const nested = join([slice(text, { start: 1, end: 6 }), verbatim('', 12), text], '--');
    expect(nested.words).toBe('bc\nde----abc\nde\nf');
    for (const range of rangesOf(nested)) {
      const words = nested.words.slice(range.start, range.end);
      expect(standing(source, nested, range).join('')).toBe(words.replace(/[-\n]/g, ''));
    }
  });

  test('of one part are that part', () => expect(join([parts[1] as Text], '\n')).toBe(parts[1]));
});

describe('text without a place', () => {
  test('names its neighbourhood and cannot be edited', () => {
    const text = unplaced('words', { start: 3, end: 9 });
    expect(text.locate({ start: 1, end: 2 })).toEqual({ spans: [{ start: 3, end: 9 }], exact: false });
    expect(isRefusal(text.edit({ start: 0, end: 5 }, 'x'))).toBe(true);
  });
});

describe('guarded text', () => {
  const text = guarded(verbatim('abc', 10), ({ start, end }, words) =>
    start === 0 && end === 3 ? `not all of it by ${words}` : undefined,
  );

  test('refuses what is objected to, with the reason', () => {
    expect(text.edit({ start: 0, end: 3 }, 'x')).toMatchObject({ refused: 'not all of it by x' });
    expect(text.edit({ start: 0, end: 2 }, 'x')).toEqual({ span: { start: 10, end: 12 }, words: 'x' });
  });

  test('stays guarded in slices and joins', () => {
    const part = join([verbatim('z', 0), slice(text, { start: 0, end: 3 })], ' ');
    expect(isRefusal(part.edit({ start: 2, end: 5 }, 'x'))).toBe(true);
    expect(isRefusal(part.edit({ start: 2, end: 4 }, 'x'))).toBe(false);
  });
});
