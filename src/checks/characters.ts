import * as v from 'valibot';
import { charactersOf } from '../core/characters.ts';
import { firstClause } from '../matching/sentences.ts';
import type { Problem } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
import { figure, figureFor, count as wholeNumber } from './figure.ts';

export const characters = defineCheck({
  name: 'characters',
  verb: 'limit',
  about:
    'How long the place is, in characters as its language counts them: Chinese in 字, where two half-width signs are one; others in characters, a run of white space being one.',
  options: v.strictObject({
    most: v.optional(v.pipe(figure(wholeNumber), v.description('More is too long.'))),
    least: v.optional(v.pipe(figure(wholeNumber), v.description('Less is too short.'))),
  }),
  find(target, options) {
    const most = options.most === undefined ? undefined : figureFor(options.most, target);
    const least = options.least === undefined ? undefined : figureFor(options.least, target);
    const [first] = target.messages;
    if (first === undefined || (most === undefined && least === undefined)) return NO_PROBLEMS;
    const count = target.messages.reduce((sum, { words }) => sum + charactersOf(words, target.language), 0);
    const limit = most !== undefined && count > most ? most : least !== undefined && count < least ? least : undefined;
    if (limit === undefined) return NO_PROBLEMS;
    const message = target.messages.find(({ words }) => words.trim() !== '') ?? first;
    return [{ message, range: wholeLine(message.words), data: { count, limit } } satisfies Problem];
  },
});

/** What stands in one line is shown whole, of more the first clause. */
function wholeLine(words: string): { start: number; end: number } {
  const start = words.length - words.trimStart().length;
  const end = words.trimEnd().length;
  if (start >= end) return { start: 0, end: 0 };
  return words.slice(start, end).includes('\n') ? firstClause(words) : { start, end };
}
