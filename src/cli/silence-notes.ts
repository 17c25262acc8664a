import type { Wording } from '../locales/wording.ts';
import type { Silence } from './silence.ts';

/** What the end of a report says of what is silenced, and of a baseline that knows more than there is. */
export function silenceNotes({ counts, baselines }: Silence, { silencing }: Wording): readonly string[] {
  const isAny = Object.values(counts).some((count) => count > 0);
  const stale = baselines.filter(({ stale: entries }) => entries.length > 0);
  return [
    ...(isAny ? [silencing.silenced(counts)] : []),
    ...stale.map((baseline) => silencing.stale(baseline.stale.length, baseline.shown)),
  ];
}
