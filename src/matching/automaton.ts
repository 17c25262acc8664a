import { foldTable } from './fold.ts';

/**
 * An Aho-Corasick automaton over folded UTF-16 units: all anchors of all patterns are found in one walk.
 * Plain typed arrays, so that it can be built once and written into a file. Transitions of the root are a
 * row, all others are in one hash table: with many Han characters rows would take 70 MB.
 */
export interface Automaton {
  /** Folded unit to class; 0 for units that stand in no anchor. */
  readonly classes: Uint16Array;
  /** Class to state, from the root. */
  readonly root: Int32Array;
  /** Open addressing: key is state * width + class, -1 where empty. */
  readonly keys: Int32Array;
  readonly targets: Int32Array;
  readonly width: number;
  readonly fail: Int32Array;
  /** First pattern that ends in a state, or -1; `next` chains patterns with the same anchor, and ends with -1. */
  readonly pattern: Int32Array;
  readonly next: Int32Array;
  /** The nearest state on the fail path, itself included, where a pattern ends; 0 where none does. */
  readonly accepting: Int32Array;
}

/** @param anchors folded, none empty; a pattern's number is its index. */
export function buildAutomaton(anchors: readonly string[]): Automaton {
  const classes = new Uint16Array(0x10000);
  let width = 1;
  for (const anchor of anchors) {
    for (let at = 0; at < anchor.length; at++) {
      const unit = anchor.charCodeAt(at);
      if (classes[unit] === 0) classes[unit] = width++;
    }
  }
  const edges = new Map<number, number>();
  const pattern: number[] = [-1];
  const next = new Int32Array(anchors.length).fill(-1);
  anchors.forEach((anchor, index) => {
    let state = 0;
    for (let at = 0; at < anchor.length; at++) {
      const key = state * width + (classes[anchor.charCodeAt(at)] as number);
      let target = edges.get(key);
      if (target === undefined) {
        target = pattern.length;
        pattern.push(-1);
        edges.set(key, target);
      }
      state = target;
    }
    next[index] = pattern[state] as number;
    pattern[state] = index;
  });
  const { fail, accepting } = failLinks(edges, pattern, width);
  const root = new Int32Array(width);
  const table = hashTableOf(edges.size);
  for (const [key, target] of edges) {
    if (key < width) root[key] = target;
    else table.set(key, target);
  }
  return {
    classes,
    root,
    keys: table.keys,
    targets: table.targets,
    width,
    fail,
    pattern: Int32Array.from(pattern),
    next,
    accepting,
  };
}

/** Calls back with the number of a pattern and the offset after its anchor, for every occurrence. */
export function scan(automaton: Automaton, words: string, found: (pattern: number, end: number) => void): void {
  const { classes, root, keys, targets, width, fail, pattern, next, accepting } = automaton;
  const folded = foldTable('none');
  const mask = keys.length - 1;
  let state = 0;
  for (let at = 0; at < words.length; at++) {
    const unitClass = classes[folded[words.charCodeAt(at)] as number] as number;
    if (unitClass === 0) {
      state = 0;
      continue;
    }
    for (;;) {
      if (state === 0) {
        state = root[unitClass] as number;
        break;
      }
      const key = state * width + unitClass;
      let slot = hash(key) & mask;
      while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask;
      if (keys[slot] === key) {
        state = targets[slot] as number;
        break;
      }
      state = fail[state] as number;
    }
    let hit = accepting[state] as number;
    while (hit !== 0) {
      for (let index = pattern[hit] as number; index !== -1; index = next[index] as number) found(index, at + 1);
      hit = accepting[fail[hit] as number] as number;
    }
  }
}

function failLinks(edges: ReadonlyMap<number, number>, pattern: readonly number[], width: number) {
  const children: [number, number][][] = pattern.map(() => []);
  for (const [key, target] of edges) children[Math.floor(key / width)]?.push([key % width, target]);
  const fail = new Int32Array(pattern.length);
  const accepting = new Int32Array(pattern.length);
  const queue = [0];
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head] as number;
    accepting[state] = state !== 0 && pattern[state] !== -1 ? state : (accepting[fail[state] as number] as number);
    for (const [unitClass, target] of children[state] as [number, number][]) {
      queue.push(target);
      if (state === 0) continue;
      let back = fail[state] as number;
      for (;;) {
        const over = edges.get(back * width + unitClass);
        if (over !== undefined && over !== target) {
          fail[target] = over;
          break;
        }
        if (back === 0) break;
        back = fail[back] as number;
      }
    }
  }
  return { fail, accepting };
}

/** An empty table of transitions with room for so many. */
export function hashTableOf(size: number): HashTable {
  return new HashTable(size);
}

class HashTable {
  readonly keys: Int32Array;
  readonly targets: Int32Array;

  constructor(size: number) {
    let capacity = 16;
    while (capacity < size * 2) capacity *= 2;
    this.keys = new Int32Array(capacity).fill(-1);
    this.targets = new Int32Array(capacity);
  }

  set(key: number, target: number): void {
    const mask = this.keys.length - 1;
    let slot = hash(key) & mask;
    while (this.keys[slot] !== -1) slot = (slot + 1) & mask;
    this.keys[slot] = key;
    this.targets[slot] = target;
  }
}

/** Fibonacci hashing: neighbouring keys land far apart. */
function hash(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 12) ^ key;
}
