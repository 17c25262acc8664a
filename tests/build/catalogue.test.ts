import { describe, expect, test } from 'vitest';
import { catalogueMistakes, readCatalogue } from '../../src/build/catalogue.ts';
import { coveragePage } from '../../src/build/coverage.ts';
import type { RuleFile } from '../../src/rules/schema.ts';
import { ROOT } from '../root.ts';
import { BOOK } from '../shipped.ts';

const { norms } = readCatalogue(ROOT);

test('the catalogue and the rules that ship name each other rightly', () => {
  expect(catalogueMistakes(norms, BOOK.rules)).toEqual([]);
});

/** The rows that each text has, from the first to this one. */
const LAST_ROWS = [51, 132, 75, 62, 51];

test('every row of every text is in the catalogue once', () => {
  const rows = [...norms.values()].flatMap((norm) => norm.rows);
  const wanted = LAST_ROWS.flatMap((last, text) =>
    Array.from({ length: last }, (_, at) => `${text}-${String(at + 1).padStart(text === 1 ? 3 : 2, '0')}`),
  );
  expect([...rows].sort()).toEqual(wanted.sort());
});

test('the catalogue has as many norms of each kind as the texts', () => {
  const count = (checkable: string) => [...norms.values()].filter((norm) => norm.checkable === checkable).length;
  expect([count('full'), count('heuristic'), count('not from text')]).toEqual([75, 118, 50]);
});

describe('mistakes', () => {
  const norm = {
    asks: 'A reply greets.',
    checkable: 'full',
    needs: ['draft'],
    rows: ['0-07', '0-20'],
    rules: [],
  } as const;
  const wordy = { ...norm, rules: ['wording/hello'] };
  const rule = (id: string, source?: readonly string[]) => ({ id, source }) as RuleFile;

  test.each<[string, Record<string, object>, readonly RuleFile[], string]>([
    ['a row in two norms', { 'a/b': norm, 'a/c': norm }, [], 'docs/catalogue.yaml: row 0-07 is in a/b and in a/c'],
    [
      'a guess without a reason',
      { 'a/b': { ...norm, checkable: 'heuristic' } },
      [],
      'a/b is heuristic, so it needs reason',
    ],
    ['a rule that does not ship', { 'a/b': wordy }, [], 'a/b names the rule wording/hello, which does not ship'],
    [
      'a row that does not exist',
      { 'a/b': norm },
      [rule('a/b', ['0-07', '4-99'])],
      'rule a/b: the catalogue has no row 4-99',
    ],
    ['a rule without rows', { 'a/b': norm }, [rule('a/b')], 'rule a/b: it checks a/b, so “source” names the rows'],
    [
      'a rule with the rows of another',
      { 'a/b': norm, 'a/c': { ...norm, rows: ['0-08'] } },
      [rule('a/b', ['0-08'])],
      'rule a/b: it checks a/b',
    ],
    [
      'a rule under another id without rows',
      { 'a/b': wordy },
      [rule('wording/hello')],
      'rule wording/hello: it checks a/b',
    ],
    [
      'a rule that no norm knows',
      { 'a/b': norm },
      [rule('wording/hello', ['0-07'])],
      'rule wording/hello: it has rows',
    ],
  ])('%s', (_, entries, rules, mistake) => {
    const found = catalogueMistakes(new Map(Object.entries(entries)) as unknown as typeof norms, rules);
    expect(found.join('\n')).toContain(mistake);
  });

  test('a rule of no text needs no row', () => {
    expect(
      catalogueMistakes(new Map([['a/b', { ...norm, rows: [...norm.rows], needs: [], rules: [] }]]), [rule('input/x')]),
    ).toEqual([]);
  });
});

test('the page follows the rules: without any, nothing is covered', () => {
  expect(coveragePage(norms, [])).toContain('| all | 243 | 0 | 371 | 0 |');
  const greeting = BOOK.rules.filter(({ id }) => id === 'greeting/missing');
  expect(coveragePage(norms, greeting)).toContain(`| all | 243 | 1 | 371 | ${greeting[0]?.source?.length} |`);
});

test('a rule under another id counts for its norm', () => {
  const renamed = BOOK.rules
    .filter(({ id }) => id === 'greeting/missing')
    .map((rule) => ({ ...rule, id: 'wording/hello', preset: 'strict' as const }));
  const mapped = new Map(
    [...norms].map(([id, one]) => [id, { ...one, rules: id === 'greeting/missing' ? ['wording/hello'] : [] }]),
  );
  expect(catalogueMistakes(mapped, renamed)).toEqual([]);
  expect(coveragePage(mapped, renamed)).toMatch(
    /^\| `greeting\/missing` .*wording\/hello.* \| strict \| en, kk, zh \|$/m,
  );
});
