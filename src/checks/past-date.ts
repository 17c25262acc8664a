import * as v from 'valibot';
import { foldingFor } from '../matching/fold.ts';
import type { NamedDay } from './calendar.ts';
import { daysIn, lastDayOf } from './calendar.ts';
import type { Problem, ReadMessage } from './check.ts';
import { defineCheck } from './check.ts';

export const pastDate = defineCheck({
  name: 'past-date',
  verb: 'forbid',
  about:
    'A day or month of a year that is over on the day of the run (`--today`). Silent where a later one stands in the same sentence, and without a year.',
  options: v.strictObject({}),
  find(target) {
    const { today } = target;
    if (today === undefined) return [];
    return target.messages.flatMap((message) => pastDays(message, today));
  },
});

function pastDays(message: ReadMessage, today: string): readonly Problem[] {
  const days = withYears(daysIn(foldingFor('none').words(message.words)));
  if (days.length === 0) return [];
  const problems: Problem[] = [];
  let next = 0;
  for (const sentence of message.sentences) {
    const here: NamedDay[] = [];
    for (; next < days.length && (days[next] as NamedDay).start < sentence.end; next++)
      here.push(days[next] as NamedDay);
    // A range such as 2025-12-01 to 2027-01-01 is not over, nor is a day that can be read as a later one.
    if (here.some((day) => day.year !== undefined && !isOver(day, today))) continue;
    for (const day of here) {
      if (!isOver(day, today) || day.start < (problems.at(-1)?.range.end ?? 0)) continue;
      problems.push({ message, range: { start: day.start, end: day.end }, data: { date: lastDayOf(day) ?? '' } });
    }
  }
  return problems;
}

function isOver(day: NamedDay, today: string): boolean {
  return (lastDayOf(day) ?? today) < today;
}

/** The end of a range is in the year of its beginning, or in the next: 2025-12-20 to 10 January. */
function withYears(days: readonly NamedDay[]): readonly NamedDay[] {
  let before: NamedDay | undefined;
  return days.map((day) => {
    const from = before;
    const isNear = from?.year !== undefined && day.start - from.end <= NEAR;
    const dated =
      day.year === undefined && isNear
        ? { ...day, year: (from.year as number) + (day.month < from.month ? 1 : 0) }
        : day;
    before = dated;
    return dated;
  });
}

/** As much as stands between the ends of a range. */
const NEAR = 8;
