import * as v from 'valibot';
import type { Range } from '../core/span.ts';
import { LANGUAGES } from '../languages/registry.ts';
import { isEdge, kindOf, WORD } from '../matching/characters.ts';
import { foldingFor } from '../matching/fold.ts';
import type { Problem } from './check.ts';
import { defineCheck, NO_PROBLEMS } from './check.ts';

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
    const { except, across } = exceptionsOf(options.except);
    let problems: Problem[] | undefined;
    for (const message of target.messages) {
      const found: Repetition[] = [];
      addRepeatedSpaced(found, message.words, except);
      addRepeatedHan(found, message.words, options.han, across);
      for (const { range, word } of found) {
        problems ??= [];
        problems.push({ message, range, data: { word }, instead: word });
      }
    }
    return problems ?? NO_PROBLEMS;
  },
});

interface Repetition {
  readonly range: Range;
  readonly word: string;
}

/** Words of scripts with spaces: one with only blanks between it and its double. */
function addRepeatedSpaced(found: Repetition[], words: string, except: ReadonlySet<string>): void {
  let start = -1;
  let end = -1;
  for (let at = 0; at < words.length; ) {
    const from = wordStart(words, at);
    if (from === words.length) return;
    const to = wordEnd(words, from);
    if (to - from === end - start && isSameWord(words, start, from, to - from) && isBlankBetween(words, end, from)) {
      const word = words.slice(start, end);
      if (isDoubledByMistake(words, word, start, to) && !except.has(foldingFor('none').words(word)))
        found.push({ range: { start, end: to }, word });
    }
    start = from;
    end = to;
    at = to;
  }
}

function wordStart(words: string, from: number): number {
  let at = from;
  while (at < words.length && kindOf(words.charCodeAt(at)) !== WORD) at++;
  return at;
}

function wordEnd(words: string, from: number): number {
  let at = from + 1;
  while (at < words.length && (kindOf(words.charCodeAt(at)) === WORD || !isEdge(words, at))) at++;
  return at;
}

function isSameWord(words: string, one: number, other: number, length: number): boolean {
  const folding = foldingFor('none');
  for (let unit = 0; unit < length; unit++) {
    if (folding.unit(words.charCodeAt(one + unit)) !== folding.unit(words.charCodeAt(other + unit))) return false;
  }
  return true;
}

function isBlankBetween(words: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (!' \t\u00a0'.includes(words[at] as string)) return false;
  return to > from;
}

/** Not numbers, not parts of a compound ("so-called so-called"), not names: "Duran Duran" but "The the". */
function isDoubledByMistake(words: string, word: string, start: number, end: number): boolean {
  if (!/^[\p{Script=Latin}\p{Script=Cyrillic}\p{M}'’]+$/u.test(word)) return false;
  if (words[start - 1] === '-' || words[end] === '-') return false;
  return !(isCapitalised(word) && isCapitalised(words.slice(end - word.length, end)));
}

function addRepeatedHan(found: Repetition[], words: string, characters: string, across: readonly string[]): void {
  for (let at = 0; at + 1 < words.length; at++) {
    if (words.charCodeAt(at) !== words.charCodeAt(at + 1)) continue;
    const character = words[at] as string;
    if (!characters.includes(character)) continue;
    let end = at + 2;
    while (words[end] === character) end++;
    const range = { start: at, end };
    if (!across.some((word) => isPartOf(word, words, range))) found.push({ range, word: character });
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

interface Exceptions {
  /** Folded. */
  readonly except: ReadonlySet<string>;
  /** Han words in which a doubled character is right. */
  readonly across: readonly string[];
}

/** The list is the same for every message, so it is sorted out once. */
const sortedOut = new WeakMap<readonly string[], Exceptions>();

/** The words of the rule and those of every language. */
function exceptionsOf(own: readonly string[]): Exceptions {
  let exceptions = sortedOut.get(own);
  if (exceptions === undefined) {
    const folding = foldingFor('none');
    const all = [...LANGUAGES.flatMap(({ doubled }) => doubled), ...own];
    exceptions = {
      except: new Set(all.map((word) => folding.words(word))),
      across: own.filter((word) => /\p{Script=Han}/u.test(word)),
    };
    sortedOut.set(own, exceptions);
  }
  return exceptions;
}
