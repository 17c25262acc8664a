import { parseTime } from '../core/parse-time.ts';
import type { Time } from '../core/time.ts';
import { DAY } from '../core/time.ts';

/** From when to when something was said. */
export interface Stretch {
  readonly time: Time;
  readonly until: Time | undefined;
}

/** A time, or two with a dash between them: "10:20:05-10:20:11". */
export function parseStretch(written: string): Stretch | undefined {
  const both = BOTH.exec(written);
  const time = parseTime(both?.[1] ?? written);
  return time === undefined ? undefined : { time, until: both === null ? undefined : untilOn(time, both[2]) };
}

const BOTH = /^(.*\d[:：]\d{2}(?:\.\d+)?)\s?(?:-->|[-–—~～至])\s?(\d{1,2}[:：]\d{2}.*)$/u;

/** The end as it is written after its start: a clock alone is of the same day, or of the next. */
export function untilOn(from: Time | undefined, written: string | undefined): Time | undefined {
  const until = written === undefined ? undefined : parseTime(written);
  if (from === undefined || until === undefined || from.basis === until.basis) return until;
  // A clock behind a time with a zone would need the zone.
  if (from.basis !== 'local' || until.basis !== 'clock') return undefined;
  const midnight = from.at - (((from.at % DAY) + DAY) % DAY);
  const at = midnight + until.at;
  return { ...until, basis: 'local', at: at < from.at ? at + DAY : at };
}
