import * as v from 'valibot';
import type { Gap } from '../core/time.ts';
import { gap, MINUTE } from '../core/time.ts';
import { firstClause } from '../matching/sentences.ts';
import { spokenUnits } from '../matching/spoken.ts';
import type { Target } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { count, figure, figureFor, timeSpan } from './figure.ts';

export const speakingTime = defineCheck({
  name: 'speaking-time',
  verb: 'limit',
  about:
    'How long a recording may be: by its `duration`, else by the times of its messages, else by its words at a usual rate.',
  options: v.strictObject({
    most: v.pipe(figure(timeSpan), v.description('The longest: 30 s.')),
    rate: v.pipe(
      figure(count),
      v.description('How many Han characters, words or digits are spoken in a minute, where only the words are known.'),
    ),
  }),
  find(target, options) {
    const message = target.messages[0];
    const most = figureFor(options.most, target);
    if (message === undefined || most === undefined) return NO_PROBLEMS;
    const length = knownLength(target) ?? estimate(target, figureFor(options.rate, target));
    if (length === undefined || length <= most) return NO_PROBLEMS;
    return [
      {
        message,
        range: firstClause(message.words),
        data: { length: { milliseconds: length }, limit: { milliseconds: most } },
      },
    ];
  },
});

/** The smallest length that the source allows. */
function knownLength({ facts, messages }: Target): number | undefined {
  if (facts.duration !== undefined) return facts.duration;
  const lengths: (Gap | undefined)[] = messages.map(({ message }) => gap(message.at, message.until));
  return lengths.includes(undefined) ? undefined : lengths.reduce((sum, one) => sum + (one as Gap).least, 0);
}

function estimate({ messages }: Target, rate: number | undefined): number | undefined {
  if (rate === undefined || rate === 0) return undefined;
  return (messages.reduce((sum, { words }) => sum + spokenUnits(words), 0) * MINUTE) / rate;
}
