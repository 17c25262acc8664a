import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRefusal } from '../../src/core/edit.ts';
import type { Source } from '../../src/core/source.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { FORMATS } from '../../src/formats/registry.ts';
import { readHtml } from '../../src/texts/html.ts';
import { documentEditComplaint, placeComplaint, rawAt, textsOf, treeEditComplaint } from '../reading-back.ts';
import { ROOT } from '../root.ts';
import { words } from '../texts/words.ts';
import type { Fixture } from './fixtures.ts';
import { fixturesBelow } from './fixtures.ts';
import { PARSERS } from './parsers.ts';

const fixtures = fixturesBelow(ROOT).map((fixture) => [fixture.path, fixture] as const);

function textsIn({ sources }: Fixture) {
  return sources.flatMap(({ source, read }) =>
    read.documents.flatMap(textsOf).map((text, index) => ({ source, text, index })),
  );
}

/** Files whose texts are not whole strings of the source. */
const PIECEMEAL = ['openai-parts.json', 'transcript-record.json', 'telegram-result.json'];
const HTML_FORMATS = new Set(FORMATS.flatMap((format) => ('hasHtml' in format && format.hasHtml ? [format.name] : [])));

/** Why words of a mail stay as they are, whatever is to stand there. */
const MAIL_REFUSALS = [
  'it says who writes to whom',
  'the mail says the same in HTML, which would stay as it is',
  'the mail would be read otherwise with these words',
  'only the words of a mail are written, not its markup',
];

function isPiecemeal({ name, sources }: Fixture): boolean {
  return PIECEMEAL.includes(name) || sources.some(({ read }) => HTML_FORMATS.has(read.format ?? ''));
}

describe.each(fixtures)('%s', (_, fixture) => {
  const texts = textsIn(fixture);

  test('every range of every text stands where it was written', () => {
    expect(texts.length).toBeGreaterThan(0);
    for (const { source, text } of texts) {
      expect(placeComplaint(source, text)).toBeUndefined();
      const all = { start: 0, end: text.words.length };
      // Of a mail, what is in base64 or in the encoded words of a header is one place.
      if (source.mails !== undefined && !text.locate(all).exact) continue;
      expect(text.locate(all).exact).toBe(true);
      // What begins and ends in one place of the file begins and ends there with the words.
      const { spans } = text.locate(all);
      expect(spans.map((span) => rawAt(source, span)).join('').length).toBeGreaterThanOrEqual(
        text.words.trimEnd().length - spans.length,
      );
    }
  });

  test('an edit of any text changes it and nothing else, or is refused', () => {
    const read = (source: Source) => readDocument(source, PARSERS[fixture.syntax], fixture.settings, readHtml);
    fc.assert(
      fc.property(words, fc.nat(), fc.nat(), fc.nat(), (replacement, which, from, to) => {
        const { source, text, index } = texts[which % texts.length] as (typeof texts)[number];
        const { length } = text.words;
        const start = Math.min(from % (length + 1), to % (length + 1));
        const end = Math.max(from % (length + 1), to % (length + 1));
        expect(documentEditComplaint({ source, read, text: index }, { start, end }, replacement)).toBeUndefined();
        if (fixture.syntax !== 'text' && source.table === undefined && !isPiecemeal(fixture))
          expect(treeEditComplaint(source, fixture.syntax, text, { start, end }, replacement)).toBeUndefined();
      }),
      { seed: 9, numRuns: 60 },
    );
  });

  test('a word in a text can be replaced', () => {
    // A workbook is read and never written.
    if (fixture.name.endsWith('.xlsx')) return;
    for (const { text } of texts) {
      // A stage direction is known by its words.
      if (/^[[【(]|^(?:End|会话|Сөйлесу) /.test(text.words) || text.words === '会话结束') continue;
      const word = /[\p{L}]{2,}/u.exec(text.words);
      if (word === null) continue;
      const range = { start: word.index, end: word.index + word[0].length };
      const edit = text.edit(range, 'okay');
      if (isRefusal(edit) && MAIL_REFUSALS.includes(edit.refused)) continue;
      expect(isRefusal(edit) ? edit.refused : 'made').toBe('made');
    }
  });
});
