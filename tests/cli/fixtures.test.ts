import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../root.ts';
import { replylint } from './run.ts';

const CLEAN = join(ROOT, 'fixtures/clean');
const BROKEN = join(ROOT, 'fixtures/broken');

const foldersIn = (folder: string) =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);

describe('good service is not complained about', () => {
  test.each(foldersIn(CLEAN))('fixtures/clean/%s', async (folder) => {
    const { code, out, err } = await replylint([folder], { cwd: CLEAN });
    expect({ code, err, findings: out.split('\n').filter((line) => /^\w+\[/.test(line)) }).toEqual({
      code: 0,
      err: '',
      findings: [],
    });
    // A folder in which nothing was read would be silent too.
    expect(out).toMatch(/^No findings in [1-9]\d* files?\.\n$/);
  });
});

/** `npx vitest run --config tests/vitest.config.ts tests/cli/fixtures.test.ts --update` writes them anew. */
describe('bad service is told of, word for word', () => {
  test.each(foldersIn(BROKEN))('fixtures/broken/%s', async (folder) => {
    const { code, out, err } = await replylint([folder], { cwd: BROKEN });
    expect(code).toBeGreaterThan(0);
    await expect(`exit ${code}\n${err}${out}`).toMatchFileSnapshot(join(BROKEN, `${folder}.out`));
  });

  // In the language of the reader, whatever the language of the agent.
  test.each([
    ['zh', 'kk'],
    ['kk', 'zh'],
  ])('in %s', async (locale, folder) => {
    const { out } = await replylint([folder, '--locale', locale], { cwd: BROKEN });
    await expect(out).toMatchFileSnapshot(join(BROKEN, `${folder}.${locale}.out`));
  });
});
