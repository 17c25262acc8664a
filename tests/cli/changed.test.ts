import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint } from './run.ts';

const LOL = 'Agent: lol\n';

function git(cwd: string, ...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(
    'git',
    ['-c', 'user.name=A', '-c', 'user.email=a@b.c', '-c', 'init.defaultBranch=main', ...args],
    { cwd, encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout.trim();
}

/** A repository with one commit of these files. */
function repositoryWith(files: Readonly<Record<string, string>>): string {
  const cwd = folderWith(files);
  git(cwd, 'init', '-q');
  git(cwd, 'add', '-A');
  git(cwd, 'commit', '-qm', 'first', '--allow-empty');
  return cwd;
}

function write(cwd: string, path: string, text = `${LOL}Agent: LOL\n`): void {
  mkdirSync(join(cwd, path, '..'), { recursive: true });
  writeFileSync(join(cwd, path), text);
}

async function pathsFound(cwd: string, args: readonly string[]): Promise<readonly string[]> {
  const outcome = await replylint([...args, '--format', 'json', '--only', 'wording/colloquial-filler'], { cwd });
  expect(outcome.err).toBe('');
  return [...new Set(findingsIn(outcome).map(({ path }) => path as unknown as string))];
}

describe('--changed', () => {
  test('finds what is staged, unstaged, untracked and renamed, whatever its name, and nothing that is gone', async () => {
    const cwd = repositoryWith({
      'same.txt': LOL,
      'unstaged.txt': LOL,
      '暂存 1.txt': LOL,
      'кеткен.txt': LOL,
      'old.txt': LOL,
      'undone.txt': LOL,
      '.gitignore': 'out/\n',
    });
    write(cwd, 'unstaged.txt');
    write(cwd, '暂存 1.txt');
    git(cwd, 'add', '-A');
    write(cwd, 'жаңа\tфайл.txt');
    write(cwd, 'out/ignored.txt');
    rmSync(join(cwd, 'кеткен.txt'));
    renameSync(join(cwd, 'old.txt'), join(cwd, 'new.txt'));
    write(cwd, 'undone.txt');
    git(cwd, 'add', 'undone.txt');
    write(cwd, 'undone.txt', LOL);
    expect(await pathsFound(cwd, ['--changed'])).toEqual(['new.txt', 'unstaged.txt', 'жаңа\tфайл.txt', '暂存 1.txt']);
    expect(await pathsFound(cwd, ['n*.txt', 'same.txt', '--changed'])).toEqual(['new.txt']);
  });

  test('counts from where the branch was made', async () => {
    const cwd = repositoryWith({ 'ours.txt': LOL, 'theirs.txt': LOL });
    git(cwd, 'checkout', '-qb', 'ours');
    write(cwd, 'ours.txt');
    git(cwd, 'commit', '-qam', 'ours');
    git(cwd, 'checkout', '-q', '-');
    write(cwd, 'theirs.txt');
    git(cwd, 'commit', '-qam', 'theirs');
    const base = git(cwd, 'rev-parse', '--abbrev-ref', 'HEAD');
    git(cwd, 'checkout', '-q', 'ours');
    expect(await pathsFound(cwd, ['.', '--changed'])).toEqual([]);
    expect(await pathsFound(cwd, ['.', '--changed', base])).toEqual(['ours.txt']);
  });

  test('works below the top of the repository, and before its first commit', async () => {
    const cwd = folderWith({ 'a/a.txt': LOL, 'b/b.txt': LOL });
    git(cwd, 'init', '-q');
    expect(await pathsFound(join(cwd, 'a'), ['--changed'])).toEqual(['a.txt']);
    expect(await pathsFound(join(cwd, 'a'), ['..', '--changed'])).toHaveLength(2);
  });

  test('ignores how a user’s git shows names', async () => {
    const cwd = repositoryWith({ 'a/a.txt': LOL, 'b/b.txt': LOL });
    for (const [key, value] of [
      ['diff.relative', 'true'],
      ['diff.external', 'false'],
      ['core.quotePath', 'true'],
      ['diff.renames', 'copies'],
    ] as const)
      git(cwd, 'config', key, value);
    write(cwd, 'b/客服.txt');
    git(cwd, 'add', '-A');
    expect(await pathsFound(join(cwd, 'a'), ['..', '--changed'])).toEqual([join(cwd, 'b/客服.txt')]);
  });

  test('says what is wrong', async () => {
    const cwd = repositoryWith({ 'a.txt': LOL });
    const unknown = await replylint(['.', '--changed', 'no-such-branch'], { cwd });
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('--changed no-such-branch: git knows no such commit.');
    const option = await replylint(['.', '--changed=--output=x'], { cwd });
    expect(option.err).toContain('git knows no such commit');
    const outside = await replylint(['.', '--changed'], { cwd: folderWith({ 'a.txt': LOL }) });
    expect(outside.code).toBe(2);
    expect(outside.err).toContain('lies in no repository of git');
  });
});
