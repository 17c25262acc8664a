import { DAY, HOUR, MINUTE } from './time.ts';

/** What the wall clock of a place says: milliseconds as if its clock were that of UTC. */
export type WallClock = (epoch: number) => number;

const clocks = new Map<string, WallClock | undefined>();

/** The clock of a time zone: `Asia/Almaty`, `+05:00`, `UTC+5`, `Z`; undefined where there is no such zone. */
export function wallClockOf(zone: string): WallClock | undefined {
  if (!clocks.has(zone)) clocks.set(zone, offsetClock(zone) ?? namedClock(zone));
  return clocks.get(zone);
}

function offsetClock(zone: string): WallClock | undefined {
  if (/^(?:Z|UTC|GMT)$/i.test(zone)) return (epoch) => epoch;
  const match = /^(?:UTC|GMT)?\s?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (match === null) return undefined;
  const offset = Number(match[2]) * HOUR + Number(match[3] ?? 0) * MINUTE;
  if (offset > 14 * HOUR) return undefined;
  return (epoch) => epoch + (match[1] === '-' ? -offset : offset);
}

function namedClock(zone: string): WallClock | undefined {
  let format: Intl.DateTimeFormat;
  try {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
  return (epoch) => {
    const parts = Object.fromEntries(format.formatToParts(epoch).map(({ type, value }) => [type, Number(value)]));
    const { year, month, day, hour, minute, second } = parts as Record<string, number>;
    return Date.UTC(year as number, (month as number) - 1, day, hour, minute, second);
  };
}

/** Milliseconds since midnight. */
export function timeOfDay(wall: number): number {
  return ((wall % DAY) + DAY) % DAY;
}

/** 0 is Sunday. */
export function weekday(wall: number): number {
  return (((Math.floor(wall / DAY) + 4) % 7) + 7) % 7;
}
