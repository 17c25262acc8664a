import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { compileRules } from '../../src/rules/compile.ts';
import { freezePlan, thawPlan } from '../../src/rules/frozen-plan.ts';
import { ROOT } from '../root.ts';
import { BOOK, PLAN } from '../shipped.ts';

const OWN = {
  concept: 'apology',
  language: 'en',
  phrases: ['(my|our) bad there', 'wild ~ goose <date>'],
  except: ['no goose'],
};

describe('the plan that ships', () => {
  test('comes back from its frozen form as it was', () => {
    const { frozen, numbers } = freezePlan(PLAN);
    const thawed = thawPlan(JSON.parse(JSON.stringify(frozen)), numbers) as typeof PLAN;
    expect(thawed.book).toEqual(PLAN.book);
    expect(JSON.stringify(freezePlan(thawed))).toBe(JSON.stringify({ frozen, numbers }));
  });

  test('is not read where the byte order is another', () => {
    const { frozen, numbers } = freezePlan(PLAN);
    expect(
      thawPlan(
        frozen,
        numbers.map((number) => swap(number)),
      ),
    ).toBeUndefined();
  });

  test('comes out the same where its phrases need not be read again', () => {
    const { frozen, numbers } = freezePlan(PLAN);
    const thawed = thawPlan(JSON.parse(JSON.stringify(frozen)), numbers) as typeof PLAN;
    expect(freezePlan(compileRules(BOOK, thawed)).numbers).toEqual(numbers);
    const withOwn = { ...BOOK, lexicon: [...BOOK.lexicon, OWN] };
    expect(freezePlan(compileRules(withOwn, thawed)).numbers).toEqual(freezePlan(compileRules(withOwn)).numbers);
  });

  test('equals what the loader makes of the rule files now', () => {
    const dist = join(ROOT, 'dist');
    expect(existsSync(join(dist, 'plan.json')), 'run `npm run build` first').toBe(true);
    const { frozen, numbers } = freezePlan(PLAN);
    expect(JSON.parse(readFileSync(join(dist, 'plan.json'), 'utf8'))).toEqual(JSON.parse(JSON.stringify(frozen)));
    expect(new Int32Array(new Uint8Array(readFileSync(join(dist, 'plan.bin'))).buffer)).toEqual(numbers);
  });
});

describe('every rule that ships', () => {
  const spoken = BOOK.rules.map((rule) => [rule.id, rule] as const);

  test.each(spoken)('%s speaks English, Chinese and Kazakh', (_, rule) => {
    for (const sentences of [rule.say, rule.why])
      expect(Object.keys(sentences as object)).toEqual(expect.arrayContaining(['en', 'zh', 'kk']));
    if (rule.instead !== undefined)
      expect(Object.keys(rule.instead)).toEqual(expect.arrayContaining(['en', 'zh', 'zh-Hant', 'kk']));
  });

  test.each(spoken.filter(([, rule]) => rule['reported by'] === undefined))(
    '%s has examples, good and bad, and rows of the catalogue',
    (_, rule) => {
      expect([rule.examples?.bad].flat().length).toBeGreaterThan(1);
      expect([rule.examples?.good].flat().length).toBeGreaterThan(1);
      expect(rule.source?.length).toBeGreaterThan(0);
    },
  );
});

test('every concept is said in English, Chinese and Kazakh, or its language has no such words', () => {
  const languages = new Map<string, Set<string>>();
  for (const { concept, language } of BOOK.lexicon)
    languages.set(concept, (languages.get(concept) ?? new Set()).add(language));
  const missing = [...languages].flatMap(([concept, known]) =>
    ['en', 'zh', 'kk'].filter((tag) => !known.has(tag)).map((tag) => `${concept} ${tag}`),
  );
  // English has one "you". Han has no capitals; Kazakh abbreviations are too many to say which words are none.
  expect(missing.sort()).toEqual(['informal-you en', 'shouted-word kk', 'shouted-word zh']);
});

function swap(number: number): number {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setInt32(0, number, true);
  return bytes.getInt32(0, false);
}
