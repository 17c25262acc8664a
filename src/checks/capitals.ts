import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import type { Problem, ReadMessage } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';
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
    const suspects = target.messages.filter(({ words }) => hasTwoCapitals(words));
    if (suspects.length === 0) return NO_PROBLEMS;
    const letters = figureFor(options.letters, target);
    const inARow = figureFor(options['in a row'], target);
    if (letters === undefined || inARow === undefined) return NO_PROBLEMS;
    const limits = { letters, inARow, except: new Set(options.except) };
    return suspects.flatMap((message) =>
      hasCapitals(message.words, letters) ? shoutsIn(message, limits) : NO_PROBLEMS,
    );
  },
});

function shoutsIn(message: ReadMessage, limits: Limits): Problem[] {
  return [...shoutedRuns(message.words, limits)].map(({ start, end }) => ({ message, range: { start, end } }));
}

/** Quick to look for, and in every shout. */
function hasTwoCapitals(words: string): boolean {
  let wasCapital = false;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    const isCapital =
      unit < 0x80 ? unit >= 0x41 && unit <= 0x5a : unit < 0x530 && unit >= 0xc0 && isUpper(words[at] as string);
    if (isCapital && wasCapital) return true;
    wasCapital = isCapital;
  }
  return false;
}

/** As many as a shouted word takes, at least; beyond ASCII any sign counts. */
function hasCapitals(words: string, least: number): boolean {
  let capitals = 0;
  for (let at = 0; at < words.length && capitals < least; at++) {
    const unit = words.charCodeAt(at);
    if ((unit >= 0x41 && unit <= 0x5a) || unit >= 0x80) capitals++;
  }
  return capitals >= least;
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** Latin and Cyrillic words; scripts without case cannot shout. */
const WORD = /[\p{Script=Latin}\p{Script=Cyrillic}\p{N}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}\p{N}'’_/&@.-]*/gu;

/** Between two words that do not shout together: the end of a sentence, an enumeration, words of another script. */
const BREAK = /[\n。！？、；,，;\p{Script=Han}]/u;

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
