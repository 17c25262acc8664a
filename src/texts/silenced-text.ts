import type { Directive } from '../core/directive.ts';
import { mayHoldDirective } from '../core/directive.ts';
import type { DocumentKind } from '../core/document.ts';
import type { Range } from '../core/span.ts';
import { overlapsAny, union } from '../core/span.ts';
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

/** How the words of a text are understood. */
export interface Understanding<Format> {
  /** The format that fits words best. */
  formatOf(words: string): Format | undefined;
  /** What in a draft was written by others: the mail that it answers. */
  quotedIn(words: string): readonly Range[];
}

/**
 * Takes the directives out of a text whose format shows only without them. What a team writes, drafts and libraries, may
 * hold them anywhere but in what it quotes. A conversation is written by strangers: there, only lines above all that was
 * said count, and only in a plain transcript, which has such a place.
 */
export function silencedText<Format extends Kept>(
  text: Text,
  marks: DirectiveMarks,
  { formatOf, quotedIn }: Understanding<Format>,
): SilencedText<Format> {
  const lines = directiveLinesIn(text, marks);
  if (lines.length === 0) return { text, directives: [], format: formatOf(text.words) };
  const following = (trusted: readonly DirectiveLine[]) => {
    const trust = new Set(trusted);
    return {
      text: withoutRanges(
        text,
        trusted.flatMap(({ line }) => line ?? []),
      ),
      directives: lines.map((one) => (trust.has(one) ? one.directive : untrusted(one.directive))),
    };
  };
  const all = following(lines);
  const format = formatOf(all.text.words);
  if (format?.kind === 'draft') {
    const quoted = union(quotedIn(text.words));
    return { ...following(lines.filter(({ at }) => !overlapsAny(at, quoted))), format };
  }
  if (format?.kind !== 'conversation') return { ...all, format };
  const top = following(lines.filter(({ isAtTop }) => isAtTop));
  const topFormat = formatOf(top.text.words);
  if (topFormat?.kind !== 'conversation' || topFormat.name === PLAIN_TRANSCRIPT) return { ...top, format: topFormat };
  return { ...following([]), format: formatOf(text.words) };
}

function untrusted({ span, words }: Directive): Directive {
  return { kind: 'untrusted', span, words };
}

const PLAIN_TRANSCRIPT = 'transcript';

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
