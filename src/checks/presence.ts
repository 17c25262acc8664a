import type { Problem } from './check.ts';
import { defineCompiledCheck, NO_PROBLEMS } from './check.ts';
import type { Wanted } from './wanted.ts';
import { hitsOf } from './wanted.ts';

export const presence = defineCompiledCheck<{ readonly wanted: readonly Wanted[] }>({
  name: 'presence',
  verb: 'forbid',
  about: 'Phrases, concepts and detectors that may not stand in the place: each hit is a finding.',
  find(target, { wanted }) {
    let problems: Problem[] | undefined;
    for (const message of target.messages) {
      for (const { start, end, instead } of hitsOf(message, wanted)) {
        problems ??= [];
        problems.push({ message, range: { start, end }, instead });
      }
    }
    return problems ?? NO_PROBLEMS;
  },
});
