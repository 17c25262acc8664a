import { expect, test } from 'vitest';
import type { Target } from '../../src/checks/check.ts';
import { steps } from '../../src/checks/steps.ts';

const found = (words: string) =>
  steps.find({ messages: [{ words }] } as unknown as Target, { most: 2 }).map(({ range }) => range?.start);

test('a step too many is found wherever it begins', () => {
  expect(found('1. a\n2. b\n  3. c')).toEqual([12]);
  expect(found('Please 1. a, 2. b,   3. c')).toEqual([21]);
  expect(found('①打开；②取出；③关上')).toEqual([8]);
});

test('runs of white space cost no more than their length', () => {
  const started = performance.now();
  expect(found(`a${' '.repeat(100_000)}b\n${'\t'.repeat(100_000)}`)).toEqual([]);
  expect(performance.now() - started).toBeLessThan(2000);
});
