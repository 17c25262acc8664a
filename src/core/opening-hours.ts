import type { Gap, Time } from './time.ts';
import { DAY, gap } from './time.ts';
import { timeOfDay, wallClockOf, weekday } from './zone.ts';

/** When somebody is there to answer. Time outside of it is nobody's wait. */
export interface OpeningHours {
  /** The zone that the hours are meant in; times without a zone are taken to be in it. */
  readonly zone?: string | undefined;
  /** Stretches of each day from Sunday, in milliseconds since midnight. */
  readonly days: readonly (readonly Stretch[])[];
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/** The time between two moments, or the part of it in which somebody was there. */
export function openGap(
  from: Time | undefined,
  to: Time | undefined,
  hours: OpeningHours | undefined,
): Gap | undefined {
  const whole = gap(from, to);
  if (whole === undefined || hours === undefined || from === undefined || to === undefined) return whole;
  const clock = to.basis === 'epoch' && hours.zone !== undefined ? wallClockOf(hours.zone) : undefined;
  // A moment of the world is no hour of the day where nobody says in which zone.
  if (to.basis === 'epoch' && clock === undefined) return whole;
  const end = clock === undefined ? to.at : clock(to.at);
  const start = end - (whole.most - to.precision);
  const days = to.basis === 'clock' ? anyDay(hours) : hours.days;
  return {
    least: openBetween(start + from.precision, end, days),
    most: openBetween(start, end + to.precision, days),
  };
}

/** A clock does not tell the day: any hour in which some day is open counts. */
function anyDay({ days }: OpeningHours): OpeningHours['days'] {
  const all = days.flat().sort((a, b) => a.from - b.from);
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of all) {
    const last = joined.at(-1);
    if (last !== undefined && from <= last.to) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return days.map(() => joined);
}

/** @param start and @param end by the wall clock */
function openBetween(start: number, end: number, days: OpeningHours['days']): number {
  if (end <= start) return 0;
  const weeks = Math.floor((end - start) / (7 * DAY));
  const perWeek = days.flat().reduce((sum, { from, to }) => sum + to - from, 0);
  let open = weeks * perWeek;
  for (let at = start + weeks * 7 * DAY; at < end; ) {
    const midnight = at - timeOfDay(at);
    const until = Math.min(end, midnight + DAY);
    for (const { from, to } of days[weekday(at)] ?? [])
      open += Math.max(0, Math.min(until, midnight + to) - Math.max(at, midnight + from));
    at = until;
  }
  return open;
}
