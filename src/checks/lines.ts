import * as v from 'valibot';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { figure, figureFor, count as wholeNumber } from './figure.ts';

export const lines = defineCheck({
  name: 'lines',
  verb: 'limit',
  about: 'How many lines with words the place has. The first line too many is reported.',
  options: v.strictObject({ most: v.pipe(figure(wholeNumber), v.description('How many are allowed.')) }),
  find(target, options) {
    const most = figureFor(options.most, target);
    if (most === undefined) return NO_PROBLEMS;
    const written = target.messages.flatMap((message) =>
      [...message.words.matchAll(LINE)].map(({ index, 0: words }) => ({
        message,
        range: { start: index, end: index + words.length },
      })),
    );
    const tooMany = written[most];
    return tooMany === undefined ? NO_PROBLEMS : [{ ...tooMany, data: { count: written.length, limit: most } }];
  },
});

/** Without the blanks around its words. */
const LINE = /\S(?:[^\n]*\S)?/gu;
