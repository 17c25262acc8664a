import type { Transform } from './transform.ts';
import { wordsOf } from './transform.ts';

export const once: Transform = {
  name: 'once',
  about: 'Of a word that stands there several times in a row, the first.',
  rewrite(fault) {
    const { range, instead, message } = fault;
    if (instead === undefined || !wordsOf(fault).startsWith(instead)) return undefined;
    const { length } = instead;
    const last = message.words.slice(range.end - length, range.end);
    // "at the The Golden Wok": the second one belongs to the name.
    const isName = /^\p{Lu}/u.test(last) && !/^\p{Lu}/u.test(instead);
    const cut = isName
      ? { start: range.start, end: range.end - length }
      : { start: range.start + length, end: range.end };
    if (cut.start >= cut.end) return undefined;
    // In "1 1" and "A A" the second may be another one; marks around a word may be its own.
    const isWord = /\p{Script=Han}/u.test(instead) || instead.length > 1;
    const isQuoted = /["'“”‘’«»*_~`]/.test((message.words[range.start - 1] ?? '') + (message.words[range.end] ?? ''));
    return { changes: [{ range: cut, words: '' }], isSure: isWord && !isQuoted && !PARTICLES.has(instead) };
  },
};

/** One of the two is often typed for another word that sounds alike: 近的的铁口 is 近的地铁口, and 了了 may be 为了 and 了解. */
const PARTICLES: ReadonlySet<string> = new Set('的了地得');
