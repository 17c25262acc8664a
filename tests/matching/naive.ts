import type { Range } from '../../src/core/span.ts';
import { HAN, isEdge, kindOf, WORD } from '../../src/matching/characters.ts';
import { createEndings } from '../../src/matching/endings.ts';
import { foldingFor } from '../../src/matching/fold.ts';
import type { Node } from '../../src/matching/phrase.ts';
import { parsePhrase } from '../../src/matching/phrase.ts';
import { isShortHan, standsAlone } from '../../src/matching/segments.ts';

/**
 * The slow way to say where a phrase stands, for comparison: every offset is tried, a phrase is followed part
 * by part, and positions are those of a text that was cleaned one character at a time.
 */
export function naiveHits(phrases: readonly string[], text: string): Range[] {
  const { words: cleaned, starts, ends } = cleanOneByOne(text);
  const words = cleaned.replace(/(?<=[\u0400-\u052f])[iI]|[iI](?=[\u0400-\u052f])/g, (i) => (i === 'i' ? 'і' : 'І'));
  const folded = foldingFor('none').words(words);
  const found: Range[] = [];
  for (const phrase of phrases) {
    const nodes = parsePhrase(phrase);
    for (let start = 0; start < words.length; start++) {
      if (!isEdge(words, start)) continue;
      for (const end of endsOf(nodes, 0, start, folded, words)) {
        if (end <= start || !isEdge(words, end)) continue;
        if (isShortHan(words, { start, end }) && !standsAlone(words, { start, end })) continue;
        found.push({ start: starts[start] as number, end: ends[end - 1] as number });
      }
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Range[] = [];
  for (const hit of found) if (kept.length === 0 || hit.start >= (kept.at(-1) as Range).end) kept.push(hit);
  return kept;
}

const endings = createEndings();

function* endsOf(nodes: readonly Node[], index: number, at: number, folded: string, words: string): Generator<number> {
  const node = nodes[index];
  if (node === undefined) {
    yield at;
    return;
  }
  const rest = (to: number) => endsOf(nodes, index + 1, to, folded, words);
  if (node.kind === 'words') {
    const literal = foldingFor('none').words(node.words);
    if (folded.startsWith(literal, at)) yield* rest(at + literal.length);
  } else if (node.kind === 'choice') {
    if (node.optional) yield* rest(at);
    for (const option of node.options) for (const end of endsOf(option, 0, at, folded, words)) yield* rest(end);
  } else if (node.kind === 'ending') {
    for (const end of endings.after(words, at)) yield* rest(end);
  } else if (node.kind === 'gap') {
    for (const end of gapEnds(node.most, at, words)) yield* rest(end);
  }
}

/** Offsets from which at most `most` words lie behind and no sentence ends between. */
function gapEnds(most: number, from: number, words: string): number[] {
  const result: number[] = [];
  if (!isEdge(words, from)) return result;
  for (let to = from; to <= words.length && !stops(words, from, to); to++) {
    if (isEdge(words, to) && wordsIn(words.slice(from, to)) <= most) result.push(to);
  }
  return result;
}

function stops(words: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    if ('!?;。！？；…\u2029'.includes(words[at] as string)) return true;
    if (words[at] === '.' && /^(\s|$)/.test(words.slice(at + 1, at + 2))) return true;
  }
  // A line drawn across the text.
  let marks = 0;
  for (let at = from; at < to; at++) {
    marks = kindOf(words.charCodeAt(at)) === 0 ? marks + 1 : 0;
    if (marks > 16) return true;
  }
  return false;
}

function wordsIn(between: string): number {
  let count = 0;
  for (let at = 0; at < between.length; ) {
    const kind = kindOf(between.charCodeAt(at));
    if (kind === HAN) {
      count++;
      at += /^[\ud800-\udbff]/.test(between.slice(at)) ? 2 : 1;
    } else if (kind === WORD) {
      count++;
      at++;
      while (at < between.length && !(kindOf(between.charCodeAt(at)) !== WORD && isEdge(between, at))) at++;
    } else at++;
  }
  return count;
}

function cleanOneByOne(text: string): { words: string; starts: number[]; ends: number[] } {
  const starts: number[] = [];
  const ends: number[] = [];
  let words = '';
  const put = (piece: string, start: number, end: number) => {
    for (let unit = 0; unit < piece.length; unit++) {
      starts.push(start);
      ends.push(end);
    }
    words += piece;
  };
  const clusters = [...text].map((sign) => sign);
  let at = 0;
  for (let index = 0; index < clusters.length; ) {
    let sign = clusters[index] as string;
    const start = at;
    at += sign.length;
    index++;
    if (/^[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]$/.test(sign)) continue;
    if (/\s/.test(sign)) {
      while (index < clusters.length && /\s/.test(clusters[index] as string)) {
        sign += clusters[index];
        at += (clusters[index] as string).length;
        index++;
      }
      const paragraph = /\n\s*\n|\r\s*\r(?!\n)|\u2029/.test(sign);
      put(paragraph ? '\u2029' : ' ', start, at);
      continue;
    }
    while (
      index < clusters.length &&
      /\p{M}/u.test(clusters[index] as string) &&
      !/[\ufe00-\ufe0f]/.test(clusters[index] as string)
    ) {
      sign += clusters[index];
      at += (clusters[index] as string).length;
      index++;
    }
    const composed = sign.normalize('NFC');
    if (composed === sign)
      for (let unit = 0; unit < sign.length; unit++) put(sign[unit] as string, start + unit, start + unit + 1);
    else put(composed, start, at);
  }
  return { words, starts, ends };
}
