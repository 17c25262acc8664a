import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NO_CONTEXT } from '../../src/detectors/detector.ts';
import { createMatcher } from '../../src/matching/matcher.ts';
import { PhraseError } from '../../src/matching/phrase.ts';
import { buildPhrasebook } from '../../src/matching/phrasebook.ts';
import { naiveHits } from './naive.ts';

/**
 * The matcher against a slow one that shares with it only the reading of phrases, the edges of words and the
 * endings (each has tests of its own): it tries every offset and follows every way through a phrase. Words are few, so that random texts hold what random phrases say.
 */
const WORDS = [
  'hold',
  'on',
  'i',
  "don't",
  'know',
  'the',
  'сіз',
  'кешір',
  'іңіз',
  'дер',
  'рақмет',
  '稍',
  '等',
  '一下',
  '您',
  '保证',
  '說',
  '说',
  '明天',
  '后',
  '後',
  '2',
  '50%',
];

const word = fc.constantFrom(...WORDS);

/** How the same words are really typed: other case, width, script, keyboard, composition; with invisible characters. */
const typed = fc.tuple(word, fc.nat(9)).map(([plain, how]) => {
  if (how === 0) return plain.toUpperCase();
  if (how === 1) return plain.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  if (how === 2) return plain.normalize('NFD');
  if (how === 3) return [...plain].join('\u200b');
  if (how === 4) return plain.replace(/[іңқ]/g, (letter) => ({ і: 'и', ң: 'н', қ: 'к' })[letter] as string);
  if (how === 5) return plain.replace(/['’]/, '’').replace('说', '說').replace('后', '後');
  return plain;
});

const between = fc.constantFrom(
  ' ',
  ' ',
  ' ',
  '',
  ', ',
  '. ',
  '  ',
  '\n',
  '\n\n',
  '\u3000',
  '，',
  '。',
  '！',
  '👍🏽',
  '\u00a0',
  '-'.repeat(16),
  '*'.repeat(17),
  'й'.normalize('NFD'),
  '𠮷',
);

const text = fc.array(fc.tuple(typed, between), { minLength: 1, maxLength: 9 }).map((pieces) => pieces.flat().join(''));

const phrase = fc.letrec<{ sequence: string; part: string }>((tie) => ({
  sequence: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { maxDepth: 2 },
    word,
    fc.tuple(word, fc.constantFrom(' ', '')).map(([one, blank]) => `${one}${blank}`),
    fc.array(tie('sequence'), { minLength: 1, maxLength: 3 }).map((options) => `(${options.join('|')})`),
    fc.array(tie('sequence'), { minLength: 1, maxLength: 2 }).map((options) => `[${options.join('|')}]`),
    fc.integer({ min: 1, max: 3 }).map((most) => ` ...${most} `),
    fc.constant('~ '),
    fc.constant(' '),
  ),
})).sequence;

/** A search is cut down to its sets after some texts. */
const MANY_TEXTS = 60;

test('the matcher and the slow one agree on random phrases and texts', () => {
  let compared = 0;
  let withHits = 0;
  fc.assert(
    fc.property(
      fc.array(phrase, { minLength: 1, maxLength: 5 }),
      fc.array(text, { minLength: 1, maxLength: 4 }),
      (phrases, texts) => {
        const readable = phrases.filter(isPhrase);
        fc.pre(readable.length > 0);
        const matcher = createMatcher(
          buildPhrasebook([
            { name: 'random', phrases: readable.map((words) => ({ words })) },
            { name: 'others', phrases: WORDS.map((words) => ({ words })) },
          ]),
        );
        const narrowed = matcher.narrowedTo([0]);
        for (let text = 0; text < MANY_TEXTS; text++) narrowed.read('', NO_CONTEXT);
        for (const words of texts) {
          const reading = matcher.read(words, NO_CONTEXT);
          const found = reading.hits(0).map(({ start, end }) => ({ start, end }));
          expect({ readable, words, found }).toEqual({ readable, words, found: naiveHits(readable, words) });
          const narrow = narrowed.read(words, NO_CONTEXT);
          expect(narrow.hits(0)).toEqual(reading.hits(0));
          // What it was not narrowed to is looked for when it is asked.
          expect(narrow.hits(1)).toEqual(reading.hits(1));
          compared++;
          if (found.length > 0) withHits++;
        }
      },
    ),
    { numRuns: 3000, seed: 20261121 },
  );
  // A generator whose texts hold nothing would prove nothing.
  expect(compared).toBeGreaterThan(4000);
  expect(withHits).toBeGreaterThan(1000);
});

function isPhrase(words: string): boolean {
  try {
    buildPhrasebook([{ name: 'one', phrases: [{ words }] }]);
    return true;
  } catch (error) {
    if (error instanceof PhraseError) return false;
    throw error;
  }
}
