import type { Directive } from '../core/directive.ts';
import { mayHoldDirective } from '../core/directive.ts';
import type { DocumentKind } from '../core/document.ts';
import type { Text } from '../core/text.ts';
import { guarded, verbatim } from '../core/text.ts';
import { withoutRanges } from '../core/without-ranges.ts';
import type { DirectiveLine, DirectiveMarks } from './directive-lines.ts';
import { directiveLinesIn } from './directive-lines.ts';

/** A text without the lines that are not for the customer, and what they say. */
export interface SilencedText<Format> {
  readonly text: Text;
  readonly directives: readonly Directive[];
  readonly format: Format | undefined;
}

/** What must be known of a format to trust what stands in it. */
interface Kept {
  readonly name: string;
  readonly kind: DocumentKind;
}

/**
 * Takes the directives out of a text whose format shows only without them. What a team writes, drafts and libraries, may
 * hold them anywhere. A conversation is written by strangers: there, only lines above all that was said count, and only
 * in a plain transcript, which has such a place.
 * @param formatOf the format that fits words best
 */
export function silencedText<Format extends Kept>(
  text: Text,
  marks: DirectiveMarks,
  formatOf: (words: string) => Format | undefined,
): SilencedText<Format> {
  const lines = directiveLinesIn(text, marks);
  if (lines.length === 0) return { text, directives: [], format: formatOf(text.words) };
  const all = without(text, lines);
  const format = formatOf(all.words);
  if (format?.kind !== 'conversation')
    return { text: all, directives: lines.map(({ directive }) => directive), format };
  const top = without(
    text,
    lines.filter(({ isAtTop }) => isAtTop),
  );
  const topFormat = formatOf(top.words);
  const isTrusted = topFormat?.kind !== 'conversation' || topFormat.name === PLAIN_TRANSCRIPT;
  const directives = lines.map(({ directive, isAtTop }): Directive => {
    if (isTrusted && isAtTop) return directive;
    const { span, words } = directive;
    return { kind: 'untrusted', span, words };
  });
  if (isTrusted) return { text: top, directives, format: topFormat };
  return { text, directives, format: formatOf(text.words) };
}

const PLAIN_TRANSCRIPT = 'transcript';

function without(text: Text, lines: readonly DirectiveLine[]): Text {
  return withoutRanges(
    text,
    lines.flatMap(({ line }) => line ?? []),
  );
}

/** A text in which no edit makes words of a reply into a directive, or a directive into words. */
export function withDirectivesKept(text: Text, marks: DirectiveMarks): Text {
  const { words } = text;
  const hasNone = !mayHoldDirective(words);
  const written = (changed: string) =>
    directiveLinesIn(verbatim(changed, 0), marks)
      .map(({ directive, line }) => `${line === undefined} ${directive.words}`)
      .join('\n');
  let before: string | undefined;
  return guarded(text, ({ start, end }, replacement) => {
    if (hasNone) {
      const from = start === 0 ? 0 : words.lastIndexOf('\n', start - 1) + 1;
      const feed = words.indexOf('\n', end);
      const line = words.slice(from, start) + replacement + words.slice(end, feed < 0 ? words.length : feed);
      return mayHoldDirective(line) ? OBJECTION : undefined;
    }
    before ??= written(words);
    return written(words.slice(0, start) + replacement + words.slice(end)) === before ? undefined : OBJECTION;
  });
}

const OBJECTION = 'the words, or others in the file, would be read as a directive';
