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
  find(target, options) {
    const letters = figureFor(options.letters, target);
    const inARow = figureFor(options['in a row'], target);
    if (letters === undefined || inARow === undefined) return [];
    const except = new Set(options.except);
    const problems: Problem[] = [];
    for (const message of target.messages) {
      if (!TWO_CAPITALS.test(message.words)) continue;
      for (const range of shoutedRuns(message.words, { letters, inARow, except })) problems.push({ message, range });
    }
    return problems;
  },
});

/** Quick to look for, and in every shout. */
const TWO_CAPITALS = /\p{Lu}\p{Lu}/u;

/** Latin and Cyrillic words; scripts without case cannot shout. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{N}'’_/&@.-]*/gu;

/** Between two words that do not shout together: the end of a sentence, an enumeration, words of another script. */
const BREAK = /[\n。！？、；\p{Script=Han}]/u;

interface Limits {
  readonly letters: number;
  readonly inARow: number;
  readonly except: ReadonlySet<string>;
}

interface Run {
  start: number;
  end: number;
  shouted: number;
  /** Shouted words and short ones in capitals. */
  words: number;
}

function* shoutedRuns(words: string, limits: Limits): Generator<Range> {
  let run: Run | undefined;
  for (const match of words.matchAll(WORD)) {
    const word = match[0].replace(/['’_/&@.-]+$/, '');
    const kind = kindOfWord(word, limits);
    if (kind === 'small' || (run !== undefined && BREAK.test(words.slice(run.end, match.index)))) {
      if (isShout(run, limits)) yield run;
      run = undefined;
    }
    if (kind === 'shouted' || kind === 'capital') {
      run ??= { start: match.index, end: 0, shouted: 0, words: 0 };
      run.end = match.index + word.length;
      run.words++;
      if (kind === 'shouted') run.shouted++;
    }
  }
  if (isShout(run, limits)) yield run;
}

/** Enough long words, or one among enough short ones: "NOT OUR FAULT". */
function isShout(run: Run | undefined, { inARow }: Limits): run is Run {
  return run !== undefined && (run.shouted >= inARow || (run.shouted > 0 && run.words > inARow));
}

/** A `capital` word is too short to shout by itself but goes on with a shout: "DO NOT CALL". */
function kindOfWord(word: string, { letters, except }: Limits): 'shouted' | 'capital' | 'small' | 'neutral' {
  const bare = word.replace(/[^\p{L}]/gu, '');
  if (bare === '') return 'neutral';
  // Codes and names hold digits or signs: SKU-1234, A1B2, WH-1000XM4, file_name.
  if (/[\p{N}_/@]/u.test(word) || /\p{L}\.\p{L}/u.test(word) || except.has(bare)) return 'neutral';
  if (bare !== bare.toUpperCase() || bare === bare.toLowerCase()) return 'small';
  return bare.length >= letters ? 'shouted' : 'capital';
}
