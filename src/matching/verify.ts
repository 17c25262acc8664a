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
 * Every offset where the nodes can end when they begin at one of `from`. Sets of offsets instead of
 * backtracking: the work is bounded by nodes times offsets, whatever the text.
 */
export function forward(nodes: readonly Node[], from: readonly number[], around: Surroundings): readonly number[] {
  let offsets = from;
  for (const node of nodes) {
    if (offsets.length === 0) return offsets;
    offsets = distinct(offsets.flatMap((at) => nodeForward(node, at, around)));
  }
  return offsets;
}

/** Every offset where the nodes can begin when they end at one of `from`. */
export function backward(nodes: readonly Node[], from: readonly number[], around: Surroundings): readonly number[] {
  let offsets = from;
  for (let index = nodes.length - 1; index >= 0 && offsets.length > 0; index--) {
    const node = nodes[index] as Node;
    offsets = distinct(offsets.flatMap((at) => nodeBackward(node, at, around)));
  }
  return offsets;
}

function nodeForward(node: Node, at: number, around: Surroundings): readonly number[] {
  const { words } = around;
  switch (node.kind) {
    case 'words':
      return standsAt(node.words, at, around) ? [at + node.words.length] : [];
    case 'choice':
      return choiceForward(node, at, around);
    case 'ending':
      return around.endings.after(words, at);
    case 'detector':
      return around
        .detected(node.name)
        .filter((range) => range.start === at)
        .map((range) => range.end);
    case 'gap':
      return gapForward(node.most, at, words);
  }
}

function nodeBackward(node: Node, at: number, around: Surroundings): readonly number[] {
  const { words } = around;
  switch (node.kind) {
    case 'words': {
      const start = at - node.words.length;
      return start >= 0 && standsAt(node.words, start, around) ? [start] : [];
    }
    case 'choice':
      return choiceBackward(node, at, around);
    case 'ending':
      return around.endings.before(words, at);
    case 'detector':
      return around
        .detected(node.name)
        .filter((range) => range.end === at)
        .map((range) => range.start);
    case 'gap':
      return gapBackward(node.most, at, words);
  }
}

function choiceForward(node: ChoiceNode, at: number, around: Surroundings): readonly number[] {
  const unit = around.words.charCodeAt(at);
  const reached = followed(doorsOf(node).first, unit, (option) => forward(option, [at], around));
  return node.optional ? [at, ...reached] : reached;
}

function choiceBackward(node: ChoiceNode, at: number, around: Surroundings): readonly number[] {
  const unit = around.words.charCodeAt(at - 1);
  const reached = followed(doorsOf(node).last, unit, (option) => backward(option, [at], around));
  return node.optional ? [at, ...reached] : reached;
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

function followed(
  { byUnit, anywhere }: OptionsByUnit,
  unit: number,
  follow: (option: Option) => readonly number[],
): readonly number[] {
  const here = Number.isNaN(unit) ? undefined : byUnit.get(foldingFor('none').unit(unit));
  if (here === undefined && anywhere.length === 0) return [];
  return [...(here ?? []), ...anywhere].flatMap((option) => [...follow(option)]);
}

/** Whether the literal stands at the offset, compared as the surroundings fold. */
export function standsAt(literal: string, at: number, { words, folding }: Surroundings): boolean {
  if (at + literal.length > words.length) return false;
  for (let unit = 0; unit < literal.length; unit++) {
    if (folding.unit(words.charCodeAt(at + unit)) !== folding.unit(literal.charCodeAt(unit))) return false;
  }
  return true;
}

/** Offsets after up to `most` words or Han characters, where a word may begin. */
function gapForward(most: number, from: number, words: string): number[] {
  if (!isEdge(words, from)) return [];
  const offsets = [from];
  let at = from;
  for (let taken = 0; ; taken++) {
    for (; at < words.length && isBetween(words, at); at++) offsets.push(at + 1);
    if (taken === most || at >= words.length || kindOf(words.charCodeAt(at)) === 0) break;
    at = wordEnd(words, at);
    offsets.push(at);
  }
  return offsets;
}

function gapBackward(most: number, from: number, words: string): number[] {
  if (!isEdge(words, from)) return [];
  const offsets = [from];
  let at = from;
  for (let taken = 0; ; taken++) {
    for (; at > 0 && isBetween(words, at - 1); at--) offsets.push(at - 1);
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

function distinct(offsets: readonly number[]): readonly number[] {
  return offsets.length < 2 ? offsets : [...new Set(offsets)];
}
