import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { CHANNELS } from '../core/conversation.ts';
import { DOCUMENT_KINDS } from '../core/document.ts';
import { SEVERITIES } from '../core/finding.ts';
import type { Threshold } from '../evaluation/threshold.ts';
import { parseThreshold } from '../evaluation/threshold.ts';
import { DATE_ORDERS } from '../formats/format.ts';
import { REPORTER_NAMES } from '../reporters/names.ts';
import { VERSION } from '../version.ts';
import type { Io } from './io.ts';
import { reportOptions } from './report-options.ts';
import { runOptions, searchOptions } from './run-options.ts';

/**
 * The command line. Each command is loaded when it runs: a run needs one.
 * @param program what it is built on, such as a command that speaks another language
 */
export function createProgram(io: Io, done: (code: number) => void, program = new Command('replylint')): Command {
  program
    .description('Checks what support agents say to customers: chats, mails, calls, drafts and canned replies.')
    .argument('[paths...]', 'files, folders or globs; - for standard input')
    .version(VERSION, '-v, --version', 'print the version')
    .enablePositionalOptions()
    .exitOverride()
    .showSuggestionAfterError()
    .configureOutput({
      writeOut: (words) => void io.out(words),
      writeErr: io.err,
      getOutHelpWidth: () => io.columns ?? HELP_WIDTH,
      getErrHelpWidth: () => io.columns ?? HELP_WIDTH,
    });
  for (const option of [...readingOptions(), ...lintOptions(), ...commonOptions()]) program.addOption(option);
  program
    .addHelpText(
      'after',
      '\nExit codes: 0 no finding at or above --fail-on; 1 findings; 2 a file could not be linted, or the set-up is wrong.',
    )
    .action(async (paths: string[], options) => {
      const wanted = paths.length === 0 && options.changed !== undefined ? ['.'] : paths;
      if (wanted.length === 0)
        program.error(
          `error: name files, folders or globs to check, or - for standard input.\n\n${program.helpInformation()}`,
        );
      const run = options.watch === true ? (await import('./watch.ts')).watch : (await import('./lint.ts')).lint;
      await run(wanted, options, io, done);
    });

  command(program, 'rules', 'list the rules, or say which could not run on files and what they lacked', [
    new Option('--for <paths...>', 'files, folders or globs; - for standard input'),
    ...readingOptions(),
    ...choosingOptions(),
    format(),
  ]).action(async (options) => {
    const { rules } = await import('./rules.ts');
    done(await rules(options, io));
  });

  command(program, 'explain', 'explain a rule: what it asks, why, its options and examples', [])
    .argument('<rule>', 'the id of a rule')
    .action(async (id: string, options) => {
      const { explain } = await import('./explain.ts');
      done(await explain(id, options, io));
    });

  command(program, 'baseline', 'write down what is found, so that only new findings are reported from then on', [
    new Option('--prune', 'take out what is no longer found, and add nothing').conflicts('check'),
    new Option('--check', 'write nothing; exit code 1 where entries are no longer found'),
    ...readingOptions(),
    ...judgingOptions(),
    new Option('--baseline <file>', 'the baseline, instead of that which the configuration names'),
    noInlineConfig(),
    ...choosingOptions(),
  ])
    .argument('<paths...>', 'files, folders or globs; - for standard input')
    .addHelpText(
      'after',
      `\nThe baseline is that of --baseline or of the configuration, else ${BASELINE_FILE}. What it knows of files that are not named stays.`,
    )
    .action(async (paths: string[], options) => {
      const { baseline } = await import('./baseline.ts');
      done(await baseline(paths, options, BASELINE_FILE, io));
    });

  command(program, 'parse', 'show files as the rules see them: kind, roles, times, languages, edges', [
    ...readingOptions(),
    format(),
  ])
    .argument('<paths...>', 'files, folders or globs; - for standard input')
    .action(async (paths: string[], options) => {
      const { parse } = await import('./parse.ts');
      done(await parse(paths, options, io));
    });

  command(program, 'config', 'print what holds for a file, and where each value comes from', [
    new Option('--print <file>', 'the file; it need not be there').makeOptionMandatory(),
    new Option('--format <format>', 'how to show it').choices(['yaml', 'json']).default('yaml'),
    ...readingOptions(),
    ...choosingOptions(),
  ]).action(async (options) => {
    const { config } = await import('./config.ts');
    done(await config(options, io));
  });

  command(program, 'test', 'run the examples of rules, and show how findings differ from what they expect', [
    new Option('--coverage', 'fail rules that no example makes fire, and list phrases that no example reaches'),
    format(),
  ])
    .argument('[rules...]', 'folders of rules, ids, or greeting/*; the rule folders of the configuration if absent')
    .addHelpText('after', '\nExit codes: 0 all examples agree; 1 some do not; 2 the rules or the set-up are wrong.')
    .action(async (wanted: string[], options) => {
      const { test } = await import('./test.ts');
      done(await test(wanted, options, io));
    });

  command(program, 'new', 'write a new rule with examples, ready to run and to be changed', [
    new Option('--folder <folder>', 'the folder of rules, instead of the first of the configuration'),
    new Option('--language <tags>', 'languages of its examples: en, zh, kk (repeatable)')
      .argParser(collectList)
      .default([], 'the configuration’s or the reader’s'),
  ])
    .addArgument(new Argument('<kind>', 'what to write').choices(['rule']))
    .argument('[id]', 'its id: category/name', 'house/new-rule')
    .action(async (_kind: string, id: string, options) => {
      const { newRule } = await import('./new-rule.ts');
      done(await newRule(id, options, io));
    });

  command(program, 'eval', 'compare findings with labels made by people: precision, recall, misses, false alarms', [
    new Option('--labels <paths>', 'files, folders or globs of labels, in JSONL (repeatable)')
      .argParser(collect)
      .makeOptionMandatory(),
    new Option('--judged <ids>', 'rules that the labels judge beside those that they name (repeatable)')
      .argParser(collectList)
      .default([], 'none'),
    new Option('--examples <count>', 'how many misses, and how many false alarms, to show')
      .argParser(wholeNumber)
      .default(10),
    threshold('precision'),
    threshold('recall'),
    format(),
    ...readingOptions(),
    ...choosingOptions(),
  ])
    .argument('<paths...>', 'files, folders or globs of the labelled conversations; - for standard input')
    .addHelpText(
      'after',
      '\nExit codes: 0 the thresholds are reached; 1 they are not; 2 labels or files are wrong, or the set-up is.',
    )
    .action(async (paths: string[], options) => {
      const { evaluate } = await import('./eval.ts');
      done(await evaluate(paths, options, io));
    });
  return program;
}

