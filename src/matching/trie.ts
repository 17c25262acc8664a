import { foldingFor } from './fold.ts';

/**
 * Anchors, found where they stand in a text. Nearly all of them can only stand where a word, a Han character or a
 * mark begins, so a walk is begun there and not inside words: a text of words has five letters to one such place,
 * which makes this quicker than an Aho-Corasick automaton, where every letter moves a state (measured on 5.4 million
 * characters of English chats with 17,000 anchors).
 *
 * The children of a state stand side by side, those of a state with one child right behind it, so that a walk stays
 * in few lines of the processor's cache. Plain typed arrays, so that it can be built once and written into a file.
 */
export interface Trie {
  /** The folded unit of class 1, of class 2, and so on; class 0 are units that stand in no anchor. */
  readonly units: string;
  /** Unit, as it is typed, to the class of its folded form. */
  readonly classes: Uint16Array;
  /** By class: the state after the first unit of an anchor that begins where words do; 0 where there is none. */
  readonly roots: Int32Array;
  /** The same for anchors that may begin inside a word; mostly there are none. */
  readonly innerRoots: Int32Array;
  /** By state: the class that leads to it. */
  readonly labels: Uint16Array;
  /** By state: the first child, or the number of the anchor that ends there; above two bits, see below. */
  readonly links: Int32Array;
  /** By anchor: the first child of its last state. */
  readonly children: Int32Array;
  /** By anchor: the first of the patterns that have it, which are numbered in a row; and an end to the last. */
  readonly patterns: Int32Array;
}

/** Of a link: an anchor ends in the state. */
export const ENDS = 1;
/** Of a link: no brother of the state comes after it. */
export const LAST = 2;
/** How far the rest of a link is shifted. */
export const LINK_BITS = 2;

/** What a pattern is looked for by. */
export interface TrieWords {
  /** Folded; not empty. */
  readonly words: string;
  /** It may begin in the middle of a word. */
  readonly isInner: boolean;
}

/** Longer anchors are cut, and the rest is compared with what follows. */
export const LONGEST_ANCHOR = 24;

/** The order that the patterns of a trie are numbered in. */
export function byAnchor(one: TrieWords, other: TrieWords): number {
  if (one.isInner !== other.isInner) return one.isInner ? 1 : -1;
  return one.words < other.words ? -1 : one.words > other.words ? 1 : 0;
}

/** @param words of each pattern, in the order of `byAnchor` */
export function buildTrie(words: readonly TrieWords[]): Trie {
  const units = unitsOf(words);
  const builder = new TrieBuilder(units, words);
  const border = words.findIndex(({ isInner }) => isInner);
  const innerFrom = border < 0 ? words.length : border;
  return {
    units,
    classes: classesOf(units),
    roots: builder.rootsOf(0, innerFrom),
    innerRoots: builder.rootsOf(innerFrom, words.length),
    ...builder.tables(),
  };
}

/** The anchors of a trie with the numbers of the patterns that have them, `to` not among them. */
export function* patternsIn(trie: Trie): Generator<TrieWords & { readonly from: number; readonly to: number }> {
  const { units, labels, links, children, patterns } = trie;
  for (const isInner of [false, true]) {
    const states = (isInner ? trie.innerRoots : trie.roots).filter((root) => root !== 0);
    // The words that lead to each state, from the last to be looked at to the first.
    const ahead: { state: number; before: string }[] = Array.from(states, (state) => ({ state, before: '' }));
    for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
      const words = next.before + units[(labels[next.state] as number) - 1];
      const link = links[next.state] as number;
      const ends = (link & ENDS) !== 0;
      const anchor = link >> LINK_BITS;
      if (ends) yield { words, isInner, from: patterns[anchor] as number, to: patterns[anchor + 1] as number };
      let child = ends ? (children[anchor] as number) : anchor;
      while (child !== 0) {
        ahead.push({ state: child, before: words });
        child = ((links[child] as number) & LAST) === 0 ? child + 1 : 0;
      }
    }
  }
}

/** The same trie with class 0 for the labels of states behind which no wanted anchor ends, so that no walk enters them. */
export function pruned(trie: Trie, isWanted: (anchor: number) => boolean): Trie {
  const { links, children } = trie;
  const labels = trie.labels.slice();
  // Children come after their parents, and brothers in a row.
  const leadsOn = new Uint8Array(links.length);
  for (let state = links.length - 1; state > 0; state--) {
    const link = links[state] as number;
    const ends = (link & ENDS) !== 0;
    let child = ends ? (children[link >> LINK_BITS] as number) : link >> LINK_BITS;
    let isLive = ends && isWanted(link >> LINK_BITS);
    for (; !isLive && child !== 0; child = ((links[child] as number) & LAST) === 0 ? child + 1 : 0)
      isLive = leadsOn[child] === 1;
    if (isLive) leadsOn[state] = 1;
    else labels[state] = 0;
  }
  const live = (root: number) => (leadsOn[root] === 1 ? root : 0);
  return { ...trie, labels, roots: trie.roots.map(live), innerRoots: trie.innerRoots.map(live) };
}

