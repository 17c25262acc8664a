import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../../src/core/edit.ts';
import { applyEdits } from '../../src/core/edit.ts';
import { Splices } from '../../src/core/splices.ts';

/** Edits of a text of this length, none touching another. */
function editsOf(length: number, cuts: readonly number[], words: readonly string[], base: number): readonly Edit[] {
  const offsets = [...new Set(cuts.map((cut) => cut % (length + 1)))].sort((a, b) => a - b);
  const edits: Edit[] = [];
  for (let at = 0; at + 1 < offsets.length; at += 2)
    edits.push({
      span: { start: base + (offsets[at] as number), end: base + (offsets[at + 1] as number) },
      words: words[at % words.length] as string,
    });
  return edits;
}

test('the edits of several rounds together make of the first text what they made one after the other', () => {
  const round = fc.tuple(
    fc.array(fc.nat(), { maxLength: 8 }),
    fc.array(fc.string({ maxLength: 3 }), { minLength: 1, maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.string({ maxLength: 40 }), fc.array(round, { maxLength: 6 }), fc.nat(50), (first, rounds, base) => {
      const splices = new Splices({ start: base, end: base + first.length });
      let text = first;
      for (const [cuts, words] of rounds) {
        const edits = editsOf(text.length, cuts, words, base);
        splices.add(edits, base);
        text = applyEdits(text, edits, base);
      }
      expect(applyEdits(first, splices.edits, base)).toBe(text);
    }),
    { seed: 4, numRuns: 500 },
  );
});
