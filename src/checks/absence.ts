import { firstClause } from '../matching/sentences.ts';
import { defineCompiledCheck, NO_PROBLEMS } from './check.ts';
import type { Wanted } from './wanted.ts';
import { has } from './wanted.ts';

export const absence = defineCompiledCheck<{ readonly wanted: readonly Wanted[] }>({
  name: 'absence',
  verb: 'require',
  about: 'Phrases, concepts and detectors of which one must stand in the place: none is a finding at its first clause.',
  find(target, { wanted }) {
    if (target.messages.some((message) => has(message, wanted))) return NO_PROBLEMS;
    const message = target.messages.find(({ words }) => words.trim() !== '');
    return message === undefined ? NO_PROBLEMS : [{ message, range: firstClause(message.words) }];
  },
});
