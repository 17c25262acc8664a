import { InvalidArgumentError, Option } from 'commander';
import { CHANNELS } from '../core/conversation.ts';
import { VENDORS } from '../placeholders/registry.ts';

/** Which files are read, in all commands that read some. */
export function searchOptions(): readonly Option[] {
  return [
    new Option('--no-ignore', 'read also what .gitignore and .replylintignore keep out'),
    new Option(
      '--force-ignore',
      'treat named files like found ones, as hooks want: leave out what is ignored or holds nothing to lint',
    ),
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

/** What `replylint init` would ask. */
export function initOptions(): readonly Option[] {
  return [
    new Option('--channel <channel>', 'where your agents write most').choices(CHANNELS),
    new Option('--language <tags>', 'the languages that they write: en, zh, zh-Hant, kk (repeatable)').argParser(
      languages,
    ),
    new Option('--vendor <vendor>', 'the help desk that fills in the slots of your canned replies').choices([
      ...VENDORS.map(({ name }) => name),
      'none',
    ]),
    new Option('--ci <system>', 'the CI system to write a file for').choices(['github', 'gitlab', 'none']),
    new Option('--yes', 'ask nothing: chat, any language, no help desk and no CI but for what other flags say'),
    new Option('--force', 'replace files that are there'),
  ];
}

function languages(value: string, before: readonly string[] = []): readonly string[] {
  const tags = value.split(',').map((tag) => tag.trim());
  const known = ['en', 'zh', 'zh-Hant', 'kk'];
  if (!tags.every((tag) => known.includes(tag)))
    throw new InvalidArgumentError(`Allowed choices are ${known.join(', ')}.`);
  return [...new Set([...before, ...tags])];
}

/** `10%` as a share of 1. */
function percentage(value: string): number {
  const [, figure] = /^(\d+(?:\.\d+)?)\s*[%％]$/.exec(value) ?? [];
  const share = Number(figure) / 100;
  if (figure === undefined || share <= 0 || share > 1)
    throw new InvalidArgumentError('Write a percentage above 0% and up to 100%, such as 10%.');
  return share;
}
