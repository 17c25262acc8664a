import { Option } from 'commander';

/** Which files are read, in all commands that read some. */
export function searchOptions(): readonly Option[] {
  return [
    new Option('--no-ignore', 'read also what .gitignore and .replylintignore keep out'),
    new Option('--force-ignore', 'keep files out even where they are named, as hooks name them'),
    new Option('--no-error-on-unmatched-pattern', 'do not mind a path or glob without a file'),
  ];
}

/** How a run goes, in linting alone. */
export function runOptions(): readonly Option[] {
  return [
    new Option(
      '--changed [commit]',
      'only files that differ from a commit or branch (default: the last commit): staged, unstaged, untracked',
    ),
  ];
}
