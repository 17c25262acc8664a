import type { SetupPlace } from '../core/setup-error.ts';
import { linesOf, wholeFile } from '../core/source.ts';
import { frameOf } from '../reporters/frame.ts';
import { visible } from '../reporters/visible.ts';

/** The line of a mistake in the set-up with a sign under it, and the line before: three lines at most. */
export function setupFrame({ path, text, line, column = 1 }: SetupPlace, width: number): readonly string[] {
  if (text === undefined || line === undefined) return [];
  const lines = linesOf(wholeFile(path, text));
  const at = lines.line(line);
  if (at === undefined) return [];
  const start = Math.min(at.start + column - 1, at.start + at.words.length);
  // What is wrong is a word of it, as far as a place alone tells.
  const length =
    /^(?:(["'])(?:(?!\1).)*\1|[\p{L}\p{N}_/@.*-]+)/u.exec(at.words.slice(start - at.start))?.[0].length ?? 1;
  const gutter = String(line).length;
  const room = Math.max(20, width - gutter - 6);
  const before = line > 1 ? lines.line(line - 1) : undefined;
  const shown = (number: string, sign: string, words: string) =>
    `${sign} ${number.padStart(gutter)} | ${words}`.trimEnd();
  return [
    ...(before === undefined ? [] : [shown(String(line - 1), ' ', visible(before.words.slice(0, room)))]),
    ...frameOf([{ lines, span: { start, end: start + length }, sign: '^', label: '' }], room).map(({ number, words }) =>
      shown(number === undefined ? '' : String(number), number === undefined ? ' ' : '>', words),
    ),
  ];
}
