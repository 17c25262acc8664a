import * as v from 'valibot';
import { cellsOf } from '../core/cells.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { figure, figureFor, count as wholeNumber } from './figure.ts';

export const lineWidth = defineCheck({
  name: 'line-width',
  verb: 'limit',
  about:
    'How wide a line may be, in cells of a fixed font: a Han character takes two. The first line that is too wide is reported; one with an address of the web cannot be broken and does not count.',
  options: v.strictObject({ most: v.pipe(figure(wholeNumber), v.description('The widest line that is allowed.')) }),
  find(target, options) {
    const most = figureFor(options.most, target);
    if (most === undefined) return NO_PROBLEMS;
    for (const message of target.messages) {
      for (const { index, 0: words } of message.words.matchAll(LINE)) {
        // No sign takes more than two cells.
        if (words.length * 2 <= most || words.includes('://')) continue;
        const count = cellsOf(words);
        if (count > most)
          return [{ message, range: { start: index, end: index + words.length }, data: { count, limit: most } }];
      }
    }
    return NO_PROBLEMS;
  },
});

const LINE = /\S(?:[^\n]*\S)?/gu;
