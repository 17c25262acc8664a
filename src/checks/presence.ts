import type { Problem, ReadMessage } from './check.ts';
import { defineCompiledCheck } from './check.ts';
import type { Wanted } from './wanted.ts';
import { hitsOf } from './wanted.ts';

export const presence = defineCompiledCheck<{ readonly wanted: readonly Wanted[] }>({
  name: 'presence',
  verb: 'forbid',
  about: 'Phrases, concepts and detectors that may not stand in the place: each hit is a finding.',
  find: (target, { wanted }) => target.messages.flatMap((message) => problemsIn(message, wanted)),
});

function problemsIn(message: ReadMessage, wanted: readonly Wanted[]): Problem[] {
  return hitsOf(message, wanted).map((hit) => ({
    message,
    range: { start: hit.start, end: hit.end },
    instead: hit.instead,
  }));
}
