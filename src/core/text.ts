import type { Edit, Refusal } from './edit.ts';
import { refusal } from './edit.ts';
import type { Range, Span } from './span.ts';
import { joinTouching } from './span.ts';
import { CUT_PAIR, hasLoneHalf, isInsidePair } from './surrogates.ts';

/** Where words stand in the source. */
export interface Location {
  /** In reading order; several where the words are interrupted there (markup, soft breaks). */
  readonly spans: readonly Span[];
  /** False where the source is coded so that only its neighbourhood can be named (base64). */
  readonly exact: boolean;
}

/**
 * Clean words, and the way back to the source as it was written. Rules see `words` only; nobody else
 * does arithmetic on offsets.
 */
export interface Text {
  readonly words: string;
  /** @param range offsets into `words`; an empty range gives one empty span. */
  locate(range: Range): Location;
  /** The edit of the source that puts `words` in place of the range, spelt legally there, or why there is none. */
  edit(range: Range, words: string): Edit | Refusal;
}

/** Decides whether words may be put in place of a range: the reason why not, or undefined. */
export type Objection = (range: Range, words: string) => string | undefined;

/** Text that stands in the source as it is. @param start offset of its first unit in the file. */
export function verbatim(words: string, start: number): Text {
  const spanOf = (range: Range): Span => ({ start: start + range.start, end: start + range.end });
  return {
    words,
    locate: (range) => ({ spans: [spanOf(range)], exact: true }),
    edit(range, replacement) {
      if (isInsidePair(words, range.start) || isInsidePair(words, range.end)) return refusal(CUT_PAIR);
      if (hasLoneHalf(replacement)) return refusal('half a character cannot be written into a file');
      return { span: spanOf(range), words: replacement };
    },
  };
}

/** A text that refuses edits that would change how the source around it is read. */
export function guarded(text: Text, objection: Objection): Text {
  return {
    words: text.words,
    locate: (range) => text.locate(range),
    edit(range, words) {
      const reason = objection(range, words);
      return reason === undefined ? text.edit(range, words) : refusal(reason);
    },
  };
}

/** Words with no place in the source of their own, for what a program wrote and nobody may edit. */
export function unplaced(words: string, near: Span): Text {
  return {
    words,
    locate: () => ({ spans: [near], exact: false }),
    edit: () => refusal('these words do not stand in the source as they are'),
  };
}

/** Part of a text. Offsets of the result count from the start of the part. */
export function slice(text: Text, part: Range): Text {
  const shifted = (range: Range): Range => ({ start: part.start + range.start, end: part.start + range.end });
  return {
    words: text.words.slice(part.start, part.end),
    locate: (range) => text.locate(shifted(range)),
    edit: (range, words) => text.edit(shifted(range), words),
  };
}

/** Several texts read as one, with words between them that stand nowhere in the source. */
export function join(parts: readonly Text[], between: string): Text {
  if (parts.length === 1) return parts[0] as Text;
  const starts: number[] = [];
  let length = 0;
  for (const part of parts) {
    starts.push(length);
    length += part.words.length + between.length;
  }
  const partsOf = (range: Range) => {
    const found: { part: Text; range: Range }[] = [];
    parts.forEach((part, index) => {
      const start = starts[index] as number;
      const end = start + part.words.length;
      const inside = { start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start };
      const touches = range.start === range.end ? inside.start === inside.end : inside.start < inside.end;
      if (touches && inside.start <= inside.end) found.push({ part, range: inside });
    });
    // Where two parts meet, what is put in belongs to the one before.
    return range.start === range.end ? found.slice(0, 1) : found;
  };
  return {
    words: parts.map((part) => part.words).join(between),
    locate(range) {
      const touched = partsOf(range).map(({ part, range: inside }) => part.locate(inside));
      // Where two parts meet, what stands nowhere stands before the second.
      const located = range.start === range.end ? touched.slice(-1) : touched;
      if (located.length === 0) {
        // Only words between the parts: the nearest real place is where the next part begins.
        const next = parts[starts.findIndex((start) => start >= range.start)] ?? (parts.at(-1) as Text);
        return { spans: next.locate({ start: 0, end: 0 }).spans, exact: false };
      }
      return {
        spans: joinTouching(located.flatMap((one) => one.spans)),
        exact: located.every((one) => one.exact),
      };
    },
    edit(range, words) {
      const touched = partsOf(range);
      const only = touched[0];
      const covered = touched.reduce((sum, { range: inside }) => sum + inside.end - inside.start, 0);
      if (only === undefined || touched.length > 1 || covered !== range.end - range.start) {
        return refusal('the words run over parts that stand apart in the source');
      }
      return only.part.edit(only.range, words);
    },
  };
}
