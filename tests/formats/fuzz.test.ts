import { describe, expect, test } from 'vitest';
import { ROOT } from '../root.ts';
import { PLAN } from '../shipped.ts';
import { fixturesBelow } from './fixtures.ts';
import { mutated, randomFrom, seedOf } from './mutations.ts';
import { createTrial } from './trial.ts';

/** Of each file; there are many. `npm run fuzz` tries many more. */
const MUTATIONS = 12;
const SEED = 1;

const trial = createTrial(PLAN);
const fixtures = fixturesBelow(ROOT);
const others = fixtures.map(({ bytes }) => bytes);

describe('any damage to a file gives documents or problems', () => {
  test.each(fixtures.map((fixture) => [fixture.path, fixture] as const))('%s', async (path, { bytes, settings }) => {
    for (let number = 0; number < MUTATIONS; number++) {
      const random = randomFrom(seedOf(SEED, path, number));
      const input = { bytes: mutated(bytes, others, random), path, settings };
      expect([number, await trial(input, random)]).toEqual([number, undefined]);
    }
  });
});
