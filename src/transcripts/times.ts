import { parseTime } from '../core/parse-time.ts';
import type { Label } from './label.ts';
import type { Line } from './lines.ts';

/** "Agent Ben: 00:00:05 Good afternoon": a time behind every label is no part of what was said. */
export function withTimesBehind(labelled: readonly (readonly [Line, Label])[]): ReadonlyMap<Line, Label> {
  const labels = new Map<Line, Label>();
  for (const [line, label] of labelled) {
    const behind = timeBehind(line, label);
    if (behind === undefined || label.time !== undefined) return new Map(labelled);
    labels.set(line, { ...label, ...behind, isMarked: true });
  }
  return labels.size > 1 ? labels : new Map(labelled);
}

/** The time that the words behind a label begin with. */
export function timeBehind({ words }: Line, { wordsAt }: Label): Pick<Label, 'time' | 'wordsAt'> | undefined {
  const match = /^[[(（]?(\d{1,2}[:：]\d{2}(?:[:：]\d{2})?)[\])）]?[ \t]+/.exec(
    words.slice(wordsAt, wordsAt + LONGEST),
  );
  const time = parseTime(match?.[1] ?? '');
  return match === null || time === undefined ? undefined : { time, wordsAt: wordsAt + match[0].length };
}

const LONGEST = 40;
