/**
 * When something was said, no more exact than the source says it.
 * - `epoch`: milliseconds since 1970 in UTC, the zone was known
 * - `local`: a date and a clock without a zone, in milliseconds as if it were UTC
 * - `clock`: milliseconds since midnight of an unknown day
 */
export interface Time {
  readonly basis: 'epoch' | 'local' | 'clock';
  readonly at: number;
  /** The true time lies in [at, at + precision) milliseconds: 60000 for minutes, 1000 for seconds. */
  readonly precision: number;
}

/** Bounds of the time between two moments, in milliseconds: longer than `least`, shorter than `most`. */
export interface Gap {
  readonly least: number;
  readonly most: number;
}

/** The time from one moment to a later one, or undefined where the two cannot be compared or run backwards. */
export function gap(from: Time | undefined, to: Time | undefined): Gap | undefined {
  if (from === undefined || to === undefined || from.basis !== to.basis) return undefined;
  let between = to.at - from.at;
  // Only a clock that falls back by more than half a day has passed midnight; less is a disordered log.
  if (from.basis === 'clock' && between < -DAY / 2) between += DAY;
  if (between < 0) return undefined;
  return { least: Math.max(0, between - from.precision), most: between + to.precision };
}

/** Whether the gap is longer than the limit whatever the seconds that were not written down. */
export function surelyLonger(between: Gap, limit: number): boolean {
  return between.least >= limit;
}

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
