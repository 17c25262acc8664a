import type { Directive } from '../core/directive.ts';
import { directiveAt, mayHoldDirective } from '../core/directive.ts';
import type { Range, Span } from '../core/span.ts';
import type { Text } from '../core/text.ts';

/** How a file says that a line is not for the customer. */
export type DirectiveMarks = 'markdown' | 'hash';

export function directiveMarksOf(path: string): DirectiveMarks {
  return /\.(?:md|markdown)$/i.test(path) ? 'markdown' : 'hash';
}

/** A directive in a text, and the line that it stands in. */
export interface DirectiveLine {
  readonly directive: Directive;
  /** With the line break behind it; undefined where other words stand in the line. */
  readonly line: Range | undefined;
  /** Nothing but directives and blank lines stands above it. */
  readonly isAtTop: boolean;
}

/** The directives of a text, in their order. */
export function directiveLinesIn(text: Text, marks: DirectiveMarks): readonly DirectiveLine[] {
  if (!mayHoldDirective(text.words)) return [];
  const found: FoundDirective[] = [];
  const standing: (Range | undefined)[] = [];
  const tops: boolean[] = [];
  let isTop = true;
  for (const { start, end, isFenced } of linesOf(text.words, marks)) {
    const line = text.words.slice(start, end);
    const inside = isFenced ? undefined : directiveIn(line, marks);
    if (inside === undefined) {
      if (line.trim() !== '') isTop = false;
      continue;
    }
    found.push({ range: { start: start + inside.start, end: start + inside.end }, line: { start, end } });
    standing.push(inside.isAlone ? { start, end: Math.min(end + 1, text.words.length) } : undefined);
    tops.push(isTop && inside.isAlone);
    if (!inside.isAlone) isTop = false;
  }
  const directives = directivesAt(found, text.words, (range) => text.locate(range).spans[0] as Span);
  return directives.map((directive, index) => {
    const line = standing[index];
    const { span, words } = directive;
    return {
      directive: line === undefined ? { kind: 'malformed', span, words } : directive,
      line,
      isAtTop: tops[index] === true,
    };
  });
}

/** Where a directive was found. */
export interface FoundDirective {
  /** Its words, without the marks around them. */
  readonly range: Range;
  /** The line that it stands in, without its break. */
  readonly line: Range;
}

/** Directives with what they are for, in the order in which they were found. @param words of the whole text or file */
export function directivesAt(
  found: readonly FoundDirective[],
  words: string,
  spanOf: (range: Range) => Span,
): readonly Directive[] {
  const directives: Directive[] = [];
  /** The line that the directives below are for, and where the first of them stands. */
  let below: { readonly at: number; readonly target: Range | undefined } | undefined;
  for (const { range, line } of found.toReversed()) {
    const following = lineWithWords(words, line.end);
    const target = following !== undefined && following.start === below?.at ? below.target : following;
    below = { at: line.start, target };
    const directive = directiveAt(words.slice(range.start, range.end), spanOf(range).start);
    const isNextLine = directive.kind === 'instruction' && directive.verb === 'disable-next-line';
    directives.push(isNextLine ? { ...directive, over: target === undefined ? [] : [spanOf(target)] } : directive);
  }
  return directives.reverse();
}

/** The first line below an offset that is not blank. */
function lineWithWords(words: string, from: number): Range | undefined {
  for (let feed = words.indexOf('\n', from); feed >= 0; ) {
    const next = words.indexOf('\n', feed + 1);
    const line = { start: feed + 1, end: next < 0 ? words.length : next };
    if (/\S/.test(words.slice(line.start, line.end))) return line;
    feed = next;
  }
  return undefined;
}

interface LineOfText extends Range {
  /** Inside of a fenced block of Markdown, where a comment is text. */
  readonly isFenced: boolean;
}

function* linesOf(words: string, marks: DirectiveMarks): Generator<LineOfText> {
  let fence: string | undefined;
  for (let start = 0; start <= words.length; ) {
    const feed = words.indexOf('\n', start);
    const end = feed < 0 ? words.length : feed;
    const isFenced = fence !== undefined;
    if (marks === 'markdown') {
      const line = words.slice(start, Math.min(end, start + LONGEST_FENCE));
      const sign = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
      if (fence === undefined) fence = sign;
      else if (sign?.startsWith(fence) && line.trim() === sign) fence = undefined;
    }
    yield { start, end, isFenced };
    start = end + 1;
  }
}

/** Units of a line that are looked at for a fence. */
const LONGEST_FENCE = 200;

/** Where a directive stands in a line, without its marks. */
function directiveIn(line: string, marks: DirectiveMarks): (Range & { readonly isAlone: boolean }) | undefined {
  if (!mayHoldDirective(line)) return undefined;
  const alone = ALONE[marks].exec(line);
  if (alone !== null) {
    const [, before = '', words = ''] = alone;
    return { start: before.length, end: before.length + words.length, isAlone: true };
  }
  // Something like it, in a comment that has other words beside it.
  const near = NEAR[marks].exec(line);
  if (near === null) return undefined;
  const start = near.index + (near[1] as string).length;
  return { start, end: start + (near[2] as string).trimEnd().length, isAlone: false };
}

const ALONE: Readonly<Record<DirectiveMarks, RegExp>> = {
  markdown: /^( {0,3}<!--[ \t]*)(replylint-(?:(?!-->).)*?)[ \t]*-->[ \t]*$/i,
  hash: /^( {0,3}#[ \t]*)(replylint-.*?)[ \t]*$/i,
};

const NEAR: Readonly<Record<DirectiveMarks, RegExp>> = {
  markdown: /(<!--[ \t]*)(replylint-(?:(?!-->).)*)/i,
  hash: /^([ \t]*#[ \t]*)(replylint-.*)/i,
};
