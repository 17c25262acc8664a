import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: '.',
  test: {
    include: ['tests/**/*.test.ts'],
    // A property test that fails must be repeatable: seeds stand in the tests.
    testTimeout: 60_000,
  },
});
