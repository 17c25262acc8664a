import type { Range } from '../core/span.ts';
import { HAN, isEdge, kindOf, WORD } from './characters.ts';
import type { Endings } from './endings.ts';
import type { Folding } from './fold.ts';
import { foldingFor } from './fold.ts';
import type { ChoiceNode, Node } from './phrase.ts';
import { PARAGRAPH } from './subject.ts';

/** What the parts of a phrase are compared with. */
export interface Surroundings {
  /** The words of a subject (see subject.ts). */
  readonly words: string;
  readonly folding: Folding;
  readonly endings: Endings;
  /** What a detector finds in the subject. */
  detected(detector: string): readonly Range[];
}

/**
 * Where nodes can end when they begin at an offset, or begin when they end there: `NOWHERE`, one offset, or
 * several. Sets of offsets instead of backtracking: the work is bounded by nodes times offsets, whatever the
 * text. One offset is by far the commonest, so it takes no list.
 */
export type Offsets = number | readonly number[];

export const NOWHERE = -1;

export function forward(nodes: readonly Node[], from: number, around: Surroundings): Offsets {
  let offsets: Offsets = from;
  for (const node of nodes) {
    offsets =
      typeof offsets === 'number'
        ? nodeForward(node, offsets, around)
        : each(offsets, (at) => nodeForward(node, at, around));
    if (offsets === NOWHERE) return NOWHERE;
  }
  return offsets;
}

export function backward(nodes: readonly Node[], from: number, around: Surroundings): Offsets {
  let offsets: Offsets = from;
  for (let index = nodes.length - 1; index >= 0; index--) {
    const node = nodes[index] as Node;
    offsets =
      typeof offsets === 'number'
        ? nodeBackward(node, offsets, around)
        : each(offsets, (at) => nodeBackward(node, at, around));
    if (offsets === NOWHERE) return NOWHERE;
  }
  return offsets;
}

export function listOf(offsets: Offsets): readonly number[] {
  return typeof offsets === 'number' ? (offsets === NOWHERE ? [] : [offsets]) : offsets;
}

function nodeForward(node: Node, at: number, around: Surroundings): Offsets {
  const { words } = around;
  switch (node.kind) {
    case 'words':
      return standsAt(node.words, at, around) ? at + node.words.length : NOWHERE;
    case 'choice':
      return followed(node.optional ? at : NOWHERE, doorsOf(node).first, words.charCodeAt(at), (option) =>
        forward(option, at, around),
      );
    case 'ending':
      return offsetsOf(around.endings.after(words, at));
    case 'detector':
      return offsetsOf(
        around
          .detected(node.name)
          .filter((range) => range.start === at)
          .map((range) => range.end),
      );
    case 'gap':
      return gapForward(node.most, at, words);
  }
}

function nodeBackward(node: Node, at: number, around: Surroundings): Offsets {
  const { words } = around;
  switch (node.kind) {
    case 'words': {
      const start = at - node.words.length;
      return start >= 0 && standsAt(node.words, start, around) ? start : NOWHERE;
    }
    case 'choice':
      return followed(node.optional ? at : NOWHERE, doorsOf(node).last, words.charCodeAt(at - 1), (option) =>
        backward(option, at, around),
      );
    case 'ending':
      return offsetsOf(around.endings.before(words, at));
    case 'detector':
      return offsetsOf(
        around
          .detected(node.name)
          .filter((range) => range.end === at)
          .map((range) => range.start),
      );
    case 'gap':
      return gapBackward(node.most, at, words);
  }
}

type Option = readonly Node[];

/** The options of a choice by the unit that they begin or end with, so that the others are not tried. */
interface Doors {
  readonly first: OptionsByUnit;
  readonly last: OptionsByUnit;
}

interface OptionsByUnit {
  readonly byUnit: ReadonlyMap<number, readonly Option[]>;
  /** Options that do not begin (or end) with words, and may stand anywhere. */
  readonly anywhere: readonly Option[];
}

const knownDoors = new WeakMap<ChoiceNode, Doors>();

function doorsOf(node: ChoiceNode): Doors {
  let doors = knownDoors.get(node);
  if (doors === undefined) {
    doors = {
      first: optionsBy(node.options, (option) => unitIn(option[0], 0)),
      last: optionsBy(node.options, (option) => unitIn(option.at(-1), -1)),
    };
    knownDoors.set(node, doors);
  }
  return doors;
}

function optionsBy(options: readonly Option[], unitOf: (option: Option) => number | undefined): OptionsByUnit {
  const byUnit = new Map<number, Option[]>();
  const anywhere: Option[] = [];
  for (const option of options) {
    const unit = unitOf(option);
    if (unit === undefined) anywhere.push(option);
    else byUnit.set(unit, [...(byUnit.get(unit) ?? []), option]);
  }
  return { byUnit, anywhere };
}

