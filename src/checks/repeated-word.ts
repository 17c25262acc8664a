import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { fold, foldTable } from '../matching/fold.ts';
import type { Problem } from './check.ts';
import { defineCheck } from './check.ts';

export const repeatedWord = defineCheck({
  name: 'repeated-word',
  verb: 'forbid',
  about:
    'A word that stands twice in a row by mistake: "the the", 的的. Words that double rightly are known per language.',
  options: v.strictObject({
    except: v.optional(v.pipe(v.array(v.string()), v.description('Words that may stand twice.')), []),
    han: v.pipe(
      v.string(),
      v.description('Han characters that never double: 的了是在您. Others do so all the time: 看看, 谢谢.'),
    ),
  }),
  find(target, options) {
    const except = new Set([...doubled(), ...options.except].map((word) => fold(word, foldTable('none'))));
    const problems: Problem[] = [];
    for (const message of target.messages) {
      const hits = [...repeatedSpaced(message.words, except), ...repeatedHan(message.words, options.han)];
      for (const { range, word } of hits) problems.push({ message, range, data: { word }, instead: word });
    }
    return problems;
  },
});

interface Repetition {
  readonly range: Range;
  readonly word: string;
}

const SPACED =
  /(?<![\p{L}\p{M}\p{N}'’-])([\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’]{0,30})([ \t\u00a0]+)(?=([\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’]{0,30})(?![\p{L}\p{M}\p{N}'’-]))/gu;

function* repeatedSpaced(words: string, except: ReadonlySet<string>): Generator<Repetition> {
  for (const match of words.matchAll(SPACED)) {
    const [, first, blank, second] = match as unknown as [string, string, string, string];
    if (first.toLowerCase() !== second.toLowerCase() || except.has(fold(first, foldTable('none')))) continue;
    // Names double: "Duran Duran", "New York, New York". A sentence may begin with the doubled word: "The the".
    if (isCapitalised(first) && isCapitalised(second)) continue;
    yield {
      range: { start: match.index, end: match.index + first.length + blank.length + second.length },
      word: first,
    };
  }
}

function* repeatedHan(words: string, characters: string): Generator<Repetition> {
  for (let at = 0; at + 1 < words.length; at++) {
    const character = words[at] as string;
    if (words[at + 1] !== character || !characters.includes(character)) continue;
    let end = at + 2;
    while (words[end] === character) end++;
    yield { range: { start: at, end }, word: character };
    at = end - 1;
  }
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

let allDoubled: readonly string[] | undefined;

function doubled(): readonly string[] {
  allDoubled ??= LANGUAGES.flatMap((language) => language.doubled);
  return allDoubled;
}
