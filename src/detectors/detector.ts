import type { Range } from '../core/span.ts';

/** Finds what no list of phrases can hold. One file per detector; `name` is what stands between < and >. */
export interface Detector {
  readonly name: string;
  /** What it finds, in one line, for the documentation. */
  readonly about: string;
  /** The names that it looks for; where nobody tells any, there is nothing that it could find. */
  readonly names?: NameList | undefined;
  /** Where what it finds is not for everybody's eyes. */
  readonly secret?: Secret | undefined;
  /** Ranges in the words, in reading order. They may overlap where the words can be read in several ways. */
  find(subject: DetectorSubject, context: DetectorContext): readonly Range[];
}

/** How reports cover what a detector found. */
export interface Secret {
  /** Covered in every report, or only where a rule with `masked` found it. */
  readonly everywhere: boolean;
  /** The ranges to cover, in the words that were found. */
  hidden(found: string): readonly Range[];
}

/** Names that a text alone does not tell. */
export type NameList = 'agents' | 'companies' | 'customers';

export interface DetectorSubject {
  readonly words: string;
  /**
   * The words in lower case, half width, simplified characters, and Kazakh letters as a Russian keyboard types
   * them (ү and ұ are у, і is и). Unit for unit as long as `words`.
   */
  readonly folded: string;
}

/** What a detector may know beside the words. Names are not empty and folded like `DetectorSubject.folded`. */
export interface DetectorContext {
  /** Names of the team's agents, from the configuration and from the conversation's speakers. */
  readonly agents: readonly string[];
  /** Names of the company, shop and team. */
  readonly companies: readonly string[];
  /** Names of the customer: from the configuration, of the one who speaks, and as the customer gave them. */
  readonly customers?: readonly string[] | undefined;
  /** Anonymised words of a data set that stand for real ones and are no placeholders; `*` is any run of characters. */
  readonly masks: readonly string[];
}

export const NO_CONTEXT: DetectorContext = { agents: [], companies: [], masks: [] };

/** A global expression that is made when it is first used: most runs need few, and making all takes milliseconds. */
export class Expression {
  readonly #source: string;
  #made: RegExp | undefined;

  constructor(source: string) {
    this.#source = source;
  }

  get made(): RegExp {
    this.#made ??= new RegExp(this.#source, 'gu');
    return this.#made;
  }
}

/** Matches of a global expression as ranges. */
export function rangesOf(global: RegExp | Expression, words: string): Range[] {
  const expression = global instanceof Expression ? global.made : global;
  // matchAll makes an expression of its own for every text, and nearly all texts have no match.
  if (words.search(expression) < 0) return [];
  return [...words.matchAll(expression)].map((match) => ({ start: match.index, end: match.index + match[0].length }));
}

/** Joins the ranges of several readings into reading order, the longer first where two begin together. */
export function inReadingOrder(ranges: readonly Range[]): readonly Range[] {
  return ranges.length < 2 ? ranges : [...ranges].sort((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * A global expression over folded words that matches between edges of words. Han characters have no edges, so
 * a number after one still counts: 在24小时内.
 */
export function betweenEdges(source: string): Expression {
  const inWord = '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{N}_]';
  return new Expression(`(?<!${inWord})(?:${source})(?!${inWord})`);
}

/** The alternatives of an expression, the longest first so that none hides another. */
export function oneOf(words: readonly string[]): string {
  const escaped = [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&'));
  return `(?:${escaped.join('|')})`;
}

/**
 * What a Kazakh noun may end in, folded: 3 күндік, 5 минуттай, мамырға, сенбіде, аптадағы. Listed, so that ай (month)
 * is not found in айфон.
 */
export const KAZAKH_ENDINGS =
  '(?:[лдт](?:ык|ик))?(?:[дт](?:ай|ей))?(?:[лдт](?:ар|ер))?(?:[ыи]|с[ыи]|ымыз|имиз)?' +
  '(?:[ндт](?:ын|ин)|[гкн][ае]|[ндт][ыи]|н|н?[дт][ае]|[ндт](?:ан|ен))?(?:[гк][ыи])?(?:ша|ше)?';
