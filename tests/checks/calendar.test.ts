import { expect, test } from 'vitest';
import { daysIn, lastDayOf } from '../../src/checks/calendar.ts';
import { foldingFor } from '../../src/matching/fold.ts';

/** What the words name, by where it stands. */
function days(words: string): readonly string[] {
  return daysIn(foldingFor('none').words(words)).map((day) => lastDayOf(day) ?? `--${day.month}-${day.day}`);
}

test.each([
  ['2026-05-03', ['2026-05-03']],
  ['2026/5/3', ['2026-05-03']],
  ['2026.05.03', ['2026-05-03']],
  ['25.12.2026', ['2026-12-25']],
  ['03/05/2026', ['2026-05-03', '2026-03-05']],
  ['３月５日', ['--3-5']],
  ['2026年5月3日', ['2026-05-03']],
  ['2026年5月', ['2026-05-31']],
  ['3 May 2026', ['2026-05-03']],
  ['May 3rd, 2026', ['2026-05-03']],
  ['the 3rd of May', ['--5-3']],
  ['December 2025', ['2025-12-31']],
  ['2026 жылғы 3 мамырда', ['2026-05-03']],
  ['3 мамыр 2026', ['2026-05-03']],
  ['3 мая 2026 года', ['2026-05-03']],
  ['желтоқсанның 31-і, 30 желтоқсан', ['--12-31', '--12-30']],
  ['1 May 2026 to 3 May 2026', ['2026-05-01', '2026-05-03']],
])('%s', (words, expected) => expect(days(words)).toEqual(expected));

test.each([
  'may I',
  'казан',
  '13/13/2026',
  '31/02',
  '2026',
  '10月份',
  'order 2026-123',
  '32 May',
  '192.168.1.2026',
  'v1.2.2026.3',
])('no day in %s', (words) => expect(days(words)).toEqual([]));

test('is not slow in a text of dates', () => {
  const started = performance.now();
  expect(daysIn('1/1/2026 03/05/2026 '.repeat(20_000)).length).toBe(60_000);
  expect(performance.now() - started).toBeLessThan(4000);
});
