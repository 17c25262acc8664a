import { describe, expect, test } from 'vitest';
import { wholeFile } from '../../src/core/source.ts';
import type { ExampleReader, ExampleResult } from '../../src/engine/examples.ts';
import { runExamples } from '../../src/engine/examples.ts';
import { readDocument } from '../../src/formats/read-document.ts';
import { treeReaderFor } from '../../src/texts/tree-reader.ts';
import { BOOK, PLAN } from '../shipped.ts';

const readYaml = await treeReaderFor('yaml');

/** Libraries are written in YAML, all else is a transcript or a draft. */
const read: ExampleReader = (text, settings) =>
  readDocument(wholeFile('example', text), settings.kind === 'library' ? readYaml : undefined, {
    ...settings,
    fields: {},
  }).documents;

const rules = BOOK.rules.filter((rule) => rule['reported by'] === undefined);

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(runExamples(rule, PLAN, read).map((result) => [`${result.kind}: ${result.text.trim()}`, result] as const))(
    '%s',
    (_title, result) => {
      expect(result.isUnreadable).toBe(false);
      expect(wordsAt(result, result.found)).toEqual(wordsAt(result, result.expected));
      if (result.kind === 'bad') expect(result.expected.length).toBeGreaterThan(0);
    },
  );
});

/** Words with their offsets, so that a failure can be read. */
function wordsAt({ text }: ExampleResult, spans: ExampleResult['found']): readonly string[] {
  return spans.map(({ start, end }) => `${start}: ${text.slice(start, end)}`);
}
