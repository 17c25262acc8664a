import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findingsIn, folderWith, replylint } from '../cli/run.ts';
import { ROOT } from '../root.ts';

/** The files of the worked example, as the page shows them. */
function filesOf(page: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...page.matchAll(/```(?:ts|yaml) (\S+)\n([\s\S]*?)```/g)].map(([, path, text]) => [
      path as string,
      text as string,
    ]),
  );
}

const files = filesOf(readFileSync(`${ROOT}docs/plugins.md`, 'utf8'));

test('the worked example has a configuration, a plugin and rules', () => {
  expect(Object.keys(files)).toEqual([
    'replylint.config.yaml',
    'plugins/orders.ts',
    'house-rules/orders/bare-number.yaml',
    'house-rules/orders/many-promises.yaml',
  ]);
});

test('its examples agree, and reach every phrase', async () => {
  const { out, code } = await replylint(['test', '--coverage', '--format', 'json'], { cwd: folderWith(files) });
  const { rules, unreached } = JSON.parse(out) as {
    rules: { id: string; fires: boolean; examples: { agrees: boolean; text: string }[] }[];
    unreached: { phrase: string }[];
  };
  expect(rules.map(({ id, fires }) => ({ id, fires }))).toEqual([
    { id: 'orders/bare-number', fires: true },
    { id: 'orders/many-promises', fires: true },
  ]);
  expect(rules.flatMap(({ examples }) => examples.filter(({ agrees }) => !agrees))).toEqual([]);
  expect(unreached.map(({ phrase }) => phrase)).toEqual([]);
  expect(code).toBe(0);
});

test('its rules lint files, and its mechanism can be set', async () => {
  const chat =
    'Customer: hi\nAgent: Hello, Ben here. We ship by 5 May and by 9 May you have your money. AU-654321 has been cancelled.\n';
  const cwd = folderWith({ ...files, 'a.txt': chat });
  const run = async (...flags: string[]) =>
    findingsIn(await replylint(['a.txt', '--only', 'orders/*', '--format', 'json', ...flags], { cwd })).map(
      ({ rule, words }) => `${rule}: ${words}`,
    );
  expect(await run()).toEqual(['orders/bare-number: AU-654321 has been cancelled']);
  expect(await run('--preset', 'strict')).toEqual([
    'orders/many-promises: by 9 May',
    'orders/bare-number: AU-654321 has been cancelled',
  ]);
  const set = folderWith({
    ...files,
    'replylint.config.yaml': `${files['replylint.config.yaml']}rules: {orders/many-promises: {promises: {most: 1}}}\n`,
    'a.txt': chat,
  });
  const outcome = await replylint(['a.txt', '--only', 'orders/many-promises', '--format', 'json'], { cwd: set });
  expect(findingsIn(outcome).map(({ words }) => words)).toEqual(['by 9 May']);
});