/** Where a baseline is made when nobody says where. */
const BASELINE_FILE = '.replylint-baseline.json';

/** Columns of help texts where there is no terminal. */
const HELP_WIDTH = 100;

/** The arguments with the value that `--fix` leaves out, which would otherwise be the path that follows. */
export function withValues(args: readonly string[]): readonly string[] {
  const end = args.indexOf('--');
  return args.map((arg, index) => (arg === '--fix' && (end < 0 || index < end) ? '--fix=safe' : arg));
}

function command(program: Command, name: string, about: string, options: readonly Option[]): Command {
  const made = program.command(name).description(about);
  for (const option of [...options, ...commonOptions()]) made.addOption(option);
  return made;
}

/** How files are read. */
function readingOptions(): readonly Option[] {
  return [
    new Option('--stdin-filename <name>', 'the name that standard input goes by, for its format and configuration'),
    new Option('--kind <kind>', 'what the files hold').choices(DOCUMENT_KINDS),
    new Option('--channel <channel>', 'the channel, where a file names none').choices(CHANNELS),
    new Option(
      '--language <tag>',
      'the language of the text, where the words tell nothing: en, zh, zh-Hant, kk',
    ).argParser(language),
    new Option('--agent <name>', 'the name of an agent in transcripts; * is any run of characters (repeatable)')
      .argParser(collect)
      .default([], 'none'),
    new Option('--dates <order>', 'how to read 03/04/24, where the whole file does not tell').choices(DATE_ORDERS),
    new Option('--encoding <name>', 'the encoding of the files, in place of what their bytes look like'),
    new Option('--regroup', 'collect the rows of a conversation wherever they stand in a table'),
    new Option('--customer <name>', 'the name of the customer, where the files do not tell it (repeatable)')
      .argParser(collect)
      .default([], 'none'),
    new Option(
      '--fact <name=value>',
      'what is known of the contact where a file does not tell: direction=outbound, voicemail=greeting (repeatable)',
    )
      .argParser(collect)
      .default([], 'none'),
    ...searchOptions(),
  ];
}

