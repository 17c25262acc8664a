import { expect, test } from 'vitest';
import { countingIn } from '../../src/core/counted.ts';
import { LOCALES } from '../../src/locales/registry.ts';

test('numbers are written as the language writes them', () => {
  expect(countingIn('en').number(1234567)).toBe('1,234,567');
  expect(countingIn('zh').number(1234567)).toBe('1,234,567');
  expect(countingIn('kk').number(1234567).replace(/\s/g, ' ')).toBe('1 234 567');
});

test('the form goes by the plural rules of the language', () => {
  const { counted } = countingIn('en');
  expect([0, 1, 2, 21].map((count) => counted(count, { one: 'file', other: 'files' }))).toEqual([
    '0 files',
    '1 file',
    '2 files',
    '21 files',
  ]);
  expect(countingIn('ru').counted(3, { one: 'файл', few: 'файла', other: 'файлов' })).toBe('3 файла');
});

test.each(LOCALES)('$locale sums a long run up in its own numbers', (wording) => {
  const summary = wording.summary({ error: 1234, warning: 1, info: 0, files: 4321, filesWithFindings: 2000 });
  const { number } = countingIn(wording.locale);
  for (const count of [1234, 4321, 2000]) expect(summary).toContain(number(count));
});
