import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import type { Problem } from './check.ts';
import { defineCheck } from './check.ts';
import { count, figure, figureFor } from './figure.ts';

export const capitals = defineCheck({
  name: 'capitals',
  verb: 'forbid',
  about:
    'Words shouted in capitals. Words that stand alone between small ones are taken for abbreviations unless they are in `words`.',
  options: v.strictObject({
    letters: v.pipe(figure(count), v.description('The fewest letters of a word that can shout.')),
    'in a row': v.optional(v.pipe(figure(count), v.description('How many such words must follow each other.')), 1),
    except: v.optional(v.pipe(v.array(v.string()), v.description('Abbreviations that are written in capitals.')), []),
  }),
  find(target, options, situation) {
    const letters = figureFor(options.letters, situation);
    const inARow = figureFor(options['in a row'], situation);
    if (letters === undefined || inARow === undefined) return [];
    const except = new Set(options.except);
    const problems: Problem[] = [];
    for (const message of target.messages) {
      for (const range of shoutedRuns(message.words, { letters, inARow, except })) problems.push({ message, range });
    }
    return problems;
  },
});

/** Latin and Cyrillic words; scripts without case cannot shout. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{N}'’_/&@.-]*/gu;

/** Sentences end a run, and so does a list: "VISA, AMEX" are two names, no shout. */
const BETWEEN_RUNS = /[\n。！？,，、;；]/;

function* shoutedRuns(
  words: string,
  limits: { letters: number; inARow: number; except: ReadonlySet<string> },
): Generator<Range> {
  let run: { start: number; end: number; shouted: number } | undefined;
  const isLongEnough = () => run !== undefined && run.shouted >= limits.inARow;
  for (const match of words.matchAll(WORD)) {
    const word = match[0].replace(/['’_/&@.-]+$/, '');
    const kind = kindOfWord(word, limits);
    const end = match.index + word.length;
    if (kind === 'small' || (run !== undefined && BETWEEN_RUNS.test(words.slice(run.end, match.index)))) {
      if (isLongEnough()) yield run as Range;
      run = undefined;
    }
    if (kind === 'shouted') run = { start: run?.start ?? match.index, end, shouted: (run?.shouted ?? 0) + 1 };
    else if (kind === 'capital' && run !== undefined) run.end = end;
  }
  if (isLongEnough()) yield run as Range;
}

/** A `capital` word is too short to shout by itself but goes on with a shout: "DO NOT CALL". */
function kindOfWord(
  word: string,
  { letters, except }: { letters: number; except: ReadonlySet<string> },
): 'shouted' | 'capital' | 'small' | 'neutral' {
  const bare = word.replace(/[^\p{L}]/gu, '');
  if (bare === '') return 'neutral';
  // Codes and names hold digits or signs: SKU-1234, A1B2, WH-1000XM4, file_name.
  if (/[\p{N}_/@]/u.test(word) || /\p{L}\.\p{L}/u.test(word) || except.has(bare)) return 'neutral';
  if (bare !== bare.toUpperCase() || bare === bare.toLowerCase()) return 'small';
  return bare.length >= letters ? 'shouted' : 'capital';
}
