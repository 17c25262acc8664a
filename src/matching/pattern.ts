import { LANGUAGES } from '../languages/registry.ts';
import { HAN, kindOf, WORD } from './characters.ts';
import { foldingFor } from './fold.ts';
import type { ChoiceNode, Node } from './phrase.ts';
import { LONGEST_ANCHOR } from './trie.ts';

/**
 * One way to find a phrase: literal words that every match holds, and what must stand before and after them.
 * Alternatives beside each other are multiplied out, so that "(would|could) you" is looked for as two anchors
 * that are seldom met instead of one that is met all the time.
 */
export interface Pattern {
  /** As the phrase spells it; it is looked for folded. */
  readonly anchor: string;
  readonly before: readonly Node[];
  readonly after: readonly Node[];
  /** Whether the anchor may begin in the middle of a word. */
  readonly isInner: boolean;
}

/**
 * Where a phrase is cut to look for it, worked out once since it takes long: the first node and the end of the literal
 * words that its anchors are made of. Where both are one, that node is a choice, and the cuts of its options follow.
 */
export type Cut = readonly number[];

/** Undefined where a phrase has no literal words to look for, such as `<date> <time>`. */
export function cutOf(nodes: readonly Node[]): Cut | undefined {
  return bestCut(nodes)?.cut;
}

export function patternsOf(nodes: readonly Node[], cut: Cut): readonly Pattern[] {
  return anchored(nodes, cut.values()).map(({ anchor, before, after }) => {
    // A blank says little, and an anchor that begins with a word begins where words do.
    const blanks = anchor.length - anchor.trimStart().length;
    const head = anchor.slice(blanks, blanks + LONGEST_ANCHOR);
    const rest = anchor.slice(blanks + LONGEST_ANCHOR);
    const beforeAll = [...before, ...wordsNodes(anchor.slice(0, blanks))];
    return {
      anchor: head,
      before: beforeAll,
      after: [...wordsNodes(rest), ...after],
      isInner: kindOf(head.charCodeAt(0)) === WORD && mayEndInWord(beforeAll),
    };
  });
}

function wordsNodes(words: string): readonly Node[] {
  return words === '' ? [] : [{ kind: 'words', words }];
}

/** Whether nodes can end with a letter that goes on in what follows. */
function mayEndInWord(nodes: readonly Node[]): boolean {
  const last = nodes.at(-1);
  if (last === undefined) return false;
  if (last.kind === 'words') return kindOf(last.words.charCodeAt(last.words.length - 1)) === WORD;
  if (last.kind === 'choice')
    return last.options.some(mayEndInWord) || (last.optional && mayEndInWord(nodes.slice(0, -1)));
  // A gap and an ending stop at edges of words; what a detector finds may end anywhere.
  return last.kind === 'detector';
}

type AnchoredWords = Omit<Pattern, 'isInner'>;

function anchored(nodes: readonly Node[], cut: Iterator<number>): readonly AnchoredWords[] {
  const from = cut.next().value as number;
  const to = cut.next().value as number;
  const isChoice = from === to;
  const inside = isChoice
    ? (nodes[from] as ChoiceNode).options.flatMap((option) => anchored(option, cut))
    : (waysOf(nodes.slice(from, to)) ?? []).map((anchor) => ({ anchor, before: [], after: [] }));
  const [before, after] = [nodes.slice(0, from), nodes.slice(isChoice ? from + 1 : to)];
  return inside.map((inner) => ({
    anchor: inner.anchor,
    before: [...before, ...inner.before],
    after: [...inner.after, ...after],
  }));
}

interface ExpectedCut {
  readonly cut: Cut;
  /** How often one of the anchors is expected to be met, in ordinary text. */
  readonly expected: number;
}

/** The most anchors that neighbouring alternatives are multiplied out to. */
const MOST_ANCHORS = 24;

