import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import { overlaps } from '../core/span.ts';
import type { Problem, ReadMessage, Target } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { wantedSchema } from './phrases.ts';
import type { Wanted } from './wanted.ts';
import { hitsOf } from './wanted.ts';

/** What one step of an order asks for: any of these. */
type Step = readonly Wanted[];

export const order = defineCheck({
  name: 'order',
  verb: 'require',
  about:
    'Steps that must come in order, each by the first of its words that is there. The first that comes before a step it should follow is a finding; what is absent is none.',
  options: v.strictObject({
    of: v.pipe(
      v.array(wantedSchema),
      v.minLength(2),
      v.description('The steps in their order, each a phrase, @concept or <detector> or a list of them.'),
    ),
  }),
  phraseLists: ['of'],
  find(target, options) {
    // The compiler has made sets of the phrases.
    const found = firstOfEach(target, options.of as unknown as readonly Step[]);
    for (const step of found) {
      const late = found.find(({ number, at }) => number < step.number && at > step.at);
      if (late === undefined) continue;
      const data = { before: late.message.words.slice(late.range.start, late.range.end) };
      return [{ message: step.message, range: step.range, data } satisfies Problem];
    }
    return NO_PROBLEMS;
  },
});

interface FoundStep {
  readonly number: number;
  readonly message: ReadMessage;
  readonly range: Range;
  /** Where it stands in all messages of the target. */
  readonly at: number;
}

/** In reading order. Words that an earlier step takes say nothing of a later one: in "this is Aurora Bank", Aurora is no name. */
function firstOfEach({ messages }: Target, steps: readonly Step[]): readonly FoundStep[] {
  const found: FoundStep[] = [];
  const taken = new Map<ReadMessage, Range[]>();
  steps.forEach((step, number) => {
    let before = 0;
    let isFound = false;
    for (const message of messages) {
      const ranges = taken.get(message) ?? [];
      taken.set(message, ranges);
      const free = hitsOf(message, step).filter((hit) => !ranges.some((range) => overlaps(range, hit)));
      const [first] = free;
      if (first !== undefined && !isFound) {
        found.push({ number, message, range: { start: first.start, end: first.end }, at: before + first.start });
        isFound = true;
      }
      ranges.push(...free);
      before += message.words.length + 1;
    }
  });
  return found.sort((a, b) => a.at - b.at);
}
