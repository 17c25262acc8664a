import * as v from 'valibot';
import type { Gap } from '../core/time.ts';
import { gap, MINUTE } from '../core/time.ts';
import { firstClause } from '../matching/sentences.ts';
import { spokenUnits } from '../matching/spoken.ts';
import type { Problem, ReadMessage } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { count, figure, figureFor } from './figure.ts';

export const speechRate = defineCheck({
  name: 'speech-rate',
  verb: 'limit',
  about:
    'How many Han characters, words or digits may be spoken in a minute. For messages with a start and an end; broken only if the seconds that were not written down cannot excuse it.',
  options: v.strictObject({
    most: v.optional(v.pipe(figure(count), v.description('The fastest, in a minute.'))),
    least: v.optional(v.pipe(figure(count), v.description('The slowest, in a minute.'))),
    fewest: v.optional(
      v.pipe(figure(count), v.description('Messages of fewer characters, words and digits are passed over.')),
      20,
    ),
  }),
  needs: () => ['end times'],
  find(target, options) {
    const fewest = figureFor(options.fewest, target) ?? 0;
    const most = options.most === undefined ? undefined : figureFor(options.most, target);
    const least = options.least === undefined ? undefined : figureFor(options.least, target);
    if (most === undefined && least === undefined) return NO_PROBLEMS;
    return target.messages.flatMap((message) => {
      const spoken = spokenIn(message);
      if (spoken === undefined || spoken.units < fewest) return [];
      return problemIn(message, spoken, { most, least }) ?? [];
    });
  },
});

interface Spoken {
  readonly units: number;
  readonly time: Gap;
}

function spokenIn({ message, words }: ReadMessage): Spoken | undefined {
  const time = gap(message.at, message.until);
  return time === undefined || time.most <= 0 ? undefined : { units: spokenUnits(words), time };
}

function problemIn(
  message: ReadMessage,
  { units, time }: Spoken,
  { most, least }: { readonly most: number | undefined; readonly least: number | undefined },
): Problem | undefined {
  const slowest = (units * MINUTE) / time.most;
  const fastest = time.least <= 0 ? Number.POSITIVE_INFINITY : (units * MINUTE) / time.least;
  const found = (rate: number, limit: number): Problem => ({
    message,
    range: firstClause(message.words),
    data: { rate: Math.round(rate), limit },
  });
  if (most !== undefined && slowest > most) return found(slowest, most);
  if (least !== undefined && fastest < least) return found(fastest, least);
  return undefined;
}
