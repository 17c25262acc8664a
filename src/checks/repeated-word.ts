import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import { LANGUAGES } from '../languages/registry.ts';
import type { Problem } from './check.ts';
import { defineCheck } from './check.ts';

export const repeatedWord = defineCheck({
  name: 'repeated-word',
  verb: 'forbid',
  about:
    'A word that stands twice in a row by mistake: "the the", 的的. Words that double rightly are known per language.',
  options: v.strictObject({
    except: v.optional(
      v.pipe(
        v.array(v.string()),
        v.description(
          'Words that may stand twice; with Han characters, what a doubled one may rightly be part of: 现在在.',
        ),
      ),
      [],
    ),
    han: v.pipe(
      v.string(),
      v.description('Han characters that never double: 的了是在您. Others do so all the time: 看看, 谢谢.'),
    ),
  }),
  find(target, options) {
    const { except, across } = exceptionsIn(options.except);
    const problems: Problem[] = [];
    for (const message of target.messages) {
      const hits = [...repeatedSpaced(message.words, except), ...repeatedHan(message.words, options.han, across)];
      for (const { range, word } of hits) problems.push({ message, range, data: { word }, instead: word });
    }
    return problems;
  },
});

interface Exceptions {
  readonly except: ReadonlySet<string>;
  /** Han words in which a doubled character is right. */
  readonly across: readonly string[];
}

/** The list is the same for every message, so it is sorted out once. */
const sortedOut = new WeakMap<readonly string[], Exceptions>();

function exceptionsIn(words: readonly string[]): Exceptions {
  let exceptions = sortedOut.get(words);
  if (exceptions === undefined) {
    exceptions = {
      except: new Set([...doubled(), ...words.map((word) => word.toLowerCase())]),
      across: words.filter((word) => /\p{Script=Han}/u.test(word)),
    };
    sortedOut.set(words, exceptions);
  }
  return exceptions;
}

interface Repetition {
  readonly range: Range;
  readonly word: string;
}

const SPACED =
  /(?<![\p{L}\p{M}\p{N}'’-])([\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’]{0,30})([ \t\u00a0]+)(?=([\p{Script=Latin}\p{Script=Cyrillic}][\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’]{0,30})(?![\p{L}\p{M}\p{N}'’-]))/gu;

function* repeatedSpaced(words: string, except: ReadonlySet<string>): Generator<Repetition> {
  for (const match of words.matchAll(SPACED)) {
    const [, first, blank, second] = match as unknown as [string, string, string, string];
    if (first.toLowerCase() !== second.toLowerCase() || except.has(first.toLowerCase())) continue;
    // Names double: "Duran Duran", "New York, New York". A sentence may begin with the doubled word: "The the".
    if (isCapitalised(first) && isCapitalised(second)) continue;
    yield {
      range: { start: match.index, end: match.index + first.length + blank.length + second.length },
      word: first,
    };
  }
}

function* repeatedHan(words: string, characters: string, across: readonly string[]): Generator<Repetition> {
  for (let at = 0; at + 1 < words.length; at++) {
    const character = words[at] as string;
    if (words[at + 1] !== character || !characters.includes(character)) continue;
    let end = at + 2;
    while (words[end] === character) end++;
    const range = { start: at, end };
    if (!across.some((word) => isPartOf(word, words, range))) yield { range, word: character };
    at = end - 1;
  }
}

/** Whether the word stands around the range: two words meet there (现在 and 在), or the doubled one is a word (个个). */
function isPartOf(word: string, words: string, range: Range): boolean {
  const first = Math.max(0, range.end - word.length);
  for (let at = words.indexOf(word, first); at >= 0 && at <= range.start; at = words.indexOf(word, at + 1)) {
    if (at + word.length >= range.end) return true;
  }
  return false;
}

function isCapitalised(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

let allDoubled: readonly string[] | undefined;

function doubled(): readonly string[] {
  allDoubled ??= LANGUAGES.flatMap((language) => language.doubled);
  return allDoubled;
}
