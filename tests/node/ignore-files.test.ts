import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { IgnoreFiles } from '../../src/node/ignore-files.ts';
import { folderWith } from '../cli/run.ts';

function git(cwd: string, args: readonly string[], input = ''): string {
  const { stdout, status, stderr } = spawnSync('git', args, {
    cwd,
    input,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], HOME: cwd, GIT_CONFIG_NOSYSTEM: '1' },
  });
  // 1: no path is ignored.
  if (status !== 0 && status !== 1) throw new Error(stderr);
  return stdout;
}

function repositoryWith(files: Readonly<Record<string, string>>): string {
  const folder = folderWith(files);
  git(folder, ['init', '-q']);
  return folder;
}

describe('what is ignored', () => {
  test('needs a repository for .gitignore, and none for .replylintignore', () => {
    const files = { '.gitignore': 'a.txt\n', '.replylintignore': 'b.txt\n', 'a.txt': '', 'b.txt': '' };
    const ignored = (folder: string) => {
      const ignores = new IgnoreFiles();
      return ['a.txt', 'b.txt'].filter((name) => ignores.isIgnored(join(folder, name), false));
    };
    expect(ignored(folderWith(files))).toEqual(['b.txt']);
    expect(ignored(repositoryWith(files))).toEqual(['a.txt', 'b.txt']);
  });

  test('.replylintignore wins over .gitignore beside it, and the nearer folder over both', () => {
    const folder = repositoryWith({
      '.gitignore': '*.json\n',
      '.replylintignore': '!回复.json\nқате.txt\n',
      'a/.gitignore': '!x.json\n!қате.txt\n',
    });
    const ignores = new IgnoreFiles();
    const isIgnored = (path: string) => ignores.isIgnored(join(folder, path), false);
    expect(['回复.json', 'a/回复.json', 'a/x.json', 'a/қате.txt'].filter(isIgnored)).toEqual([]);
    expect(['x.json', 'b/x.json', 'қате.txt', 'b/қате.txt'].every(isIgnored)).toBe(true);
  });

  test('a folder that is let in lets its files be judged by themselves', () => {
    const folder = repositoryWith({ '.gitignore': 'build\n*.tmp.txt\n' });
    const ignores = new IgnoreFiles();
    const [file, other] = [join(folder, 'build/deep/a.txt'), join(folder, 'build/deep/a.tmp.txt')];
    expect(ignores.isIgnored(file, false)).toBe(true);
    expect(ignores.isIgnored(file, false, join(folder, 'build'))).toBe(false);
    expect(ignores.isIgnored(other, false, join(folder, 'build'))).toBe(true);
  });

  test('a repository inside another does not inherit its rules', () => {
    const folder = repositoryWith({ '.gitignore': '*.txt\n', 'inner/.git/HEAD': '', 'inner/a.txt': '' });
    expect(new IgnoreFiles().isIgnored(join(folder, 'inner/a.txt'), false)).toBe(false);
    expect(new IgnoreFiles().isIgnored(join(folder, 'a.txt'), false)).toBe(true);
  });

  test('it is what git ignores', () => {
    const name = fc.constantFrom('a', 'b', '客服', 'қате', 'a b', '[x]');
    const path = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => names.join('/'));
    const rule = fc
      .tuple(
        fc.constantFrom('', '!'),
        fc.constantFrom('', '/', '**/'),
        fc.oneof(
          path.map((one) => one.replaceAll('[', '\\[')),
          fc.constantFrom('*', '?', 'a/*', '**/b', 'a/**', '[ab]'),
        ),
        fc.constantFrom('', '/'),
      )
      .map((parts) => parts.join(''));
    const rules = fc.array(rule, { maxLength: 4 }).map((lines) => `${lines.join('\n')}\n`);
    fc.assert(
      fc.property(
        fc.array(
          path.map((one) => `${one}.d/f.txt`),
          { minLength: 1, maxLength: 4 },
        ),
        rules,
        fc.dictionary(path, rules, { maxKeys: 2 }),
        (files, top, nested) => {
          const folder = repositoryWith({ '.gitignore': top, ...Object.fromEntries(files.map((one) => [one, ''])) });
          for (const [place, text] of Object.entries(nested)) {
            mkdirSync(join(folder, place), { recursive: true });
            writeFileSync(join(folder, place, '.gitignore'), text);
            for (const one of ['f.txt', 'b/f.txt']) {
              mkdirSync(dirname(join(folder, place, one)), { recursive: true });
              writeFileSync(join(folder, place, one), '');
            }
          }
          const all = [...files, ...Object.keys(nested).flatMap((place) => [`${place}/f.txt`, `${place}/b/f.txt`])];
          const byGit = git(folder, ['check-ignore', '-z', '--stdin', '--no-index'], `${all.join('\0')}\0`)
            .split('\0')
            .filter((one) => one !== '');
          const ignores = new IgnoreFiles();
          expect(new Set(all.filter((one) => ignores.isIgnored(join(folder, one), false)))).toEqual(new Set(byGit));
        },
      ),
      { numRuns: 40 },
    );
  });
});
