import type { Automaton } from './automaton.ts';
import { buildAutomaton } from './automaton.ts';
import type { Exactness } from './fold.ts';
import { foldingFor } from './fold.ts';
import type { Pattern } from './pattern.ts';
import { patternsOf } from './pattern.ts';
import { PhraseError, parsePhrase } from './phrase.ts';

/** A phrase as it stands in a rule or lexicon. */
export interface Phrase {
  readonly words: string;
  readonly exact?: Exactness | undefined;
  /** What to write instead. */
  readonly instead?: string | undefined;
  /** Number of a set: a hit that overlaps one of its hits does not count. */
  readonly except?: number | undefined;
}

/** Phrases of which any counts: a concept of the lexicon, or the list of a rule. */
export interface PhraseSet {
  readonly name: string;
  readonly phrases: readonly Phrase[];
  readonly except?: number | undefined;
}

/** All phrases of all rules, ready to be looked for together. Plain values but for the typed arrays. */
export interface Phrasebook {
  readonly sets: readonly PhraseSet[];
  readonly automaton: Automaton;
  /** Three numbers for each pattern: its set, its phrase in the set, and which of the phrase's patterns it is. */
  readonly owners: Int32Array;
}

/** @throws PhraseError where a phrase cannot be read or has no words to look for. */
export function buildPhrasebook(sets: readonly PhraseSet[]): Phrasebook {
  const anchors: string[] = [];
  const owners: number[] = [];
  const folding = foldingFor('none');
  sets.forEach((set, setNumber) => {
    set.phrases.forEach((phrase, phraseNumber) => {
      readPhrase(phrase.words).forEach((pattern, patternNumber) => {
        anchors.push(folding.words(pattern.anchor));
        owners.push(setNumber, phraseNumber, patternNumber);
      });
    });
  });
  return { sets, automaton: buildAutomaton(anchors), owners: Int32Array.from(owners) };
}

/** @throws PhraseError */
export function readPhrase(words: string): readonly Pattern[] {
  const patterns = patternsOf(parsePhrase(words));
  if (patterns === undefined) {
    throw new PhraseError('the phrase needs at least one word that is always there', 0);
  }
  return patterns;
}
