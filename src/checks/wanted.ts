import type { Range } from '../core/span.ts';
import type { ReadMessage } from './check.ts';

/** What a rule looks for, compiled: the number of a set of phrases, or the name of a detector. */
export type Wanted = { readonly set: number } | { readonly detector: string };

/** Tells what is wanted from the rest of a mechanism's options. */
export function isWanted(value: object): value is Wanted {
  return (
    ('set' in value && typeof value.set === 'number') || ('detector' in value && typeof value.detector === 'string')
  );
}

export interface WantedHit extends Range {
  readonly instead?: string | undefined;
}

/** Where any of the wanted stands, in reading order, the longest of those that overlap. */
export function hitsOf({ reading }: ReadMessage, wanted: readonly Wanted[]): readonly WantedHit[] {
  let all: WantedHit[] | undefined;
  for (const one of wanted) {
    if ('set' in one) {
      for (const { start, end, phrase } of reading.hits(one.set)) {
        all ??= [];
        all.push({ start, end, instead: phrase.instead });
      }
    } else {
      for (const range of reading.detected(one.detector)) {
        all ??= [];
        all.push(range);
      }
    }
  }
  return all === undefined ? NO_HITS : longestOf(all);
}

const NO_HITS: readonly WantedHit[] = [];

function longestOf(hits: WantedHit[]): readonly WantedHit[] {
  hits.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: WantedHit[] = [];
  for (const hit of hits) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}

export function has({ reading }: ReadMessage, wanted: readonly Wanted[]): boolean {
  return wanted.some((one) =>
    'set' in one ? reading.hits(one.set).length > 0 : reading.detected(one.detector).length > 0,
  );
}
