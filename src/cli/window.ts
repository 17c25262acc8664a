import { parseTime } from '../core/parse-time.ts';
import type { Time } from '../core/time.ts';
import { DAY } from '../core/time.ts';

/** A bound of `--since` or `--until`: a moment, or what a wall clock shows. */
export interface Bound {
  readonly basis: 'epoch' | 'local';
  readonly at: number;
}

/** The first moment of a day or the time itself, or undefined where it is neither. */
export function startOfWindow(written: string): Bound | undefined {
  return dayOf(written) ?? timeOf(written);
}

/** The first moment that is too late: the end of a day belongs to it. */
export function endOfWindow(written: string): Bound | undefined {
  const day = dayOf(written);
  if (day !== undefined) return { ...day, at: day.at + DAY };
  const time = timeOf(written);
  return time === undefined ? undefined : { basis: time.basis, at: time.at + time.precision };
}

/**
 * Whether a time lies before a bound; undefined where its day is not known. A time of a known moment and a bound of a wall
 * clock are compared by the clock.
 * @param clock what the wall clock showed at a moment
 */
export function isBefore(time: Time, bound: Bound, clock: (epoch: number) => number): boolean | undefined {
  if (time.basis === 'clock') return undefined;
  if (time.basis === bound.basis) return time.at < bound.at;
  return time.basis === 'epoch' ? clock(time.at) < bound.at : time.at < clock(bound.at);
}

function dayOf(written: string): Bound | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return undefined;
  const at = Date.parse(written);
  return Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== written ? undefined : { basis: 'local', at };
}

function timeOf(written: string): (Bound & { readonly precision: number }) | undefined {
  const time = parseTime(written);
  return time === undefined || time.basis === 'clock' ? undefined : (time as Bound & { readonly precision: number });
}
