import type { Span } from '../core/span.ts';
import type { ExampleResult } from '../engine/examples.ts';

export interface DiffLine {
  /** ` ` where both agree, `-` what was expected, `+` what was found. */
  readonly sign: ' ' | '-' | '+';
  readonly words: string;
}

/** The text of an example line by line, with ⟦…⟧ around what was expected and what was found. */
export function exampleDiff({ text, expected, found }: ExampleResult): readonly DiffLine[] {
  const wanted = marked(text, expected).split('\n');
  const seen = marked(text, found).split('\n');
  const lines = wanted.flatMap((words, index): DiffLine[] => {
    const other = seen[index] as string;
    return words === other
      ? [{ sign: ' ', words }]
      : [
          { sign: '-', words },
          { sign: '+', words: other },
        ];
  });
  return lines.at(-1)?.words === '' ? lines.slice(0, -1) : lines;
}

/** Marks add no lines, so both texts have the same ones. */
function marked(text: string, spans: readonly Span[]): string {
  const marks = spans.flatMap(({ start, end }) => [
    { at: start, sign: '⟦', rank: 1 },
    { at: end, sign: '⟧', rank: start === end ? 2 : 0 },
  ]);
  marks.sort((a, b) => a.at - b.at || a.rank - b.rank);
  let result = '';
  let done = 0;
  for (const { at, sign } of marks) {
    result += text.slice(done, at) + sign;
    done = at;
  }
  return result + text.slice(done);
}
