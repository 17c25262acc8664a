import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits } from '../../src/core/edit.ts';
import type { Hunk } from '../../src/core/unified-diff.ts';
import { hunkHead, hunksOf } from '../../src/core/unified-diff.ts';

/** What `patch` makes of a text: hunks are applied by their line numbers, and must find the lines that they name. */
function patched(text: string, hunks: readonly Hunk[]): string {
  const lines = text.split(/(?<=\n)/);
  const result: string[] = [];
  let at = 0;
  for (const { before, after, lines: hunkLines } of hunks) {
    result.push(...lines.slice(at, before.line - 1));
    at = before.line - 1;
    expect(result.length).toBe(after.line - 1);
    for (const { sign, words, isUnended } of hunkLines) {
      const line = isUnended === true ? words : `${words}\n`;
      if (sign !== '+') expect(lines[at++]).toBe(line);
      if (sign !== '-') result.push(line);
    }
  }
  return [...result, ...lines.slice(at)].join('');
}

test('the hunks make of the text what the edits make of it', () => {
  const text = fc
    .array(fc.constantFrom('a', 'bc', '\n', '\n\n', 'd\n'), { minLength: 1, maxLength: 60 })
    .map((all) => all.join(''));
  fc.assert(
    fc.property(
      text,
      fc.array(fc.nat(), { maxLength: 8 }),
      fc.constantFrom('x', '', 'y\nz', '\n'),
      (was, cuts, words) => {
        const offsets = [...new Set(cuts.map((cut) => cut % (was.length + 1)))].sort((a, b) => a - b);
        const edits = offsets.flatMap((start, at) =>
          at % 2 === 0 && offsets[at + 1] !== undefined
            ? [{ span: { start, end: offsets[at + 1] as number }, words }]
            : [],
        );
        const hunks = hunksOf({ text: was, base: { offset: 0, line: 1 }, grown: 0, isToEnd: true }, edits);
        expect(patched(was, hunks)).toBe(applyEdits(was, edits));
      },
    ),
    { seed: 6, numRuns: 500 },
  );
});

test('lines that stand near each other share a hunk, and its head counts them', () => {
  const text = Array.from({ length: 20 }, (_, index) => `line ${index + 1}\n`).join('');
  const edit = (line: number) => {
    const start = text.indexOf(`line ${line}\n`);
    return { span: { start, end: start + 4 }, words: 'row' };
  };
  const hunks = hunksOf({ text, base: { offset: 0, line: 1 }, grown: 0, isToEnd: true }, [edit(2), edit(8), edit(18)]);
  expect(hunks.map(hunkHead)).toEqual(['@@ -1,11 +1,11 @@', '@@ -15,6 +15,6 @@']);
});
