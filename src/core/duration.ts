import { DAY, HOUR, MINUTE, SECOND } from './time.ts';

/** Milliseconds of a length of time as people write it: "90 s", "1.5 h", "2 min", "3 days"; undefined if it is none. */
export function durationOf(written: string): number | undefined {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]+)\s*$/i.exec(written);
  if (match === null) return undefined;
  const unit = UNITS[(match[2] as string).toLowerCase()];
  return unit === undefined ? undefined : Number(match[1]) * unit;
}

const UNITS: Readonly<Record<string, number>> = {
  ms: 1,
  s: SECOND,
  sec: SECOND,
  second: SECOND,
  seconds: SECOND,
  min: MINUTE,
  minute: MINUTE,
  minutes: MINUTE,
  h: HOUR,
  hour: HOUR,
  hours: HOUR,
  d: DAY,
  day: DAY,
  days: DAY,
};
