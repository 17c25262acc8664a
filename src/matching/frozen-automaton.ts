import type { Automaton } from './automaton.ts';
import { hashTableOf } from './automaton.ts';

/**
 * An automaton as it is written into a file: everything but the tables that are quicker to fill again than to
 * read. Numbers are in the byte order of the machine that wrote them.
 */
export interface FrozenAutomaton {
  /** The unit of class 1, of class 2, and so on. */
  readonly units: string;
  readonly states: number;
  readonly patterns: number;
}

/** Arrays of 32-bit numbers that stand one after the other: parents, classes, fail, pattern, accepting (by state), next (by pattern). */
export function freezeAutomaton(automaton: Automaton): {
  readonly frozen: FrozenAutomaton;
  readonly numbers: Int32Array;
} {
  const { classes, width, root, keys, targets, fail, pattern, accepting, next } = automaton;
  const units: string[] = new Array(width - 1);
  classes.forEach((unitClass, unit) => {
    if (unitClass > 0) units[unitClass - 1] = String.fromCharCode(unit);
  });
  const states = fail.length;
  const parents = new Int32Array(states);
  const edgeClasses = new Int32Array(states);
  root.forEach((target, unitClass) => {
    if (target !== 0) edgeClasses[target] = unitClass;
  });
  keys.forEach((key, slot) => {
    if (key === -1) return;
    const target = targets[slot] as number;
    parents[target] = Math.floor(key / width);
    edgeClasses[target] = key % width;
  });
  const numbers = new Int32Array(states * 5 + next.length);
  [parents, edgeClasses, fail, pattern, accepting, next].reduce((at, array) => {
    numbers.set(array, at);
    return at + array.length;
  }, 0);
  return { frozen: { units: units.join(''), states, patterns: next.length }, numbers };
}

export function thawAutomaton({ units, states, patterns }: FrozenAutomaton, numbers: Int32Array): Automaton {
  const width = units.length + 1;
  const classes = new Uint16Array(0x10000);
  for (let at = 0; at < units.length; at++) classes[units.charCodeAt(at)] = at + 1;
  const part = (index: number) => numbers.subarray(index * states, (index + 1) * states);
  const parents = part(0);
  const edgeClasses = part(1);
  const root = new Int32Array(width);
  const table = hashTableOf(states - 1);
  for (let state = 1; state < states; state++) {
    const parent = parents[state] as number;
    const unitClass = edgeClasses[state] as number;
    if (parent === 0) root[unitClass] = state;
    else table.set(parent * width + unitClass, state);
  }
  return {
    classes,
    root,
    keys: table.keys,
    targets: table.targets,
    width,
    fail: part(2),
    pattern: part(3),
    accepting: part(4),
    next: numbers.subarray(5 * states, 5 * states + patterns),
  };
}
