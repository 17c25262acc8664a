import * as v from 'valibot';
import type { Need } from '../core/document-need.ts';
import type { FactName } from '../core/facts.ts';
import { FACT_NAMES, FACTS } from '../core/facts.ts';
import { firstClause } from '../matching/sentences.ts';
import type { Problem } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import type { Figure } from './figure.ts';
import { count, figure, figureFor, timeSpan } from './figure.ts';

const countable = FACT_NAMES.filter((name) => FACTS[name].kind === 'count' || FACTS[name].kind === 'length');

export const amounts = defineCheck({
  name: 'amounts',
  verb: 'limit',
  about:
    'The most that facts in numbers may be: {rings: 3, ring time: 20 s}. The first that is more is reported, at the first clause of the place.',
  options: v.strictObject(
    Object.fromEntries(
      countable.map((name) => [
        name,
        v.optional(
          v.pipe(
            FACTS[name].kind === 'count' ? figure(count) : figure(timeSpan),
            v.description(`The most that is allowed. ${FACTS[name].about}`),
          ),
        ),
      ]),
    ),
  ),
  // One that is known is enough to look at.
  needs: (limits) => [namesIn(limits) as Need[]],
  find(target, limits) {
    const message = target.messages[0];
    if (message === undefined) return NO_PROBLEMS;
    for (const name of namesIn(limits)) {
      const value = target.facts[name];
      const most = figureFor((limits as Readonly<Record<string, Figure<number>>>)[name] as Figure<number>, target);
      if (typeof value !== 'number' || most === undefined || value <= most) continue;
      const written = (amount: number) => (FACTS[name].kind === 'length' ? { milliseconds: amount } : amount);
      const problem: Problem = {
        message,
        range: firstClause(message.words),
        data: { amount: written(value), limit: written(most) },
      };
      return [problem];
    }
    return NO_PROBLEMS;
  },
});

function namesIn(limits: object): readonly FactName[] {
  return countable.filter((name) => (limits as Readonly<Record<string, unknown>>)[name] !== undefined);
}
