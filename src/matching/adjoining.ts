import { kindOf, WORD } from './characters.ts';
import type { Folding } from './fold.ts';
import { foldingFor } from './fold.ts';
import type { Node } from './phrase.ts';

/**
 * What may stand next to an anchor where its phrase does. A glance at it tells most of the anchors that are met
 * ("to", "no", "thank you") from the phrases that they belong to. Units are folded and stand for 31 others too: one
 * bit of 32 for each.
 */
export interface Adjoining {
  /** Units next to the anchor. */
  readonly next: number;
  /** Units behind a blank next to it. */
  readonly beyond: number;
  /** Whether an edge of a word must be there. */
  readonly isEdge: boolean;
}

/** 1 for what follows an anchor, -1 for what stands before it. */
export type Step = 1 | -1;

/** What may stand next to an anchor on whose side the nodes stand. */
export function adjoining(nodes: readonly Node[], step: Step): Adjoining {
  return nearest(nodes, step, AT_EDGE);
}

/** @param at of the unit next to the anchor; beyond the words there is the unit 0 */
export function mayAdjoin(
  next: number,
  beyond: number,
  words: string,
  at: number,
  step: Step,
  folding: Folding,
): boolean {
  const unit = folding.unit(words.charCodeAt(at));
  if (unit !== SPACE) return (next & bitOf(unit)) !== 0;
  return (beyond & bitOf(folding.unit(words.charCodeAt(at + step)))) !== 0;
}

const ANYTHING = -1;

/** Where a phrase ends, or a gap begins. */
const AT_EDGE: Adjoining = { next: ANYTHING, beyond: ANYTHING, isEdge: true };
const ANYWHERE: Adjoining = { next: ANYTHING, beyond: ANYTHING, isEdge: false };

const SPACE = 0x20;

function bitOf(unit: number): number {
  return 1 << (unit & 31);
}

/** @param further what may stand where the nodes are passed */
function nearest(nodes: readonly Node[], step: Step, further: Adjoining): Adjoining {
  const outwards = step === 1 ? nodes.toReversed() : nodes;
  return outwards.reduce((behind, node) => nearestOf(node, step, behind), further);
}

function nearestOf(node: Node, step: Step, further: Adjoining): Adjoining {
  switch (node.kind) {
    case 'words':
      return nearestWords(node.words, step, further);
    case 'choice':
      return node.options
        .map((option) => nearest(option, step, further))
        .reduce(either, node.optional ? further : undefined) as Adjoining;
    case 'gap':
      return AT_EDGE;
    case 'ending':
      return step === 1 ? ANYWHERE : AT_EDGE;
    case 'detector':
      return ANYWHERE;
  }
}

function nearestWords(words: string, step: Step, further: Adjoining): Adjoining {
  const folding = foldingFor('none');
  const first = words.at(step === 1 ? 0 : -1) as string;
  const unit = folding.unit(first.charCodeAt(0));
  if (unit !== SPACE) return { next: bitOf(unit), beyond: 0, isEdge: !goesOnInWords(unit) };
  const second = words.at(step === 1 ? 1 : -2);
  if (words.length > 1) return { next: 0, beyond: bitOf(folding.unit((second as string).charCodeAt(0))), isEdge: true };
  return { next: 0, beyond: further.beyond === 0 ? further.next : ANYTHING, isEdge: true };
}

/** A letter, or an apostrophe, which may stand between two. */
function goesOnInWords(unit: number): boolean {
  return kindOf(unit) === WORD || unit === 0x27;
}

function either(one: Adjoining | undefined, other: Adjoining): Adjoining {
  if (one === undefined) return other;
  return { next: one.next | other.next, beyond: one.beyond | other.beyond, isEdge: one.isEdge && other.isEdge };
}
