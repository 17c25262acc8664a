import { HAN, isEdge, kindOf, WORD } from './characters.ts';
import { foldingFor } from './fold.ts';
import type { ChoiceNode, Node } from './phrase.ts';

/**
 * One way to find a phrase: literal words that every match holds, and what must stand before and after them.
 * Alternatives beside each other are multiplied out, so that "(would|could) you" is looked for as two anchors
 * that are seldom met instead of one that is met all the time.
 */
export interface Pattern {
  /** As the phrase spells it; the automaton looks for it folded. */
  readonly anchor: string;
  readonly before: readonly Node[];
  readonly after: readonly Node[];
}

/** Undefined where a phrase has no literal words to look for, such as `<date> <time>`. */
export function patternsOf(nodes: readonly Node[]): readonly Pattern[] | undefined {
  return anchored(nodes)?.patterns;
}

/** Whether the anchor of a pattern can stand there at all: a phrase begins and ends at edges of words. */
export function mayStand({ before, after }: Pattern, words: string, start: number, end: number): boolean {
  return (before.length > 0 || isEdge(words, start)) && (after.length > 0 || isEdge(words, end));
}

interface Anchored {
  readonly patterns: readonly Pattern[];
  /** How seldom the weakest anchor is expected in a text. */
  readonly worth: number;
}

/** The most anchors that neighbouring alternatives are multiplied out to. */
const MOST_ANCHORS = 24;

function anchored(nodes: readonly Node[]): Anchored | undefined {
  let best: Anchored | undefined;
  const consider = (found: Anchored | undefined, from: number, to: number) => {
    if (found === undefined || (best !== undefined && best.worth >= found.worth)) return;
    const [before, after] = [nodes.slice(0, from), nodes.slice(to)];
    const patterns = found.patterns.map((inner) => ({
      anchor: inner.anchor,
      before: [...before, ...inner.before],
      after: [...inner.after, ...after],
    }));
    best = { worth: found.worth, patterns };
  };
  for (let from = 0; from < nodes.length; from++) {
    let anchors: readonly string[] = [''];
    for (let to = from; to < nodes.length; to++) {
      const literals = literalsOf(nodes[to] as Node);
      if (literals === undefined || literals.length * anchors.length > MOST_ANCHORS) break;
      anchors = anchors.flatMap((anchor) => literals.map((literal) => anchor + literal));
      consider(anchoredLiterals(anchors), from, to + 1);
    }
    const node = nodes[from] as Node;
    if (node.kind === 'choice' && !node.optional) consider(anchoredChoice(node), from, from + 1);
  }
  return best;
}

/** What a node can be, where it can only be literal words. */
function literalsOf(node: Node): readonly string[] | undefined {
  if (node.kind === 'words') return [node.words];
  if (node.kind !== 'choice' || node.optional) return undefined;
  const literals: string[] = [];
  for (const option of node.options) {
    let words: readonly string[] = [''];
    for (const inner of option) {
      const ways = literalsOf(inner);
      if (ways === undefined || ways.length * words.length > MOST_ANCHORS) return undefined;
      words = words.flatMap((one) => ways.map((way) => one + way));
    }
    literals.push(...words);
  }
  return literals.length <= MOST_ANCHORS ? literals : undefined;
}

function anchoredLiterals(anchors: readonly string[]): Anchored | undefined {
  const worth = Math.min(...anchors.map(worthOf));
  if (worth === 0) return undefined;
  return {
    worth: worth - anchors.length * 0.02,
    patterns: anchors.map((anchor) => ({ anchor, before: [], after: [] })),
  };
}

/** A choice whose options hold more than words: each option brings its own anchors. */
function anchoredChoice({ options }: ChoiceNode): Anchored | undefined {
  const inside: Anchored[] = [];
  for (const option of options) {
    const found = anchored(option);
    if (found === undefined) return undefined;
    inside.push(found);
  }
  return {
    worth: Math.min(...inside.map(({ worth }) => worth)) - options.length * 0.02,
    patterns: inside.flatMap(({ patterns }) => patterns),
  };
}

/** Letters count one, Han characters three; what is no part of a word tells nothing. */
function worthOf(words: string): number {
  const folded = foldingFor('none').words(words);
  let worth = 0;
  for (let at = 0; at < folded.length; at++) {
    const kind = kindOf(folded.charCodeAt(at));
    if (kind === HAN) worth += 3;
    else if (kind === WORD) worth += 1;
    else if (folded[at] !== ' ') worth += 0.5;
  }
  return worth;
}
