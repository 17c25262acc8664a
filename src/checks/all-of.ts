import type { NamedThings } from '../core/finding.ts';
import { firstClause } from '../matching/sentences.ts';
import { defineCompiledCheck, NO_PROBLEMS } from './check.ts';
import type { Wanted } from './wanted.ts';
import { has } from './wanted.ts';

/** Something that must be there, with what it is called in the languages of readers. */
export interface Asked {
  readonly called: NamedThings['names'][number];
  readonly wanted: readonly Wanted[];
}

export const allOf = defineCompiledCheck<{ readonly asked: readonly Asked[] }>({
  name: 'all-of',
  verb: 'require',
  about: 'Several things that must all stand in the place: what is missing is one finding at its first clause.',
  find(target, { asked }) {
    const message = target.messages.find(({ words }) => words.trim() !== '');
    if (message === undefined) return NO_PROBLEMS;
    const missing = asked.filter(({ wanted }) => !target.messages.some((one) => has(one, wanted)));
    if (missing.length === 0) return NO_PROBLEMS;
    const names = missing.map(({ called }) => called);
    return [{ message, range: firstClause(message.words), data: { missing: { names } } }];
  },
});
