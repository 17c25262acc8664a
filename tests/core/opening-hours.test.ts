import { describe, expect, test } from 'vitest';
import { daysOf, openingHours, stretchesOf } from '../../src/config/opening-hours.ts';
import { openGap } from '../../src/core/opening-hours.ts';
import { parseTime } from '../../src/core/parse-time.ts';
import type { Time } from '../../src/core/time.ts';
import { DAY, HOUR, MINUTE } from '../../src/core/time.ts';
import { timeOfDay, wallClockOf, weekday } from '../../src/core/zone.ts';

const week = openingHours('Asia/Almaty', { 'mon-fri': '09:00-18:00', sat: '10:00-14:00' });
const at = (written: string) => parseTime(written) as Time;

/** Hours between two times, to the second. */
function hours(from: string, to: string, open = week): number | undefined {
  const between = openGap(at(from), at(to), open);
  return between === undefined ? undefined : Math.round(between.most / MINUTE) / 60;
}

describe('time in which somebody is there', () => {
  test.each([
    ['within a day', '2026-05-04 10:00:00', '2026-05-04 12:00:00', 2],
    ['overnight', '2026-05-04 17:00:00', '2026-05-05 10:00:00', 2],
    ['over the weekend', '2026-05-01 17:00:00', '2026-05-04 10:00:00', 6],
    ['in the night', '2026-05-04 20:00:00', '2026-05-05 08:00:00', 0],
    ['on Sunday', '2026-05-03 09:00:00', '2026-05-03 18:00:00', 0],
    ['for weeks', '2026-05-04 09:00:00', '2026-06-01 09:00:00', 4 * 49],
  ])('%s', (_, from, to, expected) => expect(hours(from, to)).toBe(expected));

  test('goes by the zone of the hours where times have one', () => {
    // Almaty is five hours ahead of Greenwich.
    expect(hours('2026-05-04T12:00:00Z', '2026-05-05T05:00:00Z')).toBe(2);
    const unzoned = openingHours(undefined, { 'mon-fri': '09:00-18:00' });
    expect(hours('2026-05-04T12:00:00Z', '2026-05-05T05:00:00Z', unzoned)).toBe(17);
  });

  test('takes any hour that is open on some day where the day is not known', () => {
    expect(hours('17:00:00', '19:00:00')).toBe(1);
    expect(hours('23:00:00', '10:00:00')).toBe(1);
  });

  test('is as wide as the times are coarse', () => {
    expect(openGap(at('2026-05-04 17:00'), at('2026-05-04 17:10'), week)).toEqual({
      least: 9 * MINUTE,
      most: 11 * MINUTE,
    });
    expect(openGap(at('2026-05-04 17:59'), at('2026-05-05 09:00'), week)?.least).toBe(0);
  });

  test('is all of it without hours, and none where times cannot be compared', () => {
    expect(openGap(at('2026-05-02 22:00:00'), at('2026-05-03 22:00:00'), undefined)?.most).toBe(DAY + 1000);
    expect(openGap(at('10:00'), at('2026-05-03 22:00:00'), week)).toBeUndefined();
    expect(openGap(undefined, at('10:00'), week)).toBeUndefined();
  });

  test('costs no more for a century', () => {
    expect(hours('1926-05-03 09:00:00', '2026-05-04 09:00:00')).toBeGreaterThan(200_000);
  });
});

describe('days and hours as people write them', () => {
  test.each([
    ['mon', [1]],
    ['Mon-Fri', [1, 2, 3, 4, 5]],
    ['sat-sun', [6, 0]],
    ['mon, wed', [1, 3]],
    ['fri-mon', [5, 6, 0, 1]],
    ['monday', undefined],
    ['', undefined],
    ['mon-tue-wed', undefined],
  ])('%j', (written, days) => expect(daysOf(written)).toEqual(days));

  test.each([
    ['09:00-18:00', [{ from: 9 * HOUR, to: 18 * HOUR }]],
    [
      '22:00-06:00',
      [
        { from: 0, to: 6 * HOUR },
        { from: 22 * HOUR, to: 24 * HOUR },
      ],
    ],
    ['9-18', undefined],
    ['09:00', undefined],
  ])('%j', (written, stretches) => expect(stretchesOf(written)).toEqual(stretches));
});

describe('wall clocks', () => {
  test.each([
    ['Asia/Shanghai', 8],
    ['Asia/Almaty', 5],
    ['+05:30', 5.5],
    ['UTC-3', -3],
    ['Z', 0],
  ])('%s', (zone, offset) => {
    const noon = Date.UTC(2026, 4, 4, 12);
    expect(wallClockOf(zone)?.(noon)).toBe(noon + offset * HOUR);
  });

  test('know summer time', () => {
    const clock = wallClockOf('Europe/Berlin');
    expect(timeOfDay(clock?.(Date.UTC(2026, 0, 1, 12)) ?? 0)).toBe(13 * HOUR);
    expect(timeOfDay(clock?.(Date.UTC(2026, 6, 1, 12)) ?? 0)).toBe(14 * HOUR);
  });

  test('and days of the week', () => {
    expect(weekday(Date.UTC(2026, 4, 4))).toBe(1);
    expect(weekday(Date.UTC(1969, 11, 28, 23))).toBe(0);
  });

  test.each(['Nowhere', 'Europe/', '', '+25:00', 'x'.repeat(500)])('%j is none', (zone) =>
    expect(wallClockOf(zone)).toBeUndefined(),
  );
});