/** What files are judged by, beside themselves. */
function judgingOptions(): readonly Option[] {
  return [
    new Option('--context <file>', 'the conversation that a draft answers'),
    new Option('--library <files>', 'canned replies that what was sent is compared with (repeatable)')
      .argParser(collectList)
      .default([], 'none'),
    new Option(
      '--today <date>',
      'the day that dates in canned replies are compared with (default: the day of the run)',
    ).argParser(day),
  ];
}

/** What silences findings. */
function silencingOptions(): readonly Option[] {
  return [
    new Option('--baseline <file>', 'known findings that do not count, instead of those that the configuration names'),
    new Option('--no-baseline', 'count known findings too'),
    noInlineConfig(),
  ];
}

function noInlineConfig(): Option {
  return new Option('--no-inline-config', 'let no directive in a file silence anything');
}

function lintOptions(): readonly Option[] {
  return [
    ...judgingOptions(),
    reportFormat(),
    new Option('--fail-on <severity>', 'the lowest severity that makes the exit code 1')
      .choices([...SEVERITIES, 'never'])
      .default('warning'),
    new Option('--max-warnings <count>', 'exit code 1 where there are more warnings').argParser(wholeNumber),
    new Option('--quiet', 'show errors only'),
    ...runOptions(),
    new Option(
      '--fix [safety]',
      'mend what can be mended safely, in the files; --fix=unsafe also what should be read after',
    ).choices(['safe', 'unsafe']),
    new Option('--diff', 'show what --fix would change, and change nothing; exit code 1 where there is anything'),
    ...silencingOptions(),
    ...reportOptions(),
    ...choosingOptions(),
  ];
}

/** Which rules run. */
function choosingOptions(): readonly Option[] {
  return [
    new Option('--rule <id=severity>', 'the severity of a rule: error, warning, info or off (repeatable)')
      .argParser(collect)
      .default([], 'none'),
    new Option(
      '--only <ids>',
      'run these rules only, whatever their preset; greeting/* is a whole category (repeatable)',
    )
      .argParser(collectList)
      .default([], 'all'),
    new Option('--except <ids>', 'run all rules but these (repeatable)').argParser(collectList).default([], 'none'),
    new Option('--preset <names>', 'recommended, strict, preview (repeatable)')
      .argParser(collectList)
      .default([], 'recommended'),
  ];
}

function commonOptions(): readonly Option[] {
  return [
    new Option('--config <file>', 'the configuration, instead of the nearest replylint.config.*'),
    new Option('--locale <locale>', 'the language of the reader').choices(['en', 'zh', 'zh-Hant', 'kk']),
    new Option('--color', 'use colours even where the output is no terminal'),
    new Option('--no-color', 'use no colours'),
  ];
}

/** Reporters are loaded when they report; here their names are enough. */
function reportFormat(): Option {
  const names: readonly string[] = REPORTER_NAMES;
  return new Option(
    '--format <name[:file]>',
    `how to report: ${names.join(', ')}; with a file, there instead of here (repeatable)`,
  )
    .argParser((value: string, before: readonly string[] = []) => {
      if (!names.includes(value.split(':')[0] as string))
        throw new InvalidArgumentError(`Allowed choices are ${names.join(', ')}.`);
      return [...before, value];
    })
    .default([], 'pretty');
}

function format(): Option {
  return new Option('--format <format>', 'how to show it').choices(['pretty', 'json']).default('pretty');
}

function threshold(figure: Threshold['figure']): Option {
  return new Option(
    `--min-${figure} <least>`,
    `exit code 1 where the ${figure} is lower: 0.9 for all rules together, greeting/missing=0.95 for one (repeatable)`,
  )
    .argParser((value, before: readonly Threshold[]) => {
      const read = parseThreshold(figure, value);
      if (read === undefined) throw new InvalidArgumentError('Write a figure from 0 to 1, or rule=figure.');
      return [...before, read];
    })
    .default([], 'none');
}

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

function collectList(value: string, before: readonly string[]): readonly string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map((one) => one.trim())
      .filter((one) => one !== ''),
  ];
}

function wholeNumber(value: string): number {
  if (!/^\d+$/.test(value)) throw new InvalidArgumentError('Write a whole number.');
  return Number(value);
}

function day(value: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(Date.parse(value)))
    throw new InvalidArgumentError('Write a day such as 2026-05-03.');
  return value;
}

function language(value: string): string {
  if (!/^[a-z]{2}(-[A-Z][a-z]{3})?$/.test(value))
    throw new InvalidArgumentError('Write a tag such as en, zh, zh-Hant or kk.');
  return value;
}
