import type { Span } from './span.ts';

/** A change of the source: `words`, spelt as the source wants them, in place of the span. */
export interface Edit {
  readonly span: Span;
  readonly words: string;
}

/** Why words cannot be changed where they stand. */
export interface Refusal {
  readonly refused: string;
  /** The neighbourhood of the words, where it is known. */
  readonly near?: Span | undefined;
}

export function refusal(refused: string, near?: Span): Refusal {
  return { refused, near };
}

export function isRefusal(answer: Edit | Refusal): answer is Refusal {
  return 'refused' in answer;
}

/**
 * The text of a source with the edits made.
 * @param base offset of the first unit of `text` in its file
 * @throws RangeError when edits overlap or lie outside the text
 */
export function applyEdits(text: string, edits: readonly Edit[], base = 0): string {
  const inOrder = [...edits].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  let result = '';
  let done = 0;
  for (const { span, words } of inOrder) {
    const start = span.start - base;
    const end = span.end - base;
    if (start < done) throw new RangeError(`edits overlap at offset ${span.start}`);
    if (end < start || end > text.length) throw new RangeError(`an edit ends outside the text at offset ${span.end}`);
    result += text.slice(done, start) + words;
    done = end;
  }
  return result + text.slice(done);
}
