import { foldingFor } from './fold.ts';

/** A word, a Han character or a slot of a text, folded, and where it ends in the text. */
export interface Token {
  readonly words: string;
  readonly start: number;
}

/**
 * What texts are compared by: words of scripts with spaces, single Han characters, and slots of templates, which
 * are the same whatever they are called.
 */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN))
    tokens.push({ words: SLOT.test(match[0]) ? SLOT_WORDS : foldingFor('none').words(match[0]), start: match.index });
  return tokens;
}

const SLOT_WORDS = '{}';
const SLOT = /^(?:[%#$]?\{|<<|\[)/;
const TOKEN =
  /\{\{[^{}\n]{1,120}\}\}|\{%[^{}\n]{1,120}%\}|[%#$]?\{[^{}\n]{1,60}\}|<<[^<>\n]{1,60}>>|\[[^[\]\n]{2,60}\](?!\()|\p{Script=Han}|[\p{L}\p{N}\p{M}](?:[\p{L}\p{N}\p{M}'’](?<!\p{Script=Han}))*/gu;

/** Hashes of the runs of three tokens, in order and each once. A shorter text is one run. */
export function shinglesOf(tokens: readonly Token[]): Uint32Array {
  const hashes = new Set<number>();
  const last = Math.max(1, tokens.length - RUN + 1);
  for (let at = 0; at < last; at++) {
    let hash = FNV_START;
    for (let token = at; token < Math.min(at + RUN, tokens.length); token++) {
      const { words } = tokens[token] as Token;
      for (let unit = 0; unit < words.length; unit++) hash = Math.imul(hash ^ words.charCodeAt(unit), FNV_PRIME);
      hash = Math.imul(hash ^ BETWEEN, FNV_PRIME);
    }
    hashes.add(hash >>> 0);
  }
  return Uint32Array.from(hashes).sort();
}

const RUN = 3;
const FNV_START = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const BETWEEN = 0x20;

/** How many hashes both have. Both are in order. */
export function sharedBetween(one: Uint32Array, other: Uint32Array): number {
  let shared = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] as number) - (other[b] as number);
    if (difference === 0) shared++;
    if (difference <= 0) a++;
    if (difference >= 0) b++;
  }
  return shared;
}
