import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { generatedFiles } from '../../src/build/generate.ts';
import { constantOf, SHELVES, thingsOn } from '../../src/build/shelves.ts';
import { ROOT } from '../root.ts';

test.each([...(await generatedFiles(ROOT))])('%s is what `npm run generate` makes', (path, text) => {
  expect(readFileSync(join(ROOT, path), 'utf8')).toBe(text);
});

test.each(SHELVES)('every file of $folder exports the thing that it is named for', async ({ folder, list }) => {
  const registry = (await import(join(ROOT, folder, 'registry.ts'))) as Record<
    string,
    readonly { readonly [key: string]: unknown }[]
  >;
  const things = thingsOn(ROOT, { ...(SHELVES.find((one) => one.folder === folder) as (typeof SHELVES)[number]) });
  expect(registry[list]?.length).toBe(things.length);
  for (const [index, thing] of things.entries()) {
    const own = (await import(join(ROOT, folder, `${thing}.ts`))) as Record<string, unknown>;
    expect(registry[list]?.[index]).toBe(own[constantOf(thing)]);
    const value = registry[list]?.[index] as {
      readonly name?: string;
      readonly tag?: string;
      readonly locale?: string;
    };
    expect(value.name ?? value.tag ?? value.locale).toBe(thing);
  }
});
