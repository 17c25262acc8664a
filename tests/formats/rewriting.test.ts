import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textsOf } from '../../src/core/document-texts.ts';
import type { Edit } from '../../src/core/edit.ts';
import { isRefusal } from '../../src/core/edit.ts';
import type { Source } from '../../src/core/source.ts';
import type { Text } from '../../src/core/text.ts';
import { readDocument, syntaxOf } from '../../src/formats/read-document.ts';
import { Unwritable } from '../../src/node/edited-copy.ts';
import { rewritten } from '../../src/node/rewritten.ts';
import { isProblem } from '../../src/node/sources.ts';
import { readHtml } from '../../src/texts/html.ts';
import { ROOT } from '../root.ts';
import { words } from '../texts/words.ts';
import type { Fixture } from './fixtures.ts';
import { fixturesBelow } from './fixtures.ts';
import { PARSERS } from './parsers.ts';
import { sourcesIn } from './read-bytes.ts';

/** `REWRITES=1000 npx vitest run … tests/formats/rewriting.test.ts` runs so many for each fixture. */
const CASES = Number(process.env['REWRITES'] ?? 30);
const SEED = 20;

/** A workbook is read and never written. */
const fixtures = fixturesBelow(ROOT)
  .filter(({ name }) => !name.endsWith('.xlsx'))
  .map((fixture) => [fixture.path, fixture] as const);

/** The texts in the bytes of a file, with the sources that they stand in. */
function textsIn(fixture: Fixture, bytes: Buffer): readonly { source: Source; text: Text }[] {
  return [...sourcesIn(bytes, fixture.path, fixture.settings)].flatMap((source) => {
    if (isProblem(source)) throw new Error(source.unreadable);
    const parser = PARSERS[syntaxOf(fixture.path, source.text.slice(0, 200))];
    return readDocument(source, parser, fixture.settings, readHtml)
      .documents.flatMap(textsOf)
      .map((text) => ({ source, text }));
  });
}

const counts = { written: 0, refused: 0 };

describe(`${fixtures.length * CASES} rewritings of ${fixtures.length} files`, () => {
  test.each(fixtures)('%s', async (_, fixture) => {
    const before = textsIn(fixture, fixture.bytes);
    await fc.assert(
      fc.asyncProperty(words, fc.nat(), fc.nat(), fc.nat(), async (replacement, which, from, to) => {
        const index = which % before.length;
        const { source, text } = before[index] as (typeof before)[number];
        const { length } = text.words;
        const [start, end] = [from % (length + 1), to % (length + 1)].sort((a, b) => a - b) as [number, number];
        const edit = text.edit({ start, end }, replacement);
        const bytes = isRefusal(edit) ? undefined : await written(fixture, source, edit);
        if (isRefusal(edit) || bytes === undefined) {
          counts.refused++;
          return;
        }
        counts.written++;
        const after = textsIn(fixture, bytes);
        expect(after.map((one) => one.text.words)).toEqual(
          before.map((one, at) =>
            at === index ? text.words.slice(0, start) + replacement + text.words.slice(end) : one.text.words,
          ),
        );
        expect(bytesChanged(fixture.bytes, bytes)).toBeLessThanOrEqual(mostBytes(source, edit));
      }),
      { seed: SEED, numRuns: CASES },
    );
  });

  test('most of them were written, and not refused', () => {
    expect(counts.written + counts.refused).toBe(fixtures.length * CASES);
    expect(counts.written).toBeGreaterThan(counts.refused);
  });
});

/** The bytes with the edit, or undefined where the encoding of the file lacks a character of it. */
async function written(fixture: Fixture, source: Source, edit: Edit): Promise<Buffer | undefined> {
  try {
    return await rewritten(fixture.bytes, fixture.settings.encoding, [{ source, edits: [edit] }]);
  } catch (error) {
    if (!(error instanceof Unwritable) || error.why !== 'encoding') throw error;
    return undefined;
  }
}

/** How many bytes lie between what both have at their beginning and at their end, in the longer one. */
function bytesChanged(before: Buffer, after: Buffer): number {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let end = 0;
  while (end < most - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return Math.max(before.length, after.length) - start - end;
}

/** No unit takes more than four bytes in any encoding. */
function mostBytes({ text, base }: Source, { span, words: put }: Edit): number {
  const was = Buffer.byteLength(text.slice(span.start - base.offset, span.end - base.offset));
  return 4 * Math.max(was, Buffer.byteLength(put));
}
