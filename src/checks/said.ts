import * as v from 'valibot';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { count, figure, figureFor } from './figure.ts';
import { wantedSchema } from './phrases.ts';
import type { Wanted } from './wanted.ts';
import { hitsOf } from './wanted.ts';

export const said = defineCheck({
  name: 'said',
  verb: 'limit',
  about:
    'How many messages of the place may hold phrases, @concepts or <detectors>. The first one too many is reported.',
  options: v.strictObject({
    of: v.pipe(wantedSchema, v.description('What is looked for.')),
    most: v.pipe(figure(count), v.description('How many messages may hold it.')),
  }),
  phraseOptions: ['of'],
  find(target, options) {
    const most = figureFor(options.most, target);
    if (most === undefined) return NO_PROBLEMS;
    // The compiler has made sets of the phrases.
    const wanted = options.of as unknown as readonly Wanted[];
    const holding = target.messages.flatMap((message) => {
      const hit = hitsOf(message, wanted)[0];
      return hit === undefined ? [] : [{ message, range: { start: hit.start, end: hit.end } }];
    });
    const first = holding[most];
    return first === undefined ? NO_PROBLEMS : [{ ...first, data: { amount: holding.length, limit: most } }];
  },
});
