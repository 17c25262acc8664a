import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { folderWith } from '../cli/run.ts';
import { ROOT } from '../root.ts';

const PLUGIN =
  /```ts plugins\/orders\.ts\n([\s\S]*?)```/.exec(readFileSync(`${ROOT}docs/plugins.md`, 'utf8'))?.[1] ?? '';

const config = (value: string) => `import { defineConfig } from 'replylint';\nexport default defineConfig(${value});\n`;

/** What the compiler says of modules that import the package as it is published: without the packages that are bundled. */
test('the types of the package know plugins and configurations', () => {
  expect(PLUGIN).not.toBe('');
  const cwd = folderWith({
    'plugin.ts': PLUGIN,
    'config.ts': config(
      "{ extends: ['strict'], rules: { 'greeting/missing': 'off' }, overrides: [{ channels: ['email'], rules: {} }] }",
    ),
    'wrong-option.ts': PLUGIN.replace("option.count('How many are allowed.', { default: 1 })", "option.flag('x')"),
    'wrong-key.ts': config('{ agnets: [] }'),
    'wrong-severity.ts': config("{ rules: { 'greeting/missing': 'loud' } }"),
    'package.json': '{"type": "module"}',
    'tsconfig.json': JSON.stringify({
      compilerOptions: {
        module: 'NodeNext',
        target: 'ES2022',
        lib: ['ES2023', 'DOM'],
        types: [],
        strict: true,
        noEmit: true,
      },
      include: ['*.ts'],
    }),
  });
  cpSync(`${ROOT}dist/types`, `${cwd}/node_modules/replylint/dist/types`, { recursive: true });
  cpSync(`${ROOT}package.json`, `${cwd}/node_modules/replylint/package.json`);
  const { stdout } = spawnSync(process.execPath, [`${ROOT}node_modules/typescript/bin/tsc`, '-p', '.'], {
    cwd,
    encoding: 'utf8',
  });
  const mistakes = stdout.split('\n').filter((line) => /^\S/.test(line));
  expect(mistakes.map((line) => line.split('(')[0])).toEqual(['wrong-key.ts', 'wrong-option.ts', 'wrong-severity.ts']);
  expect(mistakes[0]).toContain("'agnets' does not exist in type");
}, 60_000);
