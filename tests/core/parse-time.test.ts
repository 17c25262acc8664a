import { describe, expect, test } from 'vitest';
import { parseTime, timeOfEpoch } from '../../src/core/parse-time.ts';
import { HOUR, MINUTE, SECOND } from '../../src/core/time.ts';

const clock = (hour: number, minute: number, second?: number) => ({
  basis: 'clock',
  at: hour * HOUR + minute * MINUTE + (second ?? 0) * SECOND,
  precision: second === undefined ? MINUTE : SECOND,
});
const local = (iso: string, precision: number) => ({ basis: 'local', at: Date.parse(`${iso}Z`), precision });
const epoch = (iso: string, precision: number) => ({ basis: 'epoch', at: Date.parse(iso), precision });

describe('a clock', () => {
  test.each([
    ['10:20', clock(10, 20)],
    ['9:05', clock(9, 5)],
    ['10:20:26', clock(10, 20, 26)],
    ['10：20：26', clock(10, 20, 26)],
    [' 10:20 ', clock(10, 20)],
    ['00:00', clock(0, 0)],
    ['24:00', clock(24, 0)],
    ['14.05', clock(14, 5)],
    ['10:20:26.5', { ...clock(10, 20, 26), at: clock(10, 20, 26).at + 500, precision: 1 }],
    ['10:20:26,123', { ...clock(10, 20, 26), at: clock(10, 20, 26).at + 123, precision: 1 }],
  ])('%s', (written, time) => expect(parseTime(written)).toEqual(time));
});

describe('a clock of twelve hours', () => {
  test.each([
    ['10:20 AM', clock(10, 20)],
    ['10:20 pm', clock(22, 20)],
    ['10:20pm', clock(22, 20)],
    ['1:55 p.m.', clock(13, 55)],
    ['1:55 p. m.', clock(13, 55)],
    ['1:55\u202fPM', clock(13, 55)],
    ['12:00 AM', clock(0, 0)],
    ['12:30 pm', clock(12, 30)],
    ['0:30 AM', clock(0, 30)],
    ['0:30 PM', clock(12, 30)],
    ['PM 2:05', clock(14, 5)],
    ['13:05 PM', clock(13, 5)],
    ['上午9:30', clock(9, 30)],
    ['下午2:05', clock(14, 5)],
    ['下午 2:05', clock(14, 5)],
    ['下午12:10', clock(12, 10)],
    ['下午14:05', clock(14, 5)],
    ['中午12:30', clock(12, 30)],
    ['中午11:30', clock(11, 30)],
    ['中午1:10', clock(13, 10)],
    ['晚上8:15', clock(20, 15)],
    ['早上8:15', clock(8, 15)],
    ['清晨6:15', clock(6, 15)],
    ['傍晚6:15', clock(18, 15)],
    ['凌晨1:15', clock(1, 15)],
    ['凌晨0:30', clock(0, 30)],
    ['凌晨12:30', clock(0, 30)],
  ])('%s', (written, time) => expect(parseTime(written)).toEqual(time));

  // 晚上12:30 is half past midnight; of which day, nothing tells.
  test.each(['晚上12:30', '晚上0:30', '13:05 AM', '25:00 PM', '中午25:00'])('%s is no time', (written) =>
    expect(parseTime(written)).toBeUndefined(),
  );
});

describe('a date and a clock', () => {
  test.each([
    ['2024-01-01 10:20:26', local('2024-01-01T10:20:26', SECOND)],
    ['2024-01-01T10:20', local('2024-01-01T10:20', MINUTE)],
    ['2024/1/1 12:00', local('2024-01-01T12:00', MINUTE)],
    ['2024.1.1 12:00', local('2024-01-01T12:00', MINUTE)],
    ['2024-01-01, 12:00', local('2024-01-01T12:00', MINUTE)],
    ['2024年5月1日 21:25', local('2024-05-01T21:25', MINUTE)],
    ['2024年5月1日21:25', local('2024-05-01T21:25', MINUTE)],
    ['2024年5月1日 下午9:25', local('2024-05-01T21:25', MINUTE)],
    ['2024-02-29 00:00', local('2024-02-29T00:00', MINUTE)],
    ['2024-01-01T10:20:26.123', local('2024-01-01T10:20:26.123', 1)],
  ])('%s', (written, time) => expect(parseTime(written)).toEqual(time));
});

describe('a date and a clock in a zone', () => {
  test.each([
    ['2024-01-01T10:20:26Z', epoch('2024-01-01T10:20:26Z', SECOND)],
    ['2024-01-01T10:20:26+08:00', epoch('2024-01-01T02:20:26Z', SECOND)],
    ['2024-01-01T10:20:26-0530', epoch('2024-01-01T15:50:26Z', SECOND)],
    ['2024-01-01 10:20:26 UTC', epoch('2024-01-01T10:20:26Z', SECOND)],
    ['2024-01-01T10:20:26.123456789Z', epoch('2024-01-01T10:20:26.123Z', 1)],
  ])('%s', (written, time) => expect(parseTime(written)).toEqual(time));
});

describe('no time', () => {
  test.each([
    '',
    ' ',
    'soon',
    '10',
    '10:',
    ':20',
    '10:2',
    '10:60',
    '10:20:61',
    '24:01',
    '25:00',
    '99:99:99',
    '2024-13-01 10:20',
    '2024-02-30 10:20',
    '2023-02-29 10:20',
    '2024-01-01',
    '2024-01-01 10:20 tomorrow',
    'at 10:20',
    '10:20 10:20',
    '400-123-4567',
    '1.234.567',
    '1:2:3',
    '10:20:26.',
    '١٠:٢٠',
    '10:20 XM',
    `${'9'.repeat(10_000)}:00`,
    `${' '.repeat(10_000)}x`,
    `2024-01-01${' '.repeat(1_000_000)}x`,
  ])('%.40j', (written) => expect(parseTime(written)).toBeUndefined());
});

describe('an epoch', () => {
  test.each([
    [1_700_000_000, { basis: 'epoch', at: 1_700_000_000_000, precision: SECOND }],
    [1_700_000_000.25, { basis: 'epoch', at: 1_700_000_000_250, precision: 1 }],
    [1_700_000_000_123, { basis: 'epoch', at: 1_700_000_000_123, precision: 1 }],
  ])('%d', (value, time) => expect(timeOfEpoch(value)).toEqual(time));

  test.each([0, 12, -1_700_000_000, 1e18, Number.NaN, Number.POSITIVE_INFINITY])('%d is none', (value) =>
    expect(timeOfEpoch(value)).toBeUndefined(),
  );
});