function bestCut(nodes: readonly Node[]): ExpectedCut | undefined {
  let best: ExpectedCut | undefined;
  const consider = (cut: Cut, expected: number) => {
    if (best === undefined || expected < best.expected) best = { cut, expected };
  };
  for (let from = 0; from < nodes.length; from++) {
    let anchors: readonly string[] = [''];
    for (let to = from; to < nodes.length; to++) {
      const literals = literalsOf(nodes[to] as Node);
      if (literals === undefined || literals.length * anchors.length > MOST_ANCHORS) break;
      anchors = joined(anchors, literals);
      const expected = anchors.reduce((sum, anchor) => sum + frequencyOf(anchor), 0);
      if (expected < ANYWHERE) consider([from, to + 1], expected);
    }
    // A choice whose options hold more than words: each option brings its own anchors.
    const node = nodes[from] as Node;
    if (node.kind !== 'choice' || node.optional) continue;
    const inside = node.options.map(bestCut);
    if (inside.every((found) => found !== undefined))
      consider(
        [from, from, ...inside.flatMap(({ cut }) => cut)],
        inside.reduce((sum, { expected }) => sum + expected, 0),
      );
  }
  return best;
}

/** What a node can be, where it can only be literal words. */
function literalsOf(node: Node): readonly string[] | undefined {
  if (node.kind === 'words') return [node.words];
  if (node.kind !== 'choice' || node.optional) return undefined;
  const literals: string[] = [];
  for (const option of node.options) {
    const ways = waysOf(option);
    if (ways === undefined) return undefined;
    literals.push(...ways);
  }
  return literals.length <= MOST_ANCHORS ? literals : undefined;
}

/** What nodes one after the other can be. */
function waysOf(nodes: readonly Node[]): readonly string[] | undefined {
  let ways: readonly string[] = [''];
  for (const node of nodes) {
    const literals = literalsOf(node);
    if (literals === undefined || literals.length * ways.length > MOST_ANCHORS) return undefined;
    ways = joined(ways, literals);
  }
  return ways;
}

function joined(starts: readonly string[], ends: readonly string[]): readonly string[] {
  return starts.flatMap((start) => ends.map((end) => start + end));
}

/** What is no word at all is met everywhere. */
const ANYWHERE = 1;

/**
 * A rough guess of how often words are met, per character of text: the rarest word decides, each other one makes
 * them rarer still. It chooses between anchors and nothing else.
 */
function frequencyOf(words: string): number {
  const folded = foldingFor('none').words(words);
  let frequency = ANYWHERE;
  for (const [word] of folded.matchAll(/[\p{Script=Han}]|[\p{L}\p{M}\p{N}']+|[^\s\p{L}\p{M}\p{N}]/gu)) {
    const own = wordFrequency(word);
    // Beside a frequent word another makes little difference, beside a rare one much.
    const together = frequency === ANYWHERE ? 1 : Math.min(1, Math.max(0.1, Math.max(frequency, own) * 10));
    frequency = Math.min(frequency, own) * together;
  }
  return frequency;
}

function wordFrequency(word: string): number {
  if (kindOf(word.charCodeAt(0)) === HAN) return COMMON_HAN.includes(word) ? 0.03 : 0.005;
  if (!/[\p{L}\p{N}]/u.test(word)) return MARK;
  if (commonWords().has(word)) return 0.02;
  return BY_LENGTH[Math.min(word.length, BY_LENGTH.length - 1)] as number;
}

/** Of words that are not among the commonest, by their length; short ones also stand inside others. */
const BY_LENGTH = [1, 0.05, 0.02, 0.006, 0.002, 0.001, 0.0005, 0.0003, 0.0002];

/** Marks are met in texts of every language. */
const MARK = 0.3;

const COMMON_HAN = '的是不了在有我您你们好一这个请可以没到给会要吗呢';

let common: ReadonlySet<string> | undefined;

function commonWords(): ReadonlySet<string> {
  common ??= new Set(
    LANGUAGES.flatMap((language) => language.commonWords.map((word) => foldingFor('none').words(word))),
  );
  return common;
}
