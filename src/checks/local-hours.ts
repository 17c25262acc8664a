import * as v from 'valibot';
import { parseTime } from '../core/parse-time.ts';
import { SAME_ZONE } from '../core/read-fact.ts';
import type { Time } from '../core/time.ts';
import { DAY } from '../core/time.ts';
import { timeOfDay, wallClockOf } from '../core/zone.ts';
import { firstClause } from '../matching/sentences.ts';
import type { Problem, Target } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { figure, figureFor } from './figure.ts';

const clockTime = v.pipe(
  v.string(),
  v.check((written) => parseTime(written)?.basis === 'clock', 'write a time of the day: "08:00"'),
  v.transform((written) => (parseTime(written) as Time).at),
);

export const localHours = defineCheck({
  name: 'local-hours',
  verb: 'limit',
  about:
    'Between which hours the customer may be reached, by the customer’s own clock: `recipient time`, else when it was `sent` or said in their `time zone`.',
  options: v.strictObject({
    earliest: v.pipe(figure(clockTime), v.description('From when on: "08:00".')),
    latest: v.pipe(figure(clockTime), v.description('Until when: "21:00".')),
  }),
  needs: () => [['recipient time', 'time zone']],
  find(target, options) {
    const message = target.messages[0];
    const earliest = figureFor(options.earliest, target);
    const latest = figureFor(options.latest, target);
    const clock = clockOf(target);
    if (message === undefined || clock === undefined || earliest === undefined || latest === undefined)
      return NO_PROBLEMS;
    // The seconds that were not written down may bring the time into the hours.
    const isOpen = (at: number) =>
      earliest <= latest ? at >= earliest && at <= latest : at >= earliest || at <= latest;
    if (isOpen(clock.at) || isOpen((clock.at + clock.precision - 1) % DAY)) return NO_PROBLEMS;
    const problem: Problem = {
      message,
      range: firstClause(message.words),
      data: { time: clockText(clock.at), earliest: clockText(earliest), latest: clockText(latest) },
    };
    return [problem];
  },
});

/** The time of the day where the customer is, or undefined where that cannot be known. */
function clockOf({ facts, messages }: Target): { readonly at: number; readonly precision: number } | undefined {
  const told = facts['recipient time'];
  // What the clock of the customer said has no zone that matters.
  if (told !== undefined && told.basis !== 'epoch') return { at: timeOfDay(told.at), precision: told.precision };
  const at = told ?? facts.sent ?? messages[0]?.message.at;
  const zone = facts['time zone'];
  if (at === undefined || zone === undefined) return undefined;
  if (zone === SAME_ZONE) return at.basis === 'epoch' ? undefined : { at: timeOfDay(at.at), precision: at.precision };
  const clock = at.basis === 'epoch' ? wallClockOf(zone) : undefined;
  return clock === undefined ? undefined : { at: timeOfDay(clock(at.at)), precision: at.precision };
}

function clockText(at: number): string {
  return new Date(at).toISOString().slice(11, 16);
}
