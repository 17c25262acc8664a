import type { OpeningHours, Stretch } from '../core/opening-hours.ts';
import { parseTime } from '../core/parse-time.ts';

const DAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/** The days that "mon-fri", "sat" or "mon, wed" name, 0 being Sunday; undefined where they name none. */
export function daysOf(written: string): readonly number[] | undefined {
  const found: number[] = [];
  for (const part of written.toLowerCase().split(',')) {
    const [first, last = first, ...more] = part.trim().split(/\s*-\s*/);
    const from = DAYS.indexOf(first ?? '');
    const to = DAYS.indexOf(last ?? '');
    if (from < 0 || to < 0 || more.length > 0) return undefined;
    for (let day = from; ; day = (day + 1) % 7) {
      found.push(day);
      if (day === to) break;
    }
  }
  return found;
}

/** "09:00-13:00, 14:00-18:00"; one that ends before it begins goes on to midnight and from there. */
export function stretchesOf(written: string): readonly Stretch[] | undefined {
  const found: Stretch[] = [];
  for (const part of written.split(',')) {
    const [from, to, ...more] = part.split(/[-–—]/).map((time) => parseTime(time));
    if (from?.basis !== 'clock' || to?.basis !== 'clock' || more.length > 0) return undefined;
    if (from.at < to.at) found.push({ from: from.at, to: to.at });
    else found.push({ from: 0, to: to.at }, { from: from.at, to: 24 * 60 * 60 * 1000 });
  }
  return found;
}

export function openingHours(zone: string | undefined, open: Readonly<Record<string, string>>): OpeningHours {
  const days: Stretch[][] = DAYS.map(() => []);
  for (const [named, hours] of Object.entries(open))
    for (const day of daysOf(named) ?? []) days[day]?.push(...(stretchesOf(hours) ?? []));
  return { zone, days: days.map((stretches) => stretches.sort((a, b) => a.from - b.from)) };
}
