import type { Range } from '../core/span.ts';
import type { ReadMessage } from './check.ts';

/** What a rule looks for, compiled: the number of a set of phrases, or the name of a detector. */
export type Wanted = { readonly set: number } | { readonly detector: string };

export interface WantedHit extends Range {
  readonly instead?: string | undefined;
}

/** Where any of the wanted stands, in reading order, the longest of those that overlap. */
export function hitsOf({ reading }: ReadMessage, wanted: readonly Wanted[]): readonly WantedHit[] {
  const only = wanted[0];
  if (wanted.length === 1 && only !== undefined && 'set' in only) return reading.hits(only.set).map(fromHit);
  const all: WantedHit[] = wanted.flatMap((one) =>
    'set' in one ? reading.hits(one.set).map(fromHit) : [...reading.detected(one.detector)],
  );
  all.sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: WantedHit[] = [];
  for (const hit of all) if (hit.start >= (kept.at(-1)?.end ?? 0)) kept.push(hit);
  return kept;
}

export function has({ reading }: ReadMessage, wanted: readonly Wanted[]): boolean {
  return wanted.some((one) =>
    'set' in one ? reading.hits(one.set).length > 0 : reading.detected(one.detector).length > 0,
  );
}

function fromHit(hit: { start: number; end: number; phrase: { instead?: string | undefined } }): WantedHit {
  return { start: hit.start, end: hit.end, instead: hit.phrase.instead };
}
