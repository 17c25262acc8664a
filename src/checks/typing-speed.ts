import * as v from 'valibot';
import { MINUTE } from '../core/time.ts';
import { firstClause } from '../matching/sentences.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { count, figure, figureFor } from './figure.ts';

export const typingSpeed = defineCheck({
  name: 'typing-speed',
  verb: 'limit',
  about:
    'The fewest characters that are typed in a minute, from what was said last to the message. Canned messages are passed over.',
  options: v.strictObject({
    least: v.pipe(figure(count), v.description('The fewest characters in a minute; blanks do not count.')),
    fewest: v.optional(
      v.pipe(figure(count), v.description('Messages of fewer characters are passed over: they tell nothing of speed.')),
      20,
    ),
  }),
  needs: () => ['times'],
  find(target, options) {
    const least = figureFor(options.least, target);
    if (least === undefined) return NO_PROBLEMS;
    const fewest = figureFor(options.fewest, target) ?? 0;
    return target.messages.flatMap((message) => {
      const { pause, facts, words } = message;
      if (pause === undefined || pause.least <= 0 || facts.canned === true) return [];
      const characters = words.replace(/\s+/g, '').length;
      const speed = (characters * MINUTE) / pause.least;
      if (characters < fewest || speed >= least) return [];
      return [{ message, range: firstClause(words), data: { rate: Math.round(speed), limit: least } }];
    });
  },
});
