import type { Adjoining } from './adjoining.ts';
import { mayAdjoin } from './adjoining.ts';
import { isEdge, kindOf, WORD } from './characters.ts';
import { foldingFor } from './fold.ts';
import type { Trie } from './trie.ts';
import { buildTrie, ENDS, LAST, LINK_BITS } from './trie.ts';

/** What a pattern is looked for by, and what tells at once that it is not what was meant. */
export interface Anchor {
  /** Folded; not empty. */
  readonly words: string;
  /** It may begin in the middle of a word. */
  readonly isInner: boolean;
  readonly before: Adjoining;
  readonly after: Adjoining;
  /** The first unit as it must be typed in either width, for phrases that keep their case; an ASCII letter. */
  readonly first: number | undefined;
}

/** The anchors of all patterns. Plain typed arrays, so that it can be built once and written into a file. */
export interface AnchorIndex {
  readonly trie: Trie;
  /** By pattern: what must hold where its anchor stands, `GUARD` numbers each. */
  readonly guards: Int32Array;
}

/** A pattern's number is the index of its anchor. @param anchors in the order of `byAnchor` */
export function indexAnchors(anchors: readonly Anchor[]): AnchorIndex {
  return { trie: buildTrie(anchors), guards: Int32Array.from(anchors.flatMap(guardOf)) };
}

/** Looks for the anchors of some of the patterns. */
export class AnchorSearch {
  readonly #trie: Trie;
  readonly #guards: Int32Array;
  readonly #folding = foldingFor('none');
  /** By anchor: its first wanted pattern in `#wanted`; and an end to the last. */
  readonly #first: Int32Array;
  readonly #wanted: Int32Array;
  /** By anchor: what may adjoin it for any of its wanted patterns, as in guards. */
  readonly #any: Int32Array;

  constructor({ trie, guards }: AnchorIndex, isWanted: (pattern: number) => boolean) {
    this.#trie = trie;
    this.#guards = guards;
    const { patterns } = trie;
    const anchors = patterns.length - 1;
    const wanted: number[] = [];
    this.#first = new Int32Array(anchors + 1);
    this.#any = new Int32Array(anchors * GUARD);
    for (let anchor = 0; anchor < anchors; anchor++) {
      this.#first[anchor] = wanted.length;
      const end = patterns[anchor + 1] as number;
      for (let pattern = patterns[anchor] as number; pattern < end; pattern++) {
        if (!isWanted(pattern)) continue;
        wanted.push(pattern);
        for (let mask = FIRST_MASK; mask < GUARD; mask++)
          (this.#any[anchor * GUARD + mask] as number) |= guards[pattern * GUARD + mask] as number;
      }
    }
    this.#first[anchors] = wanted.length;
    this.#wanted = Int32Array.from(wanted);
  }

  /** Every place where a pattern may stand: its number and the offset after its anchor, alternating. */
  find(words: string): readonly number[] {
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
      const inner = innerRoots[unitClass] as number;
      if (inner !== 0) this.#walk(inner, words, at, found);
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
      while (labels[child] !== unitClass) if (((links[child++] as number) & LAST) !== 0) return;
      state = child;
    }
  }

  /** Keeps the patterns of an anchor that may stand around it. */
  #meet(anchor: number, words: string, start: number, end: number, found: number[]): void {
    if (!this.#mayStand(this.#any, anchor * GUARD, words, start, end)) return;
    const last = this.#first[anchor + 1] as number;
    for (let at = this.#first[anchor] as number; at < last; at++) {
      const pattern = this.#wanted[at] as number;
      const guard = pattern * GUARD;
      if (
        this.#mayStand(this.#guards, guard, words, start, end) &&
        this.#holds(this.#guards[guard] as number, words, start, end)
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

/** Of each guard: the exact first unit or 0 in 16 bits with the edges above, and four masks of what adjoins. */
const GUARD = 5;
const FIRST_MASK = 1;
const STARTS_WORD = 1 << 16;
const ENDS_WORD = 1 << 17;

function guardOf({ first, before, after }: Anchor): readonly number[] {
  const marks = (first ?? 0) | (before.isEdge ? STARTS_WORD : 0) | (after.isEdge ? ENDS_WORD : 0);
  return [marks, after.next, after.beyond, before.next, before.beyond];
}

/** From a letter of ASCII to its full-width form. */
const FULL_WIDTH = 0xfee0;