/** Makes states from ranges of patterns whose anchors begin alike. */
class TrieBuilder {
  readonly #words: readonly TrieWords[];
  readonly #classOf: ReadonlyMap<string, number>;
  readonly #width: number;
  /** State 0 is none. */
  readonly #labels = [0];
  readonly #links = [0];
  readonly #patterns: number[] = [];
  /** By pattern. */
  readonly #anchors: number[] = [];
  readonly #children: Int32Array;

  constructor(units: string, words: readonly TrieWords[]) {
    this.#words = words;
    this.#classOf = new Map(units.split('').map((unit, at) => [unit, at + 1]));
    this.#width = units.length + 1;
    words.forEach((one, pattern) => {
      const before = words[pattern - 1];
      if (before === undefined || byAnchor(before, one) !== 0) this.#patterns.push(pattern);
      this.#anchors.push(this.#patterns.length - 1);
    });
    this.#children = new Int32Array(this.#patterns.length);
  }

  rootsOf(from: number, to: number): Int32Array {
    const roots = new Int32Array(this.#width);
    const first = this.#family(from, to, 0);
    if (first !== 0) {
      let state = first - 1;
      do roots[this.#labels[++state] as number] = state;
      while (((this.#links[state] as number) & LAST) === 0);
    }
    return roots;
  }

  tables(): Pick<Trie, 'labels' | 'links' | 'children' | 'patterns'> {
    return {
      labels: Uint16Array.from(this.#labels),
      links: Int32Array.from(this.#links),
      children: this.#children,
      patterns: Int32Array.from([...this.#patterns, this.#words.length]),
    };
  }

  /** The states after one more unit of the patterns in a range, side by side. @returns the first, or 0 for none */
  #family(from: number, to: number, depth: number): number {
    const brothers = this.#branches(from, to, depth);
    if (brothers.length === 0) return 0;
    const first = this.#labels.length;
    for (const { unit } of brothers) {
      this.#labels.push(this.#classOf.get(unit) as number);
      this.#links.push(0);
    }
    brothers.forEach((brother, index) => {
      const link = this.#link(brother.from, brother.to, depth + 1);
      this.#links[first + index] = link | (index === brothers.length - 1 ? LAST : 0);
    });
    return first;
  }

  /** The ranges with the same next unit, the largest first: what has many anchors is met often. */
  #branches(from: number, to: number, depth: number) {
    const branches: { unit: string; from: number; to: number }[] = [];
    for (let at = from; at < to; at++) {
      const unit = (this.#words[at] as TrieWords).words[depth] as string;
      const last = branches.at(-1);
      if (last?.unit === unit) last.to = at + 1;
      else branches.push({ unit, from: at, to: at + 1 });
    }
    return branches.sort((a, b) => b.to - b.from - (a.to - a.from));
  }

  #link(from: number, to: number, depth: number): number {
    let longer = from;
    while (longer < to && (this.#words[longer] as TrieWords).words.length === depth) longer++;
    if (longer === from) return this.#family(from, to, depth) << LINK_BITS;
    const anchor = this.#anchors[from] as number;
    this.#children[anchor] = this.#family(longer, to, depth);
    return (anchor << LINK_BITS) | ENDS;
  }
}

/** All units of all anchors, each once. */
function unitsOf(all: readonly TrieWords[]): string {
  const seen = new Uint8Array(0x10000);
  for (const { words } of all) for (let at = 0; at < words.length; at++) seen[words.charCodeAt(at)] = 1;
  let units = '';
  for (let unit = 0; unit < seen.length; unit++) if (seen[unit] === 1) units += String.fromCharCode(unit);
  return units;
}

/** Every unit gets the class of what it folds to. */
function classesOf(units: string): Uint16Array {
  const ofFolded = new Uint16Array(0x10000);
  for (let at = 0; at < units.length; at++) ofFolded[units.charCodeAt(at)] = at + 1;
  const classes = ofFolded.slice();
  const folding = foldingFor('none');
  for (const unit of folding.changed) classes[unit] = ofFolded[folding.unit(unit)] as number;
  return classes;
}