/** Folded as phrases that ask for nothing exact are: what is alike exactly is alike folded. */
function unitIn(node: Node | undefined, at: number): number | undefined {
  if (node?.kind !== 'words') return undefined;
  return foldingFor('none').unit((node.words.at(at) as string).charCodeAt(0));
}

/** What the options that can stand there reach, and `passed` where they may be left out. */
function followed(
  passed: Offsets,
  { byUnit, anywhere }: OptionsByUnit,
  unit: number,
  follow: (option: Option) => Offsets,
): Offsets {
  let reached = passed;
  // NaN beyond an end of the words is the unit of no option.
  const here = byUnit.get(foldingFor('none').unit(unit));
  if (here !== undefined) for (const option of here) reached = both(reached, follow(option));
  for (const option of anywhere) reached = both(reached, follow(option));
  return reached;
}

function each(offsets: readonly number[], step: (at: number) => Offsets): Offsets {
  const reached = new Set<number>();
  for (const at of offsets) {
    const here = step(at);
    if (typeof here !== 'number') for (const offset of here) reached.add(offset);
    else if (here !== NOWHERE) reached.add(here);
  }
  return offsetsOf([...reached]);
}

function both(some: Offsets, others: Offsets): Offsets {
  if (others === NOWHERE || some === others) return some;
  if (some === NOWHERE) return others;
  return offsetsOf([...listOf(some), ...listOf(others)]);
}

function offsetsOf(offsets: readonly number[]): Offsets {
  if (offsets.length < 2) return offsets[0] ?? NOWHERE;
  const distinct = [...new Set(offsets)];
  return distinct.length === 1 ? (distinct[0] as number) : distinct;
}

/** Whether the literal stands at the offset, compared as the surroundings fold. */
export function standsAt(literal: string, at: number, { words, folding }: Surroundings): boolean {
  if (at + literal.length > words.length) return false;
  for (let unit = 0; unit < literal.length; unit++) {
    if (folding.unit(words.charCodeAt(at + unit)) !== folding.unit(literal.charCodeAt(unit))) return false;
  }
  return true;
}

/** A longer run of marks and white space is a line drawn across the text, and no gap goes over it. */
const MOST_BETWEEN = 16;

/** Offsets after up to `most` words or Han characters, where a word may begin. */
function gapForward(most: number, from: number, words: string): Offsets {
  if (!isEdge(words, from)) return NOWHERE;
  const offsets = [from];
  let at = from;
  for (let taken = 0; ; taken++) {
    const stop = Math.min(words.length, at + MOST_BETWEEN);
    for (; at < stop && isBetween(words, at); at++) offsets.push(at + 1);
    if (taken === most || at >= words.length || kindOf(words.charCodeAt(at)) === 0) break;
    at = wordEnd(words, at);
    offsets.push(at);
  }
  return offsets;
}

function gapBackward(most: number, from: number, words: string): Offsets {
  if (!isEdge(words, from)) return NOWHERE;
  const offsets = [from];
  let at = from;
  for (let taken = 0; ; taken++) {
    const stop = Math.max(0, at - MOST_BETWEEN);
    for (; at > stop && isBetween(words, at - 1); at--) offsets.push(at - 1);
    if (taken === most || at <= 0 || kindOf(words.charCodeAt(at - 1)) === 0) break;
    at = wordStart(words, at);
    offsets.push(at);
  }
  return offsets;
}

/** White space and the marks inside a sentence, which a gap passes without counting; a sentence's end stops it. */
function isBetween(words: string, at: number): boolean {
  const sign = words[at] as string;
  if (kindOf(words.charCodeAt(at)) !== 0 || sign === PARAGRAPH) return false;
  if (sign === '.') return !/^\.(\s|$)/.test(words.slice(at, at + 2));
  return !'!?;。！？；…'.includes(sign);
}

function wordEnd(words: string, at: number): number {
  if (kindOf(words.charCodeAt(at)) === HAN) return at + (isHighSurrogate(words, at) ? 2 : 1);
  let end = at + 1;
  while (end < words.length && !(kindOf(words.charCodeAt(end)) !== WORD && isEdge(words, end))) end++;
  return end;
}

function wordStart(words: string, at: number): number {
  if (kindOf(words.charCodeAt(at - 1)) === HAN || isLowSurrogate(words, at - 1))
    return at - (isLowSurrogate(words, at - 1) ? 2 : 1);
  let start = at - 1;
  while (start > 0 && !(kindOf(words.charCodeAt(start - 1)) !== WORD && isEdge(words, start))) start--;
  return start;
}

function isHighSurrogate(words: string, at: number): boolean {
  const unit = words.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(words: string, at: number): boolean {
  const unit = words.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff;
}
