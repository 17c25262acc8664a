import type { Argument, Command, Option } from 'commander';
import { PRESETS } from '../checks/figure.ts';
import { SEVERITIES } from '../core/finding.ts';
import { SetupError, SetupErrors } from '../core/setup-error.ts';
import { REPORTER_NAMES } from '../reporters/names.ts';
import { COMPLETION_SCRIPTS } from './completion-scripts.ts';
import type { Io } from './io.ts';
import { CLEAN } from './main.ts';
import { openWorkspace, ruleFolders } from './workspace.ts';

export type Shell = keyof typeof COMPLETION_SCRIPTS;

/**
 * Prints the script that a shell reads; with words, what may stand in place of the last one.
 * @param words those of the command line after the name of the program, the last one as far as it is written
 */
export async function completion(program: Command, shell: Shell, words: readonly string[], io: Io): Promise<number> {
  if (words.length === 0) await io.out(COMPLETION_SCRIPTS[shell]);
  else {
    const joined = joinedAtEquals(words);
    const found = await candidatesFor(program, joined, io);
    // A shell that cut the word at its equals sign completes what stands after it.
    const own = words.at(-1) === '=' ? '' : (words.at(-1) as string);
    const cut = (joined.at(-1) as string).length - own.length;
    const lines = found === 'files' ? [FILES] : found.map((one) => written(one, shell, cut));
    await io.out(lines.map((line) => `${line}\n`).join(''));
  }
  return CLEAN;
}

/** Tells the script to complete names of files. */
const FILES = ':files';

interface Candidate {
  readonly value: string;
  readonly about: string;
}

type Candidates = readonly Candidate[] | 'files';

/** Bash cuts `--only=x` and `--rule id=error` into several words. */
function joinedAtEquals(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  for (const word of words) {
    const last = joined.at(-1);
    const isCut = word === '=' || (last !== undefined && last !== '=' && last.endsWith('='));
    if (last !== undefined && isCut) joined[joined.length - 1] = last + word;
    else joined.push(word);
  }
  return joined;
}

async function candidatesFor(program: Command, words: readonly string[], io: Io): Promise<Candidates> {
  const current = words.at(-1) as string;
  const { command, option, operands } = readWords(program, words.slice(0, -1));
  if (option !== undefined) return startingWith(await valuesOf(option, current, io), current);
  const [, name, value] = /^(--[\w-]+)=(.*)$/s.exec(current) ?? [];
  if (name !== undefined && value !== undefined) {
    const named = optionNamed(command, name);
    const values = startingWith(named === undefined ? 'files' : await valuesOf(named, value, io), value);
    return values === 'files' ? values : values.map((one) => ({ ...one, value: `${name}=${one.value}` }));
  }
  if (current.startsWith('-')) return startingWith(optionsOf(command), current);
  const commands = command === program && operands === 0 ? commandsOf(program) : [];
  const argument = command.registeredArguments[operands] ?? command.registeredArguments.at(-1);
  const operand = await operandsOf(command, argument, io);
  if (operand !== 'files') return startingWith([...commands, ...operand], current);
  const fitting = startingWith(commands, current);
  // With nothing written yet, commands and files are equally likely; shells show files beside these by themselves.
  return fitting.length === 0 ? 'files' : fitting;
}

/** Where the words before the current one lead. */
function readWords(program: Command, words: readonly string[]) {
  let command = program;
  let option: Option | undefined;
  let operands = 0;
  for (const word of words) {
    if (option !== undefined) option = undefined;
    else if (word.startsWith('-') && word !== '-') {
      const named = word.includes('=') ? undefined : optionNamed(command, word);
      if (named?.required === true) option = named;
    } else {
      const sub =
        operands === 0 && command === program ? program.commands.find((one) => one.name() === word) : undefined;
      if (sub === undefined) operands++;
      else command = sub;
    }
  }
  return { command, option, operands };
}

function optionNamed(command: Command, flag: string): Option | undefined {
  return command.options.find(({ long, short }) => long === flag || short === flag);
}

function optionsOf(command: Command): readonly Candidate[] {
  const options = command.createHelp().visibleOptions(command);
  return options.map(({ long, short, description }) => ({ value: long ?? (short as string), about: description }));
}

function commandsOf(program: Command): readonly Candidate[] {
  return program.commands.map((one) => ({ value: one.name(), about: one.description() }));
}

async function operandsOf(command: Command, argument: Argument | undefined, io: Io): Promise<Candidates> {
  if (argument?.argChoices !== undefined) return plain(argument.argChoices);
  return command.name() === 'explain' ? plain(await ruleIds(io)) : argument === undefined ? [] : 'files';
}

/** What may stand after an option. */
async function valuesOf({ argChoices, long }: Option, current: string, io: Io): Promise<Candidates> {
  if (argChoices !== undefined) return plain(argChoices);
  const list = () => current.slice(0, current.lastIndexOf(',') + 1);
  switch (long) {
    case '--only':
    case '--except':
    case '--judged': {
      const ids = await ruleIds(io);
      const categories = new Set(ids.map((id) => `${id.slice(0, id.indexOf('/'))}/*`));
      return plain([...categories, ...ids], list());
    }
    case '--rule': {
      const [id] = current.split('=') as [string];
      return current.includes('=') ? plain([...SEVERITIES, 'off'], `${id}=`) : plain(await ruleIds(io));
    }
    case '--preset':
      return plain(PRESETS, list());
    case '--format':
      return current.includes(':') ? 'files' : plain(REPORTER_NAMES);
    case '--language':
      return plain(['en', 'zh', 'zh-Hant', 'kk'], list());
    case '--fix':
      return plain(['safe', 'unsafe']);
    default:
      return 'files';
  }
}

function plain(values: Iterable<string>, lead = ''): readonly Candidate[] {
  return [...values].map((value) => ({ value: lead + value, about: '' }));
}

function startingWith<Found extends Candidates>(found: Found, start: string): Found | readonly Candidate[] {
  return found === 'files' ? found : (found as readonly Candidate[]).filter(({ value }) => value.startsWith(start));
}

/** Of the rules that ship and those of the configuration, unless it is being mended. */
async function ruleIds(io: Io): Promise<readonly string[]> {
  const workspace = openWorkspace(io, {});
  let folders: readonly string[] = [];
  try {
    folders = ruleFolders(await workspace.config());
    return idsOf(await workspace.store.book(folders));
  } catch (error) {
    if (!(error instanceof SetupError || error instanceof SetupErrors)) throw error;
    return idsOf(await workspace.store.book([]));
  }
}

function idsOf({ rules }: { readonly rules: readonly { readonly id: string }[] }): readonly string[] {
  return rules.map(({ id }) => id).sort();
}

/** @param cut characters that stand there already and that the shell takes for another word */
function written({ value: whole, about }: Candidate, shell: Shell, cut: number): string {
  const value = whole.slice(cut);
  switch (shell) {
    case 'bash':
      return value;
    case 'zsh':
      // A colon parts the value from what is said of it.
      return `${value.replace(/[:\\]/g, '\\$&')}${about === '' ? '' : `:${about}`}`;
    case 'fish':
      return about === '' ? value : `${value}\t${about}`;
  }
}
