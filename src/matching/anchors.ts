import type { Adjoining } from './adjoining.ts';
import { mayAdjoin } from './adjoining.ts';
import { isEdge, kindOf, WORD } from './characters.ts';
import { foldingFor } from './fold.ts';
import type { Trie } from './trie.ts';
import { buildTrie, ENDS, LAST, LINK_BITS, patternsIn, pruned } from './trie.ts';

/** What a pattern is looked for by, and what tells at once that it is not what was meant. */
export interface Anchor {
  /** Folded; not empty. */
  readonly words: string;
  /** It may begin in the middle of a word. */
  readonly isInner: boolean;
  /** What must hold where it stands: `GUARD` numbers. */
  readonly guard: ArrayLike<number>;
}

/** The anchors of all patterns. Plain typed arrays, so that it can be built once and written into a file. */
export interface AnchorIndex {
  readonly trie: Trie;
  /** By pattern: what must hold where its anchor stands, `GUARD` numbers each. */
  readonly guards: Int32Array;
}

/** A pattern's number is the index of its anchor. @param anchors in the order of `byAnchor` */
export function indexAnchors(anchors: readonly Anchor[]): AnchorIndex {
  const guards = new Int32Array(anchors.length * GUARD);
  anchors.forEach(({ guard }, pattern) => {
    guards.set(guard, pattern * GUARD);
  });
  return { trie: buildTrie(anchors), guards };
}

/** The anchors that an index was made of, in the order of their numbers. */
export function anchorsOf({ trie, guards }: AnchorIndex): readonly Anchor[] {
  const anchors: Anchor[] = [];
  for (const { words, isInner, from, to } of patternsIn(trie))
    for (let pattern = from; pattern < to; pattern++)
      anchors[pattern] = { words, isInner, guard: guards.subarray(pattern * GUARD, (pattern + 1) * GUARD) };
  return anchors;
}

/** @param first the first unit as it must be typed in either width, for phrases that keep their case; an ASCII letter */
export function guardOf(before: Adjoining, after: Adjoining, first: number | undefined): readonly number[] {
  const marks = (first ?? 0) | (before.isEdge ? STARTS_WORD : 0) | (after.isEdge ? ENDS_WORD : 0);
  return [marks, after.next, after.beyond, before.next, before.beyond];
}

/** Looks for the anchors of some of the patterns. */
export class AnchorSearch {
  readonly #index: AnchorIndex;
  readonly #isWanted: (pattern: number) => boolean;
  readonly #folding = foldingFor('none');
  /** What the walks go through: of the whole index, until enough texts have come that cutting it down pays. */
  #trie: Trie;
  #hasInner = true;
  /** By anchor: what may adjoin it for any of its wanted patterns, as in guards. */
  #any: Int32Array | undefined;
  #texts = 0;

  constructor(index: AnchorIndex, isWanted: (pattern: number) => boolean) {
    this.#index = index;
    this.#isWanted = isWanted;
    this.#trie = index.trie;
  }

  #cutDown(): void {
    const { trie, guards } = this.#index;
    const anchors = trie.patterns.length - 1;
    const isMet = new Uint8Array(anchors);
    this.#any = new Int32Array(anchors * GUARD);
    for (let anchor = 0; anchor < anchors; anchor++) {
      const end = trie.patterns[anchor + 1] as number;
      for (let pattern = trie.patterns[anchor] as number; pattern < end; pattern++) {
        if (!this.#isWanted(pattern)) continue;
        isMet[anchor] = 1;
        for (let mask = FIRST_MASK; mask < GUARD; mask++)
          (this.#any[anchor * GUARD + mask] as number) |= guards[pattern * GUARD + mask] as number;
      }
    }
    this.#trie = pruned(trie, (anchor) => isMet[anchor] === 1);
    this.#hasInner = this.#trie.innerRoots.some((root) => root !== 0);
  }

  /** Every place where a pattern may stand: its number and the offset after its anchor, alternating. */
  find(words: string): readonly number[] {
    if (++this.#texts === FEW_TEXTS) this.#cutDown();
    const { classes, roots, innerRoots } = this.#trie;
    const found: number[] = [];
    let wasWord = false;
    for (let at = 0; at < words.length; at++) {
      const unit = words.charCodeAt(at);
      const unitClass = classes[unit] as number;
      const isWord = kindOf(unit) === WORD;
      if (!isWord || !wasWord) {
        const root = roots[unitClass] as number;
        if (root !== 0) this.#walk(root, words, at, found);
      }
      if (this.#hasInner) {
        const inner = innerRoots[unitClass] as number;
        if (inner !== 0) this.#walk(inner, words, at, found);
      }
      wasWord = isWord;
    }
    return found;
  }

  #walk(root: number, words: string, from: number, found: number[]): void {
    const { classes, labels, links, children } = this.#trie;
    let state = root;
    for (let at = from + 1; ; at++) {
      const link = links[state] as number;
      let child = link >> LINK_BITS;
      if ((link & ENDS) !== 0) {
        this.#meet(child, words, from, at, found);
        child = children[child] as number;
      }
      if (child === 0 || at === words.length) return;
      const unitClass = classes[words.charCodeAt(at)] as number;
      if (unitClass === 0) return;
      while (labels[child] !== unitClass) if (((links[child++] as number) & LAST) !== 0) return;
      state = child;
    }
  }

  /** Keeps the patterns of an anchor that may stand around it. */
  #meet(anchor: number, words: string, start: number, end: number, found: number[]): void {
    if (this.#any !== undefined && !this.#mayStand(this.#any, anchor * GUARD, words, start, end)) return;
    const { guards, trie } = this.#index;
    const last = trie.patterns[anchor + 1] as number;
    for (let pattern = trie.patterns[anchor] as number; pattern < last; pattern++) {
      const guard = pattern * GUARD;
      if (
        this.#mayStand(guards, guard, words, start, end) &&
        this.#isWanted(pattern) &&
        this.#holds(guards[guard] as number, words, start, end)
      )
        found.push(pattern, end);
    }
  }

  #mayStand(guards: Int32Array, guard: number, words: string, start: number, end: number): boolean {
    return (
      mayAdjoin(guards[guard + 1] as number, guards[guard + 2] as number, words, end, 1, this.#folding) &&
      mayAdjoin(guards[guard + 3] as number, guards[guard + 4] as number, words, start - 1, -1, this.#folding)
    );
  }

  #holds(marks: number, words: string, start: number, end: number): boolean {
    const first = marks & 0xffff;
    if (first !== 0) {
      const unit = words.charCodeAt(start);
      if (unit !== first && unit - FULL_WIDTH !== first) return false;
    }
    if ((marks & ENDS_WORD) !== 0 && !isEdge(words, end)) return false;
    return (marks & STARTS_WORD) === 0 || isEdge(words, start);
  }
}

/** A draft or a short chat is read sooner than the index is cut down. */
const FEW_TEXTS = 50;

/** Of each guard: the exact first unit or 0 in 16 bits with the edges above, and four masks of what adjoins. */
const GUARD = 5;
const FIRST_MASK = 1;
const STARTS_WORD = 1 << 16;
const ENDS_WORD = 1 << 17;

/** From a letter of ASCII to its full-width form. */
const FULL_WIDTH = 0xfee0;
