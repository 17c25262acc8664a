import type { Anchor, AnchorIndex } from './anchors.ts';
import { indexAnchors } from './anchors.ts';
import type { Exactness } from './fold.ts';
import type { Cut, Pattern } from './pattern.ts';
import { patternsOf } from './pattern.ts';
import { parsePhrase } from './phrase.ts';
import { ReadPhrases } from './read-phrases.ts';
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

/** @throws PhraseError where a phrase cannot be read or has no words to look for */
export function buildPhrasebook(sets: readonly PhraseSet[], phrasesRead = new ReadPhrases()): Phrasebook {
  const indexed = sets.map((set) => ({
    ...set,
    phrases: set.phrases.map((phrase) => ({ ...phrase, cut: phrasesRead.read(phrase).cut })),
  }));
  const patterns: { readonly anchor: Anchor; readonly owner: readonly [number, number, number] }[] = [];
  sets.forEach((set, setNumber) => {
    set.phrases.forEach((phrase, phraseNumber) => {
      phrasesRead.read(phrase).anchors.forEach((anchor, number) => {
        patterns.push({ anchor, owner: [setNumber, phraseNumber, number] });
      });
    });
  });
  patterns.sort((one, other) => byAnchor(one.anchor, other.anchor));
  const owners = new Int32Array(patterns.length * 3);
  patterns.forEach(({ owner }, pattern) => {
    owners.set(owner, pattern * 3);
  });
  return { sets: indexed, index: indexAnchors(patterns.map(({ anchor }) => anchor)), owners };
}

export function readPhrase({ words, cut }: IndexedPhrase): readonly Pattern[] {
  return patternsOf(parsePhrase(words), cut);
}
