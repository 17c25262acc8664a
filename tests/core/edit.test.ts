import { describe, expect, test } from 'vitest';
import { applyEdits, isRefusal, refusal } from '../../src/core/edit.ts';

const edit = (start: number, end: number, words: string) => ({ span: { start, end }, words });

describe('edits', () => {
  test('are made in one go, in any order', () => {
    const edits = [edit(4, 5, 'E!'), edit(0, 1, ''), edit(2, 4, 'x')];
    expect(applyEdits('abcde', edits)).toBe('bxE!');
    expect(applyEdits('abcde', [...edits].reverse())).toBe('bxE!');
  });

  test('may touch', () => {
    expect(applyEdits('abcd', [edit(0, 2, '1'), edit(2, 4, '2')])).toBe('12');
    expect(applyEdits('abcd', [edit(2, 4, '2'), edit(2, 2, '+'), edit(0, 2, '1')])).toBe('1+2');
  });

  test.each([
    ['one begins in another', [edit(0, 3, 'x'), edit(2, 4, 'y')]],
    ['one lies in another', [edit(0, 4, 'x'), edit(1, 2, 'y')]],
    ['an insertion lies in another', [edit(0, 4, 'x'), edit(2, 2, 'y')]],
    ['two are the same', [edit(1, 2, 'x'), edit(1, 2, 'x')]],
  ])('throw where %s', (_, edits) => {
    expect(() => applyEdits('abcde', edits)).toThrow(RangeError);
  });

  test('of a record count from the start of the file', () => {
    expect(applyEdits('abc', [edit(101, 102, 'B')], 100)).toBe('aBc');
  });

  test.each([
    ['before it', edit(98, 99, 'x')],
    ['over its start', edit(99, 101, 'x')],
    ['behind it', edit(104, 105, 'x')],
    ['over its end', edit(102, 104, 'x')],
    ['from the end to the start', edit(102, 101, 'x')],
  ])('throw where a span lies outside the text: %s', (_, one) => {
    expect(() => applyEdits('abc', [one], 100)).toThrow(RangeError);
  });

  test('none leave the text', () => {
    expect(applyEdits('abc', [])).toBe('abc');
  });

  test('a refusal is no edit', () => {
    expect(isRefusal(refusal('because'))).toBe(true);
    expect(isRefusal(edit(0, 1, 'x'))).toBe(false);
  });
});
