import type { AnchorIndex, Trie } from './trie.ts';

/**
 * An index of anchors as it is written into a file: its tables one after the other, ready to be used where they
 * lie, so that nothing is filled at start-up. Numbers are in the byte order of the machine that wrote them.
 */
export interface FrozenIndex {
  readonly starts: FrozenTrie;
  readonly inner: FrozenTrie;
  readonly guards: number;
}

interface FrozenTrie {
  readonly units: string;
  readonly shallow: number;
  /** How many 32-bit numbers each table takes, in the order of TABLES, and the classes after them, two to a number. */
  readonly lengths: readonly number[];
}

const TABLES = ['rows', 'keys', 'targets', 'pattern', 'next'] as const;

export function freezeIndex({ starts, inner, guards }: AnchorIndex): {
  readonly frozen: FrozenIndex;
  readonly numbers: Int32Array;
} {
  const tables = [...tablesOf(starts), ...tablesOf(inner), guards];
  const numbers = new Int32Array(tables.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const table of tables) {
    numbers.set(table, at);
    at += table.length;
  }
  return { frozen: { starts: frozenTrie(starts), inner: frozenTrie(inner), guards: guards.length }, numbers };
}

export function thawIndex({ starts, inner, guards }: FrozenIndex, numbers: Int32Array): AnchorIndex {
  const reader = new Reader(numbers);
  return { starts: thawTrie(starts, reader), inner: thawTrie(inner, reader), guards: reader.take(guards) };
}

function tablesOf(trie: Trie): readonly Int32Array[] {
  const { buffer, byteOffset, length } = trie.classes;
  return [...TABLES.map((table) => trie[table]), new Int32Array(buffer, byteOffset, length / 2)];
}

function frozenTrie(trie: Trie): FrozenTrie {
  return { units: trie.units, shallow: trie.shallow, lengths: tablesOf(trie).map(({ length }) => length) };
}

function thawTrie({ units, shallow, lengths }: FrozenTrie, reader: Reader): Trie {
  const [rows, keys, targets, pattern, next, packed] = lengths.map((length) => reader.take(length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const classes = new Uint16Array(packed.buffer, packed.byteOffset, packed.length * 2);
  return { units, classes, width: units.length + 1, shallow, rows, keys, targets, pattern, next };
}

class Reader {
  readonly #numbers: Int32Array;
  #at = 0;

  constructor(numbers: Int32Array) {
    this.#numbers = numbers;
  }

  take(length: number): Int32Array {
    this.#at += length;
    return this.#numbers.subarray(this.#at - length, this.#at);
  }
}
