import type { Token } from './shingles.ts';
import { sharedBetween, shinglesOf, tokensOf } from './shingles.ts';

/** The canned replies of a team, to be compared with what was sent. */
export interface CannedReplies {
  /** The entry that most of the words come from, or undefined where no entry has any of them. */
  nearest(words: string): CannedMatch | undefined;
}

export interface CannedMatch {
  /** What the library calls the entry. */
  readonly name: string;
  /** The share of the words that stand in the entry too, from 0 to 1. */
  readonly share: number;
  /** The words, as they are written, that the entry does not hold. */
  readonly own: readonly string[];
  /** The entry has slots to fill in. */
  readonly hasSlots: boolean;
}

export interface CannedReply {
  readonly name: string;
  readonly words: string;
}

/** Made once for all texts: which entries hold a run of three words. */
export function cannedReplies(entries: Iterable<CannedReply>): CannedReplies {
  const kept: { name: string; tokens: readonly Token[]; shingles: Uint32Array }[] = [];
  const holders = new Map<number, number[]>();
  for (const { name, words } of entries) {
    const tokens = tokensOf(words);
    const shingles = shinglesOf(tokens);
    for (const hash of shingles) {
      const list = holders.get(hash);
      if (list === undefined) holders.set(hash, [kept.length]);
      // What stands in so many entries tells none of them.
      else if (list.length < MOST_HOLDERS) list.push(kept.length);
    }
    kept.push({ name, tokens, shingles });
  }
  return {
    nearest(words) {
      const tokens = tokensOf(words);
      const shingles = shinglesOf(tokens);
      const counts = new Map<number, number>();
      let best: number | undefined;
      for (const hash of shingles) {
        for (const entry of holders.get(hash) ?? []) {
          const count = (counts.get(entry) ?? 0) + 1;
          counts.set(entry, count);
          if (best === undefined || count > (counts.get(best) ?? 0)) best = entry;
        }
      }
      const entry = best === undefined ? undefined : kept[best];
      if (entry === undefined) return undefined;
      return {
        name: entry.name,
        share: sharedBetween(shingles, entry.shingles) / shingles.length,
        own: wordsBeside(tokens, entry.tokens, words),
        hasSlots: entry.tokens.some((token) => token.words === '{}'),
      };
    },
  };
}

const MOST_HOLDERS = 256;

/** The tokens that the other text has not, or not as often, as they are written. */
function wordsBeside(tokens: readonly Token[], other: readonly Token[], written: string): readonly string[] {
  const left = new Map<string, number>();
  for (const { words } of other) left.set(words, (left.get(words) ?? 0) + 1);
  return tokens.flatMap(({ words, start }) => {
    const count = left.get(words) ?? 0;
    left.set(words, count - 1);
    return count > 0 ? [] : [written.slice(start, start + words.length)];
  });
}
