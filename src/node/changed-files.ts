import { execFile } from 'node:child_process';
import { resolve } from 'node:path';
import { SetupError } from '../core/setup-error.ts';

/** The commit that changes are counted from where none is named. */
export const LAST_COMMIT = 'HEAD';

/**
 * The files that differ from a commit, absolute: staged, unstaged and untracked ones, and not those that were deleted.
 * Of a branch it is the commit where the two parted that counts: what others did there since is no change of ours.
 * @throws SetupError outside a repository, and for a commit that git does not know
 */
export async function changedFiles(cwd: string, ref: string): Promise<ReadonlySet<string>> {
  const top = await topOf(cwd);
  const names = (await isUnborn(top, ref))
    ? await git(top, ['ls-files', '-z', '--cached', '--others', '--exclude-standard'])
    : [
        ...(await git(top, [...DIFF, await commitToCompare(top, ref), '--'])),
        ...(await git(top, ['ls-files', '-z', '--others', '--exclude-standard'])),
      ];
  return new Set(names.map((name) => resolve(top, name)));
}

/** A renamed file is a new one; names come as they are, not quoted. */
const DIFF = ['diff', '--name-only', '-z', '--diff-filter=d', '--no-renames', '--no-relative', '--no-ext-diff'];

/** By its way up from the working directory, so that a link to it keeps its name. */
async function topOf(cwd: string): Promise<string> {
  const [prefix] = await lines(cwd, ['rev-parse', '--show-cdup']).catch((error: unknown) => {
    throw new SetupError(`--changed: the working directory lies in no repository of git (${reasonOf(error)}).`, {
      mend: 'Run replylint inside a repository.',
    });
  });
  return resolve(cwd, prefix ?? '');
}

/** A repository without a commit: everything in it is new. */
async function isUnborn(top: string, ref: string): Promise<boolean> {
  return ref === LAST_COMMIT && (await commitNamed(top, ref)) === undefined;
}

async function commitToCompare(top: string, ref: string): Promise<string> {
  const commit = await commitNamed(top, ref);
  if (commit === undefined)
    throw new SetupError(`--changed ${ref}: git knows no such commit.`, {
      mend: 'Fetch it first; write the paths before --changed, or --changed=REF.',
    });
  // Two histories without a common commit, as in a shallow clone, are compared as they are.
  const [base] = await lines(top, ['merge-base', commit, LAST_COMMIT]).catch(() => []);
  return base ?? commit;
}

async function commitNamed(top: string, ref: string): Promise<string | undefined> {
  const [commit] = await lines(top, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]).catch(
    () => [],
  );
  return commit;
}

async function lines(cwd: string, args: readonly string[]): Promise<readonly string[]> {
  return (await output(cwd, args)).split('\n').filter((line) => line !== '');
}

async function git(cwd: string, args: readonly string[]): Promise<readonly string[]> {
  const names = await output(cwd, args).catch((error: unknown) => {
    throw new SetupError(`--changed: git could not tell what changed (${reasonOf(error)}).`);
  });
  return names.split('\0').filter((name) => name !== '');
}

function output(cwd: string, args: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    execFile('git', args, { cwd, encoding: 'utf8', maxBuffer: LONGEST_LIST }, (error, stdout) => {
      if (error === null) done(stdout);
      else fail(error);
    });
  });
}

const LONGEST_LIST = 1 << 28;

/** What git says, or that there is no git. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'ENOENT') return 'git is not installed';
  const said = 'stderr' in error ? String(error.stderr) : error.message;
  const [first = ''] = said.replace(/^Command failed:.*\n/, '').split('\n');
  return first.replace(/^fatal: /, '');
}
