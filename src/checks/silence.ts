import * as v from 'valibot';
import { surelyLonger } from '../core/time.ts';
import { firstClause } from '../matching/sentences.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { figure, figureFor, timeSpan } from './figure.ts';

export const silence = defineCheck({
  name: 'silence',
  verb: 'limit',
  about:
    'The longest time that the agent may say nothing before the place. Where the end of the words before is not known, they count as spoken slowly.',
  options: v.strictObject({ most: v.pipe(figure(timeSpan), v.description('The longest silence: 30 s.')) }),
  needs: () => ['times'],
  find(target, options) {
    const message = target.messages[0];
    const most = figureFor(options.most, target);
    const { silence: silent } = target;
    if (message === undefined || silent === undefined || most === undefined || !surelyLonger(silent, most))
      return NO_PROBLEMS;
    return [
      {
        message,
        range: firstClause(message.words),
        data: { wait: { milliseconds: silent.least }, limit: { milliseconds: most } },
      },
    ];
  },
});
