import { adjoining } from './adjoining.ts';
import type { Anchor } from './anchors.ts';
import { anchorsOf, guardOf } from './anchors.ts';
import { foldingFor } from './fold.ts';
import type { Cut } from './pattern.ts';
import { cutOf, patternsOf } from './pattern.ts';
import { PhraseError, parsePhrase } from './phrase.ts';
import type { Phrase, Phrasebook } from './phrasebook.ts';

/** What was worked out of a phrase. */
export interface ReadPhrase {
  readonly cut: Cut;
  /** One for each of its patterns. */
  readonly anchors: readonly Anchor[];
}

/**
 * Phrases that were read, each once, since where to cut a phrase takes long to find. What ships was read when it was
 * built: a house rule then costs no more than its own phrases.
 */
export class ReadPhrases {
  readonly #read = new Map<string, ReadPhrase>();

  /** @param known a book whose phrases need not be read again */
  constructor(known?: Phrasebook) {
    if (known === undefined) return;
    const anchors = anchorsOf(known.index);
    const ofPhrases = new Map<Phrase, Anchor[]>();
    anchors.forEach((anchor, pattern) => {
      const [set, phrase, number] = known.owners.subarray(pattern * 3) as unknown as [number, number, number];
      const owner = known.sets[set]?.phrases[phrase] as Phrase;
      let own = ofPhrases.get(owner);
      if (own === undefined) {
        own = [];
        ofPhrases.set(owner, own);
      }
      own[number] = anchor;
    });
    for (const { phrases } of known.sets)
      for (const phrase of phrases)
        this.#read.set(keyOf(phrase), { cut: phrase.cut, anchors: ofPhrases.get(phrase) as Anchor[] });
  }

  has(phrase: Phrase): boolean {
    return this.#read.has(keyOf(phrase));
  }

  /** @throws PhraseError where the phrase cannot be read or has no words to look for */
  read(phrase: Phrase): ReadPhrase {
    const key = keyOf(phrase);
    let read = this.#read.get(key);
    if (read === undefined) {
      read = readPhrase(phrase);
      this.#read.set(key, read);
    }
    return read;
  }
}

/** The same words have the same anchors, but for the case of their first letter. */
function keyOf(phrase: Phrase): string {
  return `${keepsCase(phrase) ? 'case' : ''}\0${phrase.words}`;
}

function readPhrase(phrase: Phrase): ReadPhrase {
  const nodes = parsePhrase(phrase.words);
  const cut = cutOf(nodes);
  if (cut === undefined) throw new PhraseError('the phrase needs at least one word that is always there', 0);
  const anchors = patternsOf(nodes, cut).map(({ anchor, before, after, isInner }) => ({
    words: foldingFor('none').words(anchor),
    isInner,
    guard: guardOf(adjoining(before, -1), adjoining(after, 1), keepsCase(phrase) ? asciiLetter(anchor) : undefined),
  }));
  return { cut, anchors };
}

function keepsCase({ exact }: Phrase): boolean {
  return exact === 'case' || exact === 'both';
}

/** The first unit of an anchor where it is a letter that nothing but width can change. */
function asciiLetter(anchor: string): number | undefined {
  return /^[A-Za-z]/.test(anchor) ? anchor.charCodeAt(0) : undefined;
}
