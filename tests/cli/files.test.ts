import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint } from './run.ts';

const LOL = 'Agent: lol\n';

async function pathsFound(cwd: string, args: readonly string[]): Promise<readonly string[]> {
  const outcome = await replylint([...args, '--format', 'json', '--only', 'wording/colloquial-filler'], { cwd });
  expect(outcome.err).toBe('');
  return findingsIn(outcome).map(({ path }) => path as unknown as string);
}

describe('ignored files', () => {
  const project = () => {
    const cwd = folderWith({
      '.gitignore': 'out/\nсызба*.txt\n',
      '.replylintignore': '旧/\n',
      'a.txt': LOL,
      'сызба1.txt': LOL,
      'out/b.txt': LOL,
      '旧/c.txt': LOL,
      'new/旧/d.txt': LOL,
      'new/e.txt': LOL,
      'node_modules/p/f.txt': LOL,
    });
    spawnSync('git', ['init', '-q'], { cwd });
    return cwd;
  };

  test('are not found in folders and by globs', async () => {
    const cwd = project();
    expect(await pathsFound(cwd, ['.'])).toEqual(['a.txt', 'new/e.txt']);
    expect(await pathsFound(cwd, ['**/*.txt'])).toEqual(['a.txt', 'new/e.txt']);
    expect(await pathsFound(cwd, ['{out,new}/*.txt'])).toEqual(['new/e.txt']);
    expect(await pathsFound(cwd, ['{out/b,new/e}.txt'])).toEqual(['new/e.txt']);
  });

  test('are linted where they are named, but for --force-ignore', async () => {
    const cwd = project();
    expect(await pathsFound(cwd, ['out/b.txt', '旧/c.txt', 'a.txt'])).toEqual(['a.txt', 'out/b.txt', '旧/c.txt']);
    expect(await pathsFound(cwd, ['out'])).toEqual(['out/b.txt']);
    expect(await pathsFound(cwd, ['out/b.txt', '旧/c.txt', 'a.txt', '--force-ignore'])).toEqual(['a.txt']);
    expect((await replylint(['out/b.txt', '--force-ignore'], { cwd })).code).toBe(0);
  });

  test('are linted with --no-ignore, but for packages', async () => {
    expect(await pathsFound(project(), ['.', '--no-ignore'])).toEqual([
      'a.txt',
      'new/e.txt',
      'new/旧/d.txt',
      'out/b.txt',
      'сызба1.txt',
      '旧/c.txt',
    ]);
  });
});

describe('an argument without a file', () => {
  const cwd = () => folderWith({ '.replylintignore': 'b.txt\n', 'b.txt': LOL, 'empty/x.png': '', 'a.txt': LOL });

  test.each([
    ['c.txt', 'c.txt: no such file.'],
    ['*.json', '*.json: no such file for this glob.'],
    ['empty', 'empty: no file to lint in this folder.'],
    ['b*.txt', 'b*.txt: all its files are ignored.'],
  ])('%s', async (argument, says) => {
    const { code, err } = await replylint(['a.txt', argument], { cwd: cwd() });
    expect(code).toBe(2);
    expect(err).toContain(says);
  });

  test('is no error with --no-error-on-unmatched-pattern', async () => {
    const args = ['a.txt', 'c.txt', '*.json', 'empty', 'b*.txt', '--no-error-on-unmatched-pattern'];
    expect(await pathsFound(cwd(), args)).toEqual(['a.txt']);
    const { code, out } = await replylint(['empty', '--no-error-on-unmatched-pattern'], { cwd: cwd() });
    expect(code).toBe(0);
    expect(out).toContain('No findings in 0 files.');
  });
});
