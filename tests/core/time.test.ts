import { describe, expect, test } from 'vitest';
import type { Time } from '../../src/core/time.ts';
import { DAY, gap, HOUR, MINUTE, SECOND, surelyLonger } from '../../src/core/time.ts';

const clock = (hour: number, minute: number, second?: number): Time => ({
  basis: 'clock',
  at: hour * HOUR + minute * MINUTE + (second ?? 0) * SECOND,
  precision: second === undefined ? MINUTE : SECOND,
});
const epoch = (at: number, precision = SECOND): Time => ({ basis: 'epoch', at, precision });

describe('the gap between two times', () => {
  test('is as wide as the times are coarse', () => {
    // Said at 10:00:59 and 10:02:00, or at 10:00:00 and 10:02:59.
    expect(gap(clock(10, 0), clock(10, 2))).toEqual({ least: MINUTE, most: 3 * MINUTE });
    expect(gap(clock(10, 0, 0), clock(10, 2, 0))).toEqual({ least: 2 * MINUTE - SECOND, most: 2 * MINUTE + SECOND });
    expect(gap(clock(10, 0), clock(10, 2, 0))).toEqual({ least: MINUTE, most: 2 * MINUTE + SECOND });
    expect(gap(epoch(0, 1), epoch(500, 1))).toEqual({ least: 499, most: 501 });
  });

  test('holds every true gap', () => {
    for (const [from, to] of [
      [clock(10, 0), clock(10, 2)],
      [clock(10, 0), clock(10, 0)],
      [clock(10, 0, 30), clock(10, 1)],
      [clock(23, 59), clock(0, 1)],
    ] as const) {
      const found = gap(from, to);
      const day = to.at < from.at ? DAY : 0;
      for (const early of [0, from.precision - 1])
        for (const late of [0, to.precision - 1]) {
          const truth = to.at + late + day - (from.at + early);
          if (truth < 0) continue;
          expect(found?.least).toBeLessThanOrEqual(truth);
          expect(found?.most).toBeGreaterThanOrEqual(truth);
        }
    }
  });

  test('within one minute can be nothing', () => {
    expect(gap(clock(10, 0), clock(10, 0))).toEqual({ least: 0, most: MINUTE });
  });

  test('of clocks passes midnight', () => {
    expect(gap(clock(23, 59), clock(0, 1))).toEqual({ least: MINUTE, most: 3 * MINUTE });
    expect(gap(clock(23, 59, 50), clock(0, 0, 10))).toEqual({ least: 19 * SECOND, most: 21 * SECOND });
  });

  test('of clocks that fall back by less than half a day is unknown: the log is in disorder', () => {
    expect(gap(clock(10, 5), clock(10, 4))).toBeUndefined();
    expect(gap(clock(23, 0), clock(11, 0))).toBeUndefined();
    expect(gap(clock(23, 1), clock(11, 0))).toEqual({ least: 12 * HOUR - 2 * MINUTE, most: 12 * HOUR });
  });

  test('of dated times that run backwards is unknown, whatever the distance', () => {
    expect(gap(epoch(DAY), epoch(0))).toBeUndefined();
  });

  test('of different kinds of times is unknown', () => {
    expect(gap(clock(10, 0), epoch(0))).toBeUndefined();
    expect(gap({ ...clock(10, 0), basis: 'local' }, epoch(0))).toBeUndefined();
    expect(gap(undefined, clock(10, 0))).toBeUndefined();
    expect(gap(clock(10, 0), undefined)).toBeUndefined();
  });
});

describe('a limit is broken only where the smallest possible gap exceeds it', () => {
  test('in minutes', () => {
    const between = gap(clock(10, 0), clock(10, 2));
    expect(between && surelyLonger(between, 2 * MINUTE)).toBe(false);
    const longer = gap(clock(10, 0), clock(10, 3));
    expect(longer && surelyLonger(longer, 2 * MINUTE)).toBe(true);
  });
});
