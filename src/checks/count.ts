import * as v from 'valibot';
import type { Problem } from './check.ts';
import { defineCheck } from './check.ts';
import { figure, figureFor, count as wholeNumber } from './figure.ts';

export const count = defineCheck({
  name: 'count',
  verb: 'forbid',
  about: 'More of some marks in the whole place than allowed. The first one too many is reported.',
  options: v.strictObject({
    of: v.pipe(v.string(), v.nonEmpty(), v.description('The marks that count, together: "!！".')),
    most: v.pipe(figure(wholeNumber), v.description('How many are allowed.')),
  }),
  find(target, options) {
    const most = figureFor(options.most, target);
    if (most === undefined) return [];
    const marks = new Set(options.of);
    let seen = 0;
    let first: Problem | undefined;
    for (const message of target.messages) {
      for (let at = 0; at < message.words.length; at++) {
        if (!marks.has(message.words[at] as string)) continue;
        seen++;
        if (seen === most + 1) first = { message, range: { start: at, end: at + 1 } };
      }
    }
    return first === undefined ? [] : [{ ...first, data: { count: seen, limit: most } }];
  },
});
