import { InvalidArgumentError, Option } from 'commander';

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
    new Option(
      '--sample <share>',
      'only a sample of the conversations, drafts and libraries, such as 10%; always the same one',
    ).argParser(percentage),
    new Option('--seed <text>', 'draw another sample'),
    new Option('--stats', 'say at the end how long parts, formats and rules took'),
    new Option('--cache', 'pass over files in which nothing was found before and nothing has changed'),
    new Option('--cache-location <folder>', 'where that is remembered (default: .replylint-cache)'),
    new Option('--watch', 'lint again what changes, until Ctrl-C'),
  ];
}

/** `10%` as a share of 1. */
function percentage(value: string): number {
  const [, figure] = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(value) ?? [];
  const share = Number(figure) / 100;
  if (figure === undefined || share <= 0 || share > 1)
    throw new InvalidArgumentError('Write a percentage above 0% and up to 100%, such as 10%.');
  return share;
}
