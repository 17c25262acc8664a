import type { AnchorIndex } from './anchors.ts';
import type { Trie } from './trie.ts';

/**
 * An index of anchors as it is written into a file: its tables one after the other, ready to be used where they
 * lie, so that nothing is filled at start-up. Numbers are in the byte order of the machine that wrote them.
 */
export interface FrozenIndex {
  readonly units: string;
  /** How many numbers each table holds, in the order of TABLES. */
  readonly lengths: readonly number[];
}

/** Those of 32 bits, then those of 16. */
const WIDE = ['roots', 'innerRoots', 'links', 'children', 'patterns'] as const;
const NARROW = ['classes', 'labels'] as const;

export function freezeIndex({ trie, guards }: AnchorIndex): {
  readonly frozen: FrozenIndex;
  readonly numbers: Int32Array;
} {
  const tables = [guards, ...WIDE.map((name) => trie[name]), ...NARROW.map((name) => trie[name])];
  const numbers = new Int32Array(tables.reduce((sum, table) => sum + sizeOf(table), 0));
  let at = 0;
  for (const table of tables) {
    if (table instanceof Int32Array) numbers.set(table, at);
    else new Uint16Array(numbers.buffer, at * 4).set(table);
    at += sizeOf(table);
  }
  return { frozen: { units: trie.units, lengths: tables.map(({ length }) => length) }, numbers };
}

export function thawIndex({ units, lengths }: FrozenIndex, numbers: Int32Array): AnchorIndex {
  let at = 0;
  let table = 0;
  const wide = () => {
    const length = lengths[table++] as number;
    at += length;
    return numbers.subarray(at - length, at);
  };
  const narrow = () => {
    const length = lengths[table++] as number;
    const start = numbers.byteOffset + at * 4;
    at += Math.ceil(length / 2);
    return new Uint16Array(numbers.buffer, start, length);
  };
  const guards = wide();
  const tables = Object.fromEntries([
    ...WIDE.map((name) => [name, wide()]),
    ...NARROW.map((name) => [name, narrow()]),
  ]) as Omit<Trie, 'units'>;
  return { trie: { units, ...tables }, guards };
}

/** In numbers of 32 bits. */
function sizeOf(table: Int32Array | Uint16Array): number {
  return table instanceof Int32Array ? table.length : Math.ceil(table.length / 2);
}
