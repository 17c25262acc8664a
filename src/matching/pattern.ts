import { HAN, kindOf } from './characters.ts';
import { fold, foldTable } from './fold.ts';
import type { Node } from './phrase.ts';

/**
 * One way to find a phrase: literal words that every match holds, and what must stand before and after them.
 * A phrase whose best words are an alternative has a pattern for each.
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

interface Anchored {
  readonly patterns: readonly Pattern[];
  /** How seldom the weakest anchor is expected in a text. */
  readonly worth: number;
}

function anchored(nodes: readonly Node[]): Anchored | undefined {
  let best: Anchored | undefined;
  nodes.forEach((node, index) => {
    const inside = anchoredNode(node);
    if (inside === undefined || (best !== undefined && best.worth >= inside.worth)) return;
    const before = nodes.slice(0, index);
    const after = nodes.slice(index + 1);
    best = {
      worth: inside.worth,
      patterns: inside.patterns.map((pattern) => ({
        anchor: pattern.anchor,
        before: [...before, ...pattern.before],
        after: [...pattern.after, ...after],
      })),
    };
  });
  return best;
}

function anchoredNode(node: Node): Anchored | undefined {
  if (node.kind === 'words') return anchoredWords(node.words);
  if (node.kind !== 'choice' || node.optional) return undefined;
  const options: Anchored[] = [];
  for (const option of node.options) {
    const inside = anchored(option);
    if (inside === undefined) return undefined;
    options.push(inside);
  }
  return {
    // A choice of many short words is worth less than one literal of the same length.
    worth: Math.min(...options.map((option) => option.worth)) - options.length * 0.1,
    patterns: options.flatMap((option) => option.patterns),
  };
}

function anchoredWords(words: string): Anchored | undefined {
  const folded = fold(words, foldTable('none'));
  if (folded.trim() === '') return undefined;
  let worth = 0;
  for (let at = 0; at < folded.length; at++) {
    const unit = folded.charCodeAt(at);
    if (unit !== 0x20) worth += kindOf(unit) === HAN ? 3 : 1;
  }
  return { worth, patterns: [{ anchor: words, before: [], after: [] }] };
}
