import * as v from 'valibot';
import type { Entry } from '../core/document.ts';
import { firstClause } from '../matching/sentences.ts';
import { sharedBetween, shinglesOf, tokensOf } from '../matching/shingles.ts';
import type { Problem } from './check.ts';
import { defineCheck } from './check.ts';
import { count, figure, figureFor } from './figure.ts';

export const nearDuplicate = defineCheck({
  name: 'near-duplicate',
  verb: 'forbid',
  place: 'library',
  about: 'An entry that says nearly the same as an earlier one, by the runs of three words that both have.',
  options: v.strictObject({
    share: v.pipe(
      figure(count),
      v.description('The smallest share of such runs, in percent, that makes two entries nearly the same.'),
    ),
    words: v.optional(
      v.pipe(figure(count), v.description('Entries with fewer words, or Han characters, are not compared.')),
      8,
    ),
  }),
  find(target, options) {
    const share = figureFor(options.share, target);
    const words = figureFor(options.words, target);
    if (share === undefined || words === undefined) return [];
    const seen = new SeenEntries(share / 100);
    const problems: Problem[] = [];
    target.messages.forEach((message, index) => {
      const tokens = tokensOf(message.words);
      if (tokens.length < words) return;
      const twin = seen.twinOf(shinglesOf(tokens), index);
      if (twin === undefined) return;
      const other = target.messages[twin.entry] as Problem['message'];
      problems.push({
        message,
        range: firstClause(message.words),
        data: { entry: nameOf(target.entries?.[twin.entry], twin.entry), share: Math.floor(twin.share * 100) },
        counterpart: { message: other, range: firstClause(other.words) },
      });
    });
    return problems;
  },
});

function nameOf(entry: Entry | undefined, index: number): string {
  return entry?.title?.words ?? entry?.id ?? `#${index + 1}`;
}

/**
 * Entries by MinHash: the smallest of each of many hashes of an entry's runs is equal in two entries as often as their
 * runs are. Entries that agree in all hashes of one band are compared, so that no entry is compared with every other.
 */
class SeenEntries {
  readonly #share: number;
  readonly #shingles: Uint32Array[] = [];
  /** Which entry each list of runs is of. */
  readonly #entries: number[] = [];
  readonly #bands: readonly Map<number, number[]>[] = Array.from({ length: BANDS }, () => new Map());

  constructor(share: number) {
    this.#share = share;
  }

  /** The earlier entry that this one says again, or undefined: then it is remembered. */
  twinOf(shingles: Uint32Array, entry: number): { readonly entry: number; readonly share: number } | undefined {
    const keys = bandKeys(shingles);
    let best: { entry: number; share: number } | undefined;
    const compared = new Set<number>();
    keys.forEach((key, band) => {
      for (const candidate of this.#bands[band]?.get(key) ?? []) {
        if (compared.has(candidate)) continue;
        compared.add(candidate);
        const share = likeness(shingles, this.#shingles[candidate] as Uint32Array);
        if (share >= this.#share && share > (best?.share ?? 0))
          best = { entry: this.#entries[candidate] as number, share };
      }
    });
    if (best !== undefined) return best;
    const number = this.#shingles.push(shingles) - 1;
    this.#entries.push(entry);
    keys.forEach((key, band) => {
      const bucket = this.#bands[band]?.get(key);
      if (bucket === undefined) this.#bands[band]?.set(key, [number]);
      else if (bucket.length < FULL) bucket.push(number);
    });
    return undefined;
  }
}

const BANDS = 12;
const ROWS = 3;
/** So many different entries under one key are boilerplate with little beside it; more are not compared. */
const FULL = 32;

function likeness(one: Uint32Array, other: Uint32Array): number {
  const shared = sharedBetween(one, other);
  return shared / (one.length + other.length - shared);
}

function bandKeys(shingles: Uint32Array): readonly number[] {
  const keys: number[] = [];
  for (let band = 0; band < BANDS; band++) {
    let key = band;
    for (let row = 0; row < ROWS; row++) {
      const [factor, addend] = HASHES[band * ROWS + row] as readonly [number, number];
      let least = 0xffffffff;
      for (const shingle of shingles) {
        const hash = mixed(Math.imul(shingle, factor) + addend);
        if (hash < least) least = hash;
      }
      key = mixed(Math.imul(key, 31) ^ least);
    }
    keys.push(key);
  }
  return keys;
}

function mixed(value: number): number {
  const half = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (half ^ (half >>> 13)) >>> 0;
}

/** The same in every run: odd factors and addends from a generator with a fixed start. */
const HASHES: readonly (readonly [number, number])[] = (() => {
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state;
  };
  return Array.from({ length: BANDS * ROWS }, () => [next() | 1, next()] as const);
})();
