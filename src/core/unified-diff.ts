import type { Edit } from './edit.ts';
import { applyEdits } from './edit.ts';
import { partitionPoint } from './partition-point.ts';

/** One place where two texts differ, with the lines around it. */
export interface Hunk {
  /** 1-based numbers of the first line, and how many. */
  readonly before: { readonly line: number; readonly count: number };
  readonly after: { readonly line: number; readonly count: number };
  /** Without their line feeds. */
  readonly lines: readonly DiffLine[];
}

export interface DiffLine {
  readonly sign: ' ' | '-' | '+';
  readonly words: string;
  /** It is the last of the file, and no line feed follows. */
  readonly isUnended?: boolean;
}

export interface DiffedText {
  readonly text: string;
  /** Where the text begins in its file: UTF-16 units before it, and the 1-based number of its first line. */
  readonly base: { readonly offset: number; readonly line: number };
  /** How many more lines the file has by now than it had, from what was edited before. */
  readonly grown: number;
  /** Whether the text goes to the end of the file, so that a last line without its line feed is shown as such. */
  readonly isToEnd: boolean;
}

const AROUND = 3;

/** The hunks of a unified diff, from the edits: lines that no edit touches are not compared. @param edits in reading order */
export function hunksOf({ text, base, grown, isToEnd }: DiffedText, edits: readonly Edit[]): readonly Hunk[] {
  const starts = lineStarts(text);
  const lineOf = (offset: number) => partitionPoint(starts, (start) => start > offset) - 1;
  const endOf = (line: number) => starts[line + 1] ?? text.length;
  const blocks: { from: number; to: number; edits: Edit[] }[] = [];
  for (const edit of edits) {
    const from = lineOf(edit.span.start - base.offset);
    const to = lineOf(edit.span.end - base.offset) + 1;
    const last = blocks.at(-1);
    if (last !== undefined && from <= last.to) {
      last.to = Math.max(to, last.to);
      last.edits.push(edit);
    } else blocks.push({ from, to, edits: [edit] });
  }
  const hunks: Hunk[] = [];
  let moved = grown;
  for (let at = 0; at < blocks.length; ) {
    const first = blocks[at] as (typeof blocks)[number];
    const start = Math.max(0, first.from - AROUND);
    const lines: DiffLine[] = [];
    let done = start;
    const keepUpTo = (line: number) => {
      for (; done < line; done++)
        lines.push(...linesIn(text.slice(starts[done], endOf(done)), ' ', isToEnd && done === starts.length - 1));
    };
    let end = first.to;
    for (;;) {
      const block = blocks[at] as (typeof blocks)[number];
      keepUpTo(block.from);
      const isLast = isToEnd && block.to === starts.length;
      const [from, to] = [starts[block.from] as number, endOf(block.to - 1)];
      const was = text.slice(from, to);
      lines.push(...linesIn(was, '-', isLast));
      lines.push(...linesIn(applyEdits(was, block.edits, base.offset + from), '+', isLast));
      done = block.to;
      end = block.to;
      at++;
      const next = blocks[at];
      if (next === undefined || next.from - end > 2 * AROUND) break;
    }
    keepUpTo(Math.min(starts.length, end + AROUND));
    const count = (sign: '-' | '+') => lines.filter((line) => line.sign === ' ' || line.sign === sign).length;
    const line = base.line + start;
    hunks.push({ before: { line, count: count('-') }, after: { line: line + moved, count: count('+') }, lines });
    moved += count('+') - count('-');
  }
  return hunks;
}

/** As `diff -u` writes it, without colours. */
export function hunkHead({ before, after }: Hunk): string {
  const range = ({ line, count }: Hunk['before']) =>
    `${count === 0 ? line - 1 : line}${count === 1 ? '' : `,${count}`}`;
  return `@@ -${range(before)} +${range(after)} @@`;
}

/** Offsets where lines begin; what follows the last line feed is a line only where it says something. */
function lineStarts(text: string): readonly number[] {
  const starts = [0];
  for (let feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) starts.push(feed + 1);
  if (starts.length > 1 && starts.at(-1) === text.length) starts.pop();
  return starts;
}

function linesIn(text: string, sign: DiffLine['sign'], isToEnd: boolean): readonly DiffLine[] {
  if (text === '') return [];
  const isUnended = isToEnd && !text.endsWith('\n');
  const lines = (text.endsWith('\n') ? text.slice(0, -1) : text).split('\n');
  return lines.map((words, index) => ({ sign, words, isUnended: isUnended && index === lines.length - 1 }));
}
