import { HAN, kindOf } from './characters.ts';
import { foldingFor } from './fold.ts';

/**
 * An Aho-Corasick automaton over UTF-16 units: all anchors of all patterns are found in one walk. Plain typed
 * arrays, so that it can be built once and written into a file. States one step from the root have a row for
 * every class, with the way back to the root worked in, unless that step is a Han character; the others share a
 * hash table, since rows for all would take 70 MB.
 */
export interface Automaton {
  /** Unit, as it is typed, to the class of its folded form; 0 for units that stand in no anchor. */
  readonly classes: Uint16Array;
  /** The folded unit of class 1, of class 2, and so on. */
  readonly units: string;
  readonly width: number;
  /** Rows of `width` states: the root's, then those of states 1 to `shallow`. */
  readonly rows: Int32Array;
  /** The states that have rows are 0 to `shallow`. */
  readonly shallow: number;
  /** Open addressing: key is state * width + class, -1 where empty. */
  readonly keys: Int32Array;
  readonly targets: Int32Array;
  readonly fail: Int32Array;
  /** First pattern that ends in a state, or -1; `next` chains patterns with the same anchor, and ends with -1. */
  readonly pattern: Int32Array;
  readonly next: Int32Array;
  /** The nearest state on the fail path, itself included, where a pattern ends; 0 where none does. */
  readonly accepting: Int32Array;
}

/** @param anchors folded, none empty; a pattern's number is its index. */
export function buildAutomaton(anchors: readonly string[]): Automaton {
  const classOf = new Map([...new Set(anchors.join('').split(''))].map((unit, index) => [unit, index + 1]));
  const width = classOf.size + 1;
  const edges = new Map<number, number>();
  const pattern: number[] = [-1];
  const next = new Int32Array(anchors.length).fill(-1);
  const stateAfter = (state: number, unit: string): number => {
    const key = state * width + (classOf.get(unit) as number);
    let target = edges.get(key);
    if (target === undefined) {
      target = pattern.length;
      pattern.push(-1);
      edges.set(key, target);
    }
    return target;
  };
  // The states with rows come first. Han characters are too many for rows, and seldom followed by one of an anchor.
  for (const anchor of anchors) if (kindOf(anchor.charCodeAt(0)) !== HAN) stateAfter(0, anchor[0] as string);
  const shallow = pattern.length - 1;
  anchors.forEach((anchor, index) => {
    let state = 0;
    for (let at = 0; at < anchor.length; at++) state = stateAfter(state, anchor[at] as string);
    next[index] = pattern[state] as number;
    pattern[state] = index;
  });
  const { fail, accepting } = failLinks(edges, pattern, width);
  const units = [...classOf.keys()].join('');
  const { rows, keys, targets } = transitions(edges, width, shallow, pattern.length);
  return {
    classes: classesOf(units),
    units,
    width,
    rows,
    shallow,
    keys,
    targets,
    fail,
    pattern: Int32Array.from(pattern),
    next,
    accepting,
  };
}

/** The rows of the shallow states, and the table of the deeper ones. Keys are state * width + class. */
function transitions(edges: ReadonlyMap<number, number>, width: number, shallow: number, states: number) {
  const rows = new Int32Array(width * (shallow + 1));
  const { keys, targets, set } = hashTable(states);
  const fromShallow: (readonly [number, number])[] = [];
  for (const edge of edges) {
    const [key, target] = edge;
    if (key < width) rows[key] = target;
    else if (key < rows.length) fromShallow.push(edge);
    else set(key, target);
  }
  // Where a shallow state has no edge, the root's is followed.
  for (let state = 1; state <= shallow; state++) rows.copyWithin(state * width, 0, width);
  for (const [key, target] of fromShallow) rows[key] = target;
  return { rows, keys, targets };
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

/** Every occurrence of every anchor: the number of its pattern and the offset after it, alternating. */
export function scan(automaton: Automaton, words: string): readonly number[] {
  const { classes, width, rows, shallow, keys, targets, fail, pattern, next, accepting } = automaton;
  const mask = keys.length - 1;
  let found: number[] | undefined;
  let state = 0;
  for (let at = 0; at < words.length; at++) {
    const unitClass = classes[words.charCodeAt(at)] as number;
    if (unitClass === 0) {
      state = 0;
      continue;
    }
    // Down the fail path until a deep state has the edge, or a shallow one, whose row knows every way.
    while (state > shallow) {
      const key = state * width + unitClass;
      let slot = hash(key) & mask;
      while (keys[slot] !== key && keys[slot] !== -1) slot = (slot + 1) & mask;
      if (keys[slot] === key) {
        state = -(targets[slot] as number);
        break;
      }
      state = fail[state] as number;
    }
    state = state < 0 ? -state : (rows[state * width + unitClass] as number);
    let hit = accepting[state] as number;
    while (hit !== 0) {
      found ??= [];
      for (let index = pattern[hit] as number; index !== -1; index = next[index] as number) found.push(index, at + 1);
      hit = accepting[fail[hit] as number] as number;
    }
  }
  return found ?? NOTHING;
}

const NOTHING: readonly number[] = [];

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
function hashTable(size: number) {
  let capacity = 16;
  while (capacity < size * 2) capacity *= 2;
  const keys = new Int32Array(capacity).fill(-1);
  const targets = new Int32Array(capacity);
  const set = (key: number, target: number) => {
    let slot = hash(key) & (capacity - 1);
    while (keys[slot] !== -1) slot = (slot + 1) & (capacity - 1);
    keys[slot] = key;
    targets[slot] = target;
  };
  return { keys, targets, set };
}

/** Fibonacci hashing: neighbouring keys land far apart. */
function hash(key: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 12) ^ key;
}
