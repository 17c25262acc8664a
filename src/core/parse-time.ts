import type { Time } from './time.ts';
import { DAY, HOUR, MINUTE, SECOND } from './time.ts';

/**
 * A time as people and programs write it, or undefined. Reads ISO 8601 with and without a zone, `2024/1/1 12:00`,
 * `2024-01-01 10:20:26`, `2024年5月1日 21:25`, `10:20`, `10:20:26`, `10:20 PM`, `下午2:05`, `14.05`.
 */
export function parseTime(written: string): Time | undefined {
  // What programs write, and what nearly every time in an export looks like.
  if (UTC.test(written)) {
    const at = Date.parse(written);
    return Number.isNaN(at) ? undefined : { basis: 'epoch', at, precision: SECOND };
  }
  const trimmed = written.trim();
  const match = trimmed.length > LONGEST ? null : PATTERN.exec(trimmed.replace(/：/g, ':'));
  const groups = match?.groups;
  if (groups === undefined) return undefined;
  const clock = clockOf(groups);
  if (clock === undefined) return undefined;
  const precision = groups['fraction'] !== undefined ? 1 : groups['second'] !== undefined ? SECOND : MINUTE;
  if (groups['year'] === undefined) return { basis: 'clock', at: clock, precision };
  const day = dayOf(Number(groups['year']), Number(groups['month']), Number(groups['day']));
  if (day === undefined) return undefined;
  if (groups['zone'] === undefined) return { basis: 'local', at: day + clock, precision };
  return { basis: 'epoch', at: day + clock - zoneOf(groups['zone']), precision };
}

/** Seconds or milliseconds since 1970: numbers from 2001 on tell which they are by their size. */
export function timeOfEpoch(value: number): Time | undefined {
  if (!Number.isFinite(value) || value < 1e9 || value > 1e14) return undefined;
  const isMilliseconds = value >= 1e11;
  const hasFraction = !Number.isInteger(value);
  return {
    basis: 'epoch',
    at: isMilliseconds ? Math.floor(value) : Math.floor(value * 1000),
    precision: isMilliseconds || hasFraction ? 1 : SECOND,
  };
}

const UTC = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

/** No time is longer; white space without end would make the pattern slow. */
const LONGEST = 60;

/** What Chinese clocks say before the hour, and where in the day it is. */
const DAY_PARTS: Readonly<Record<string, DayPart>> = {
  上午: 'am',
  早上: 'am',
  清晨: 'am',
  凌晨: 'am',
  中午: 'noon',
  下午: 'pm',
  傍晚: 'pm',
  晚上: 'evening',
};

type DayPart = 'am' | 'noon' | 'pm' | 'evening';

/** The words of `DAY_PARTS` for a regular expression. */
export const DAY_PART_WORDS = Object.keys(DAY_PARTS).join('|');

const PATTERN = new RegExp(
  '^(?:(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?(?:[T ,]\\s*|\\s*))?' +
    `(?<before>${DAY_PART_WORDS}|[AaPp][Mm])?\\s*` +
    '(?<hour>\\d{1,2})[:.](?<minute>\\d{2})(?:[:.](?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?\\s*' +
    '(?<after>[AaPp]\\.?\\s?[Mm]\\.?)?\\s*(?<zone>Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?$',
  'u',
);

function clockOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const hour = hourOf(Number(groups['hour']), dayPartOf(groups['before'] ?? groups['after']));
  const minute = Number(groups['minute']);
  const second = Number(groups['second'] ?? 0);
  if (hour === undefined || hour > 24 || (hour === 24 && minute + second > 0) || minute > 59 || second > 60)
    return undefined;
  const fraction = groups['fraction'] === undefined ? 0 : Math.floor(Number(`0.${groups['fraction']}`) * 1000);
  return hour * HOUR + minute * MINUTE + second * SECOND + fraction;
}

function dayPartOf(mark: string | undefined): DayPart | undefined {
  if (mark === undefined) return undefined;
  return DAY_PARTS[mark] ?? (/^a/i.test(mark) ? 'am' : 'pm');
}

/** The hour of 24, or undefined where the part of the day contradicts it. */
function hourOf(hour: number, part: DayPart | undefined): number | undefined {
  switch (part) {
    case undefined:
      return hour;
    case 'am':
      return hour <= 12 ? hour % 12 : undefined;
    case 'noon':
      return hour < 10 ? hour + 12 : hour;
    case 'pm':
      return hour < 12 ? hour + 12 : hour < 24 ? hour : undefined;
    case 'evening':
      // 晚上12:30 is half past midnight, of the day that ends or of the one that begins.
      return hour % 12 === 0 ? undefined : hourOf(hour, 'pm');
  }
}

function dayOf(year: number, month: number, day: number): number | undefined {
  const at = Date.UTC(year, month - 1, day);
  const date = new Date(at);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && at % DAY === 0 ? at : undefined;
}

function zoneOf(zone: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (match === null) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * HOUR + Number(match[3]) * MINUTE);
}
