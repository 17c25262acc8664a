import { describe, expect, test } from 'vitest';
import type { Source } from '../../src/core/source.ts';
import { linesOf, wholeFile } from '../../src/core/source.ts';

describe('lines of a source', () => {
  test.each([
    ['LF', 'ab\ncd\n\nef'],
    ['CRLF', 'ab\r\ncd\r\n\r\nef'],
    ['CR', 'ab\rcd\r\ref'],
    ['a mixture', 'ab\rcd\n\r\nef'],
  ])('end with %s', (_, text) => {
    const lines = linesOf(wholeFile('a.txt', text));
    expect([1, 2, 3, 4].map((number) => lines.line(number)?.words)).toEqual(['ab', 'cd', '', 'ef']);
    expect(lines.line(0)).toBeUndefined();
    expect(lines.line(5)).toBeUndefined();
  });

  test('LF before CR are two breaks, CR before LF is one', () => {
    expect(linesOf(wholeFile('a.txt', 'a\n\rb')).position(3)).toEqual({ line: 3, column: 1 });
    expect(linesOf(wholeFile('a.txt', 'a\r\nb')).position(3)).toEqual({ line: 2, column: 1 });
  });

  test('a break ends its own line, and both of its units are in it', () => {
    const lines = linesOf(wholeFile('a.txt', 'ab\r\nc'));
    expect([0, 2, 3, 4, 5].map((offset) => lines.position(offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 3 },
      { line: 1, column: 4 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
    ]);
  });

  test('a file that ends with a break has an empty last line, and an empty file one line', () => {
    expect(linesOf(wholeFile('a.txt', 'a\n')).line(2)).toEqual({ start: 2, words: '' });
    expect(linesOf(wholeFile('a.txt', '')).line(1)).toEqual({ start: 0, words: '' });
    expect(linesOf(wholeFile('a.txt', '')).position(0)).toEqual({ line: 1, column: 1 });
  });

  test('columns count UTF-16 units', () => {
    expect(linesOf(wholeFile('a.txt', '😊b')).position(2)).toEqual({ line: 1, column: 3 });
  });

  test('of a record count from the start of the file', () => {
    const record: Source = { path: 'a.jsonl', text: 'ab\ncd', base: { offset: 100, line: 7 } };
    const lines = linesOf(record);
    expect(lines.position(104)).toEqual({ line: 8, column: 2 });
    expect(lines.line(7)).toEqual({ start: 100, words: 'ab' });
    expect(lines.line(8)).toEqual({ start: 103, words: 'cd' });
    expect(lines.line(6)).toBeUndefined();
  });

  test('offsets outside are moved to the nearer end', () => {
    const record: Source = { path: 'a.jsonl', text: 'abc', base: { offset: 10, line: 2 } };
    expect(linesOf(record).position(3)).toEqual({ line: 2, column: 1 });
    expect(linesOf(record).position(99)).toEqual({ line: 2, column: 4 });
  });

  test('a file of many lines is searched, not walked', () => {
    const lines = linesOf(wholeFile('a.txt', 'x\n'.repeat(200_000)));
    for (let line = 1; line < 200_000; line += 997) expect(lines.position((line - 1) * 2)).toEqual({ line, column: 1 });
  });
});

describe('columns in bytes of UTF-8', () => {
  const text = 'é您😀a\r\nб\ud83db\n';
  const lines = linesOf({ path: 'a.txt', text, base: { offset: 100, line: 7 } });

  test('are those of the encoded line, in whatever order they are asked for', () => {
    const offsets = Array.from(text.matchAll(/./gsu), ({ index }) => index);
    const inAnyOrder = [...offsets, ...offsets.toReversed()];
    for (const offset of inAnyOrder) {
      const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
      const bytes = Buffer.byteLength(text.slice(lineStart, offset));
      const { line, byteColumn } = lines.position(100 + offset);
      expect([offset, line, byteColumn]).toEqual([offset, lineStart === 0 ? 7 : 8, bytes + 1]);
    }
  });
});
