import type { Kept } from '../core/fix.ts';
import type { Detector, DetectorContext } from '../detectors/detector.ts';
import { DETECTORS } from '../detectors/registry.ts';
import { foldingFor } from '../matching/fold.ts';

/**
 * What no fix may change, whoever proposes it: the same numbers, days, amounts, names, links, negations and slots must
 * stand in the sentence before and after. The first of them that does not is the answer.
 * @param names not folded
 */
export function whatIsLost(before: string, after: string, names: DetectorContext): Kept | undefined {
  const [was, is] = [subject(before), subject(after)];
  const context = foldedContext(names);
  for (const { what, detectors, isFolded } of KINDS) {
    const found = (one: Subject) =>
      detectors
        .flatMap((detector) => detector.find(one, context).map(({ start, end }) => [start, end] as const))
        .map(([start, end]) => (isFolded ? one.folded : one.words).slice(start, end).replace(/\s+/g, ' '))
        .filter((words) => !ARTICLES.has(words))
        .sort()
        .join('\n');
    if (found(was) !== found(is)) return what;
  }
  return lacksName(before, after) ? 'name' : undefined;
}

interface Subject {
  readonly words: string;
  readonly folded: string;
}

/** Compared folded where letter case and width say nothing. */
const KINDS: readonly { what: Kept; detectors: readonly Detector[]; isFolded: boolean }[] = [
  { what: 'placeholder', detectors: called('placeholder'), isFolded: false },
  { what: 'link', detectors: called('link', 'email'), isFolded: false },
  { what: 'amount', detectors: called('money'), isFolded: true },
  { what: 'date', detectors: called('date', 'time', 'duration'), isFolded: true },
  { what: 'number', detectors: called('number', 'phone', 'card', 'iban'), isFolded: true },
  { what: 'name', detectors: called('agent-name', 'company-name', 'customer-name'), isFolded: true },
  { what: 'negation', detectors: called('negation'), isFolded: true },
];

function called(...names: readonly string[]): readonly Detector[] {
  return DETECTORS.filter(({ name }) => names.includes(name));
}

/** Number words that are articles too: a word that stands twice may be one. */
const ARTICLES: ReadonlySet<string> = new Set(['a', 'an']);

function subject(words: string): Subject {
  return { words, folded: foldingFor('none').words(words) };
}

const foldedContexts = new WeakMap<DetectorContext, DetectorContext>();

function foldedContext(names: DetectorContext): DetectorContext {
  let folded = foldedContexts.get(names);
  if (folded === undefined) {
    const fold = (list: readonly string[]) =>
      list.map((name) => foldingFor('none').words(name.trim())).filter((name) => name !== '');
    folded = {
      agents: fold(names.agents),
      companies: fold(names.companies),
      customers: fold(names.customers ?? []),
      masks: names.masks,
    };
    foldedContexts.set(names, folded);
  }
  return folded;
}

/** A word that is capitalised inside a sentence is a name, and stays as it is written. */
function lacksName(before: string, after: string): boolean {
  const left = new Map<string, number>();
  for (const [word] of after.matchAll(CAPITALISED)) left.set(word, (left.get(word) ?? 0) + 1);
  for (const match of before.matchAll(CAPITALISED)) {
    if (SENTENCE_START.test(before.slice(0, match.index))) continue;
    const count = left.get(match[0]) ?? 0;
    if (count === 0) return true;
    left.set(match[0], count - 1);
  }
  return false;
}

const CAPITALISED = /(?<![\p{L}\p{N}'’])\p{Lu}[\p{Ll}\p{M}]+(?:[-'’]\p{L}+)*/gu;
/** The start, or the end of a sentence or the colon before. */
const SENTENCE_START = /(?:^|[.!?…:\n。！？：～~])[\s"'“‘«(（「『*_>-]*$/u;
