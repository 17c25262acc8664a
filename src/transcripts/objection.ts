import { partitionPoint } from '../core/partition-point.ts';
import type { Range } from '../core/span.ts';
import type { Objection } from '../core/text.ts';
import { namesWithRoles } from './header.ts';
import type { Label } from './label.ts';
import type { Line } from './lines.ts';
import { lineOf } from './lines.ts';
import { introducedNames, offersService } from './speakers.ts';
import { timeBehind } from './times.ts';

/**
 * Refuses the words that would make a transcript read otherwise than in their own place: as a label, a time, a stage
 * direction, or as what tells who somebody is. Only the lines that change are read again.
 */
export function transcriptObjection(lines: readonly Line[], labels: ReadonlyMap<Line, Label>): Objection {
  let labelled: ReadonlySet<string> | undefined;
  return (range, replacement) => {
    labelled ??= new Set(lines.flatMap(({ label }) => label?.name ?? []));
    const names = labelled;
    if (/[\r\n]/.test(replacement)) return 'a line break could begin a new message';
    const before = linesAt(lines, range);
    const [first] = before;
    const last = before.at(-1);
    if (first === undefined || last === undefined || range.start < first.range.start || range.end > last.range.end)
      return 'the words begin or end inside a line break';
    const changed = withWords(first, last, range, replacement);
    const losesLabel = before.slice(1).some(({ label }) => label !== undefined);
    if (losesLabel || changed.kind !== first.kind || !isSameLabel(first, changed))
      return 'the words would be read as a label or event';
    const wordsAt = labels.get(first)?.wordsAt ?? 0;
    if (isTrimmedOtherwise(first, last, changed, wordsAt)) return 'white space around a message is no part of it';
    const said = changed.words.slice(wordsAt);
    if (names.has(said.trim())) return 'the words would be read as the name of a speaker';
    const [clues, ...others] = before.map(({ words }, at) => cluesIn(at === 0 ? words.slice(wordsAt) : words, names));
    const isAsTelling = clues === cluesIn(said, names) && others.every((other) => other === '');
    return isAsTelling ? undefined : 'the words tell who is speaking';
  };
}

/** The lines that a range runs over. */
function linesAt(lines: readonly Line[], { start, end }: Range): readonly Line[] {
  const first = Math.min(
    partitionPoint(lines, ({ range }) => range.end >= start),
    lines.length - 1,
  );
  const behind = partitionPoint(lines, ({ range }) => range.start > end);
  return lines.slice(first, behind);
}

function withWords(first: Line, last: Line, { start, end }: Range, replacement: string): Line {
  const words =
    first.words.slice(0, start - first.range.start) + replacement + last.words.slice(end - last.range.start);
  return lineOf({ start: 0, end: words.length }, words);
}

function isSameLabel(before: Line, after: Line): boolean {
  const written = (line: Line) =>
    JSON.stringify([line.label ?? null, line.label === undefined ? null : (timeBehind(line, line.label) ?? null)]);
  return written(before) === written(after);
}

function isTrimmedOtherwise(first: Line, last: Line, changed: Line, wordsAt: number): boolean {
  const said = changed.words.slice(wordsAt);
  // Nothing is left of the line, or nothing was there.
  if (said.trim() === '' || first.words.slice(wordsAt).trim() === '') return true;
  const leading = (words: string) => words.length - words.trimStart().length;
  const trailing = (words: string) => words.length - words.trimEnd().length;
  return leading(said) !== leading(first.words.slice(wordsAt)) || trailing(said) !== trailing(last.words);
}

/** What the words tell of who somebody is. */
function cluesIn(words: string, names: ReadonlySet<string>): string {
  const clues = [...namesWithRoles([words])].flat();
  const introduced = introducedNames(words, names);
  return [...clues, ...introduced, offersService(words) ? '+' : ''].join('|').replace(/^\|*$/, '');
}
