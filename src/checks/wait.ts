import * as v from 'valibot';
import { surelyLonger } from '../core/time.ts';
import { firstClause } from '../matching/sentences.ts';
import { defineCheck } from './check.ts';
import { figure, figureFor, timeSpan } from './figure.ts';

export const wait = defineCheck({
  name: 'wait',
  verb: 'limit',
  about:
    'The longest time that the customer may wait for the reply. Broken only if the smallest possible wait is longer.',
  options: v.strictObject({
    most: v.pipe(figure(timeSpan), v.description('The longest wait: 90 s, 2 min, 24 h.')),
    error: v.optional(
      v.pipe(figure(timeSpan), v.description('A wait that is an error, whatever the severity of the rule.')),
    ),
    since: v.optional(
      v.pipe(
        v.picklist(['first message', 'last message']),
        v.description('Which of the customer’s messages the wait counts from.'),
      ),
      'last message',
    ),
  }),
  needs: () => ['times'],
  find(target, options) {
    const message = target.messages[0];
    const waited = options.since === 'first message' ? target.wait?.sinceFirst : target.wait?.sinceLast;
    const most = figureFor(options.most, target);
    if (message === undefined || waited === undefined || most === undefined || !surelyLonger(waited, most)) return [];
    const error = options.error === undefined ? undefined : figureFor(options.error, target);
    return [
      {
        message,
        severity: error !== undefined && surelyLonger(waited, error) ? 'error' : undefined,
        range: firstClause(message.words),
        data: { wait: { milliseconds: waited.least }, limit: { milliseconds: most } },
      },
    ];
  },
});
