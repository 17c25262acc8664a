import { parseTime } from '../core/parse-time.ts';
import type { Time } from '../core/time.ts';

/** The time in a Date header, "Mon, 5 Jan 2026 09:00:00 +0800 (CST)", or as people write it. */
export function parseMailDate(written: string): Time | undefined {
  const match = written.length > LONGEST ? null : DATE.exec(written.trim());
  if (match === null) return parseTime(written);
  const [, day, month, year, hour, minute, second, zone] = match;
  const number = MONTHS.indexOf((month as string).toLowerCase()) + 1;
  if (number === 0) return undefined;
  const pad = (digits: string | number | undefined) => String(digits).padStart(2, '0');
  const clock = `${pad(hour)}:${pad(minute)}${second === undefined ? '' : `:${pad(second)}`}`;
  return parseTime(`${fullYear(year as string)}-${pad(number)}-${pad(day)} ${clock}${zoneOf(zone)}`);
}

const LONGEST = 80;
const DATE =
  /^(?:[A-Za-z]{3,9},?\s{1,4})?(\d{1,2})\s{1,4}([A-Za-z]{3})[a-z]{0,6}\s{1,4}(\d{4}|\d{2})\s{1,4}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s{1,4}([+-]\d{4}|[A-Z]{1,4}))?(?:\s{1,4}\([^()]{1,30}\))?$/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function fullYear(written: string): string {
  if (written.length === 4) return written;
  return `${Number(written) < 50 ? '20' : '19'}${written}`;
}

/** Names of zones that are not the same everywhere leave the time without one. */
function zoneOf(zone: string | undefined): string {
  if (zone === undefined) return '';
  return /^[+-]/.test(zone) ? zone : (ZONES[zone] ?? '');
}

const ZONES: Readonly<Record<string, string>> = {
  Z: 'Z',
  UT: 'UTC',
  UTC: 'UTC',
  GMT: 'UTC',
  EST: '-0500',
  EDT: '-0400',
  PST: '-0800',
  PDT: '-0700',
};
