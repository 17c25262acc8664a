import * as v from 'valibot';
import type { Need } from '../core/document-need.ts';
import type { FactName } from '../core/facts.ts';
import { firstClause } from '../matching/sentences.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import type { FactConditions } from './fact-conditions.ts';
import { conditionsIn, factConditions, factsHold, messageFactConditions } from './fact-conditions.ts';

export const facts = defineCheck({
  name: 'facts',
  verb: 'forbid',
  about:
    'What may not be the case: {disconnected by: agent}. Reported at the first clause of the place; where a fact is not known, nothing is.',
  options: v.strictObject({ ...factConditions, ...messageFactConditions }),
  needs: (conditions) => Object.keys(conditionsIn(conditions) ?? {}) as Need[],
  find(target, conditions) {
    const message = target.messages[0];
    const wanted: FactConditions | undefined = conditionsIn(conditions);
    if (message === undefined || wanted === undefined) return NO_PROBLEMS;
    const known = { ...target.facts, ...message.facts };
    if (!factsHold(wanted, known)) return NO_PROBLEMS;
    const data = Object.fromEntries(Object.keys(wanted).map((name) => [name, String(known[name as FactName])]));
    return [{ message, range: firstClause(message.words), data }];
  },
});
