import { adjoining } from './adjoining.ts';
import type { Anchor, AnchorIndex } from './anchors.ts';
import { indexAnchors } from './anchors.ts';
import type { Exactness } from './fold.ts';
import { foldingFor } from './fold.ts';
import type { Cut, Pattern } from './pattern.ts';
import { cutOf, patternsOf } from './pattern.ts';
import { PhraseError, parsePhrase } from './phrase.ts';
import { byAnchor } from './trie.ts';

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

/** A phrase with what was worked out of it. */
export interface IndexedPhrase extends Phrase {
  readonly cut: Cut;
}

export interface IndexedSet extends PhraseSet {
  readonly phrases: readonly IndexedPhrase[];
}

/** All phrases of all rules, ready to be looked for together. Plain values but for the typed arrays. */
export interface Phrasebook {
  readonly sets: readonly IndexedSet[];
  readonly index: AnchorIndex;
  /** Three numbers for each pattern: its set, its phrase in the set, and which of the phrase's patterns it is. */
  readonly owners: Int32Array;
}

/** @throws PhraseError where a phrase cannot be read or has no words to look for. */
export function buildPhrasebook(sets: readonly PhraseSet[]): Phrasebook {
  const indexed = sets.map((set) => ({
    ...set,
    phrases: set.phrases.map((phrase) => ({ ...phrase, cut: cut(phrase.words) })),
  }));
  const owned = indexed.flatMap(({ phrases }, setNumber) =>
    phrases.flatMap((phrase, phraseNumber) =>
      readPhrase(phrase).map((pattern, patternNumber) => ({
        ...anchorOf(pattern, phrase),
        owner: [setNumber, phraseNumber, patternNumber],
      })),
    ),
  );
  owned.sort(byAnchor);
  return { sets: indexed, index: indexAnchors(owned), owners: Int32Array.from(owned.flatMap(({ owner }) => owner)) };
}

export function readPhrase({ words, cut }: IndexedPhrase): readonly Pattern[] {
  return patternsOf(parsePhrase(words), cut);
}

/** @throws PhraseError where the phrase cannot be read or has no words to look for. */
export function checkPhrase(words: string): void {
  cut(words);
}

function cut(words: string): Cut {
  const found = cutOf(parsePhrase(words));
  if (found === undefined) throw new PhraseError('the phrase needs at least one word that is always there', 0);
  return found;
}

function anchorOf({ anchor, before, after, isInner }: Pattern, phrase: Phrase): Anchor {
  return {
    words: foldingFor('none').words(anchor),
    isInner,
    before: adjoining(before, -1),
    after: adjoining(after, 1),
    first: keepsCase(phrase) ? asciiLetter(anchor) : undefined,
  };
}

function keepsCase({ exact }: Phrase): boolean {
  return exact === 'case' || exact === 'both';
}

/** The first unit of an anchor where it is a letter that nothing but width can change. */
function asciiLetter(anchor: string): number | undefined {
  return /^[A-Za-z]/.test(anchor) ? anchor.charCodeAt(0) : undefined;
}
