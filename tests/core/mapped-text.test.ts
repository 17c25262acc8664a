import { describe, expect, test } from 'vitest';
import { isRefusal, refusal } from '../../src/core/edit.ts';
import { mappedText } from '../../src/core/mapped-text.ts';

// The source is `a\nb\u{1F60A}c` with escapes, and a gap of two units before the last letter.
const source = String.raw`a\nb\u{1F60A}..c`;
const words = 'a\nb😊c';
const map = { starts: [0, 1, 3, 4, 4, 15], ends: [1, 3, 4, 13, 13, 16], end: 16 };
const text = mappedText(
  words,
  () => map,
  (spelt) => (spelt === 'never' ? refusal('not that word') : spelt.toUpperCase()),
);
const standing = (start: number, end: number) =>
  text.locate({ start, end }).spans.map((span) => source.slice(span.start, span.end));

describe('mapped text', () => {
  test('stands where its units were written', () => {
    expect(standing(0, 1)).toEqual(['a']);
    expect(standing(1, 2)).toEqual([String.raw`\n`]);
    expect(standing(0, 3)).toEqual([String.raw`a\nb`]);
    expect(text.locate({ start: 0, end: 6 }).exact).toBe(true);
  });

  test('gives the whole escape for either half of a character', () => {
    expect(standing(3, 4)).toEqual([String.raw`\u{1F60A}`]);
    expect(standing(4, 5)).toEqual([String.raw`\u{1F60A}`]);
    expect(standing(3, 5)).toEqual([String.raw`\u{1F60A}`]);
  });

  test('is several spans where it is interrupted', () => {
    expect(standing(2, 6)).toEqual([String.raw`b\u{1F60A}`, 'c']);
  });

  test('has an empty place before each unit and at the end', () => {
    expect(text.locate({ start: 5, end: 5 })).toEqual({ spans: [{ start: 15, end: 15 }], exact: true });
    expect(text.locate({ start: 6, end: 6 })).toEqual({ spans: [{ start: 16, end: 16 }], exact: true });
  });

  test('is edited in the spelling of its place', () => {
    expect(text.edit({ start: 1, end: 3 }, 'xy')).toEqual({ span: { start: 1, end: 4 }, words: 'XY' });
    expect(text.edit({ start: 0, end: 1 }, 'never')).toMatchObject({ refused: 'not that word' });
  });

  test('is not edited where it is interrupted or inside an escape', () => {
    expect(isRefusal(text.edit({ start: 2, end: 6 }, 'x'))).toBe(true);
    expect(isRefusal(text.edit({ start: 3, end: 4 }, 'x'))).toBe(true);
    expect(isRefusal(text.edit({ start: 4, end: 6 }, 'x'))).toBe(true);
  });

  test('is not edited inside an escape that stands for two characters', () => {
    const shared = mappedText(
      'ab',
      () => ({ starts: [0, 0], ends: [2, 2], end: 2 }),
      (spelt) => spelt,
    );
    expect(isRefusal(shared.edit({ start: 0, end: 1 }, 'x'))).toBe(true);
    expect(isRefusal(shared.edit({ start: 1, end: 1 }, 'x'))).toBe(true);
    expect(shared.edit({ start: 0, end: 2 }, 'x')).toEqual({ span: { start: 0, end: 2 }, words: 'x' });
  });

  test('is not edited inside a character that is written as it is', () => {
    const plain = mappedText(
      '😊',
      () => ({ starts: [0, 1], ends: [1, 2], end: 2 }),
      (spelt) => spelt,
    );
    expect(isRefusal(plain.edit({ start: 0, end: 1 }, 'x'))).toBe(true);
    expect(plain.locate({ start: 0, end: 1 }).spans).toEqual([{ start: 0, end: 1 }]);
  });

  test('makes its map once, when a place is first asked for', () => {
    let made = 0;
    const lazy = mappedText(
      'a',
      () => {
        made++;
        return { starts: [0], ends: [1], end: 1 };
      },
      (spelt) => spelt,
    );
    expect(lazy.words).toBe('a');
    expect(made).toBe(0);
    lazy.locate({ start: 0, end: 1 });
    lazy.edit({ start: 0, end: 1 }, 'x');
    expect(made).toBe(1);
  });

  test('without a map names its neighbourhood and refuses edits', () => {
    const lost = mappedText(
      'a',
      () => refusal('cannot be followed', { start: 4, end: 9 }),
      (spelt) => spelt,
    );
    expect(lost.locate({ start: 0, end: 1 })).toEqual({ spans: [{ start: 4, end: 9 }], exact: false });
    expect(lost.edit({ start: 0, end: 1 }, 'x')).toMatchObject({ refused: 'cannot be followed' });
  });
});
