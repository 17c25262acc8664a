import * as v from 'valibot';
import type { Gap } from '../core/time.ts';
import { gap, MINUTE } from '../core/time.ts';
import { firstClause } from '../matching/sentences.ts';
import type { ReadMessage } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { count, figure, figureFor } from './figure.ts';

export const typingSpeed = defineCheck({
  name: 'typing-speed',
  verb: 'limit',
  about:
    'The fewest characters that are typed in a minute: from the start of the message to its end where both are known, else since the agent’s own words before it. Canned messages are passed over.',
  options: v.strictObject({
    least: v.pipe(figure(count), v.description('The fewest characters in a minute; blanks do not count.')),
    fewest: v.optional(
      v.pipe(figure(count), v.description('Messages of fewer characters are passed over: they tell nothing of speed.')),
      20,
    ),
    since: v.optional(
      v.pipe(
        v.picklist(['own words', 'last words']),
        v.description(
          'Where the start is not known: count from the agent’s own words just before, or from whatever was said last. The latter takes reading and looking things up for typing.',
        ),
      ),
      'own words',
    ),
  }),
  needs: () => [['times', 'end times']],
  find(target, options) {
    const least = figureFor(options.least, target);
    if (least === undefined) return NO_PROBLEMS;
    const fewest = figureFor(options.fewest, target) ?? 0;
    return target.messages.flatMap((message) => {
      const { facts, words } = message;
      const time = typingTime(message, options.since);
      if (time === undefined || time.least <= 0 || facts.canned === true) return [];
      const characters = words.replace(/\s+/g, '').length;
      const speed = (characters * MINUTE) / time.least;
      if (characters < fewest || speed >= least) return [];
      return [{ message, range: firstClause(words), data: { rate: Math.round(speed), limit: least } }];
    });
  },
});

function typingTime({ message, pause }: ReadMessage, since: 'own words' | 'last words'): Gap | undefined {
  const logged = gap(message.at, message.until);
  if (logged !== undefined) return logged;
  return since === 'last words' || pause?.isAfterOwn ? pause?.gap : undefined;
}
