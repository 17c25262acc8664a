import type { Automaton } from './automaton.ts';
import { assembleAutomaton } from './automaton.ts';

/**
 * An automaton as it is written into a file: everything but the tables that are quicker to fill again than to
 * read. Numbers are in the byte order of the machine that wrote them.
 */
export interface FrozenAutomaton {
  /** The folded unit of class 1, of class 2, and so on. */
  readonly units: string;
  readonly states: number;
  readonly shallow: number;
  readonly patterns: number;
}

/** 32-bit numbers, one after the other: parent, class, fail, pattern and accepting of every state, next of every pattern. */
export function freezeAutomaton(automaton: Automaton): {
  readonly frozen: FrozenAutomaton;
  readonly numbers: Int32Array;
} {
  const { units, width, rows, shallow, keys, targets, fail, pattern, accepting, next } = automaton;
  const states = fail.length;
  const parents = new Int32Array(states);
  const classes = new Int32Array(states);
  const addEdge = (key: number, target: number) => {
    parents[target] = Math.floor(key / width);
    classes[target] = key % width;
  };
  // A row of a shallow state holds the root's edges too: its own lead to states that no row of the root leads to.
  rows.forEach((target, key) => {
    if (key < width ? target !== 0 : target > shallow) addEdge(key, target);
  });
  keys.forEach((key, slot) => {
    if (key !== -1) addEdge(key, targets[slot] as number);
  });
  const numbers = new Int32Array(states * 5 + next.length);
  [parents, classes, fail, pattern, accepting, next].reduce((at, array) => {
    numbers.set(array, at);
    return at + array.length;
  }, 0);
  return { frozen: { units, states, shallow, patterns: next.length }, numbers };
}

export function thawAutomaton({ units, states, shallow, patterns }: FrozenAutomaton, numbers: Int32Array): Automaton {
  const width = units.length + 1;
  const part = (index: number) => numbers.subarray(index * states, (index + 1) * states);
  const [parents, classes] = [part(0), part(1)];
  const edges = Array.from(parents, (parent, state) => [parent * width + (classes[state] as number), state] as const);
  return assembleAutomaton({
    units,
    shallow,
    edges: edges.slice(1),
    fail: part(2),
    pattern: part(3),
    accepting: part(4),
    next: numbers.subarray(5 * states, 5 * states + patterns),
  });
}
