import type { Automaton } from './automaton.ts';

/**
 * An automaton as it is written into a file: its tables one after the other, ready to be used where they lie, so
 * that nothing is filled at start-up. Numbers are in the byte order of the machine that wrote them.
 */
export interface FrozenAutomaton {
  readonly units: string;
  readonly shallow: number;
  /** How many 32-bit numbers each table takes, in the order of TABLES; two classes share a number. */
  readonly lengths: readonly number[];
}

const TABLES = ['rows', 'keys', 'targets', 'fail', 'pattern', 'next', 'accepting'] as const;

export function freezeAutomaton(automaton: Automaton): {
  readonly frozen: FrozenAutomaton;
  readonly numbers: Int32Array;
} {
  const { units, shallow, classes } = automaton;
  const tables = [
    ...TABLES.map((table) => automaton[table]),
    new Int32Array(classes.buffer, classes.byteOffset, classes.length / 2),
  ];
  const lengths = tables.map(({ length }) => length);
  const numbers = new Int32Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  for (const table of tables) {
    numbers.set(table, at);
    at += table.length;
  }
  return { frozen: { units, shallow, lengths }, numbers };
}

export function thawAutomaton({ units, shallow, lengths }: FrozenAutomaton, numbers: Int32Array): Automaton {
  let at = 0;
  const [rows, keys, targets, fail, pattern, next, accepting, packed] = lengths.map((length) => {
    at += length;
    return numbers.subarray(at - length, at);
  }) as [Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array, Int32Array];
  const classes = new Uint16Array(packed.buffer, packed.byteOffset, packed.length * 2);
  return { units, shallow, width: units.length + 1, classes, rows, keys, targets, fail, pattern, next, accepting };
}
