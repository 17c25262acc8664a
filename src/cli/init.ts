import { resolve } from 'node:path';
import type { Channel } from '../core/conversation.ts';
import { CHANNELS } from '../core/conversation.ts';
import { SetupError } from '../core/setup-error.ts';
import type { InitWording } from '../locales/wording.ts';
import { CONFIG_FILES, configIn } from '../node/config-file.ts';
import { exists, writeStarterFile } from '../node/starter-file.ts';
import { VENDORS } from '../placeholders/registry.ts';
import { ciFile, configText } from './init-files.ts';
import type { Io } from './io.ts';
import { wordingFor } from './locale.ts';
import { CLEAN, FAILED } from './main.ts';
import type { CommonOptions } from './settings.ts';

export const CHANNELS_ASKED = CHANNELS;
export const LANGUAGES_ASKED = ['en', 'zh', 'zh-Hant', 'kk'] as const;
export const CI_SYSTEMS = ['github', 'gitlab', 'none'] as const;
export const NO_VENDOR = 'none';
export const VENDOR_NAMES: readonly string[] = VENDORS.map(({ name }) => name);

export type AskedLanguage = (typeof LANGUAGES_ASKED)[number];
export type CiSystem = (typeof CI_SYSTEMS)[number];

export interface InitAnswers {
  readonly channel: Channel;
  readonly languages: readonly AskedLanguage[];
  /** The help desk whose slots stand in canned replies, or `none`. */
  readonly vendor: string;
  readonly ci: CiSystem;
}

export interface InitOptions extends CommonOptions {
  readonly channel?: Channel | undefined;
  readonly language?: readonly AskedLanguage[] | undefined;
  readonly vendor?: string | undefined;
  readonly ci?: CiSystem | undefined;
  /** Takes what is usual for whatever no flag tells. */
  readonly yes?: boolean | undefined;
  readonly force?: boolean | undefined;
}

type KnownAnswers = { readonly [Key in keyof InitAnswers]: InitAnswers[Key] | undefined };

/** Asks for what is not known yet; undefined where the user gives up. */
export type Questions = (known: KnownAnswers, wording: InitWording) => Promise<InitAnswers | undefined>;

/** Writes a configuration, and a file for CI, to begin with. */
export async function init(options: InitOptions, io: Io, ask?: Questions): Promise<number> {
  const wording = wordingFor([options.locale], io.env);
  const answers = await answersFor(options, io, wording.init, ask);
  if (answers === undefined) return FAILED;
  const forCi = ciFiles(answers.ci, io);
  const [config] = CONFIG_FILES as readonly [string, ...string[]];
  const files = [{ path: config, text: configText(answers, wording) }, ...forCi];
  refuseToOverwrite(files, options, io);
  for (const { path, text } of files) {
    await writeStarterFile(resolve(io.cwd, path), text);
    await io.out(`${wording.init.written(path)}\n`);
  }
  for (const { include } of forCi) if (include !== undefined) await io.out(`${wording.init.include(include)}\n`);
  await io.out(`${wording.init.next('replylint .')}\n`);
  return CLEAN;
}

async function answersFor(
  { channel, language, vendor, ci, yes }: InitOptions,
  { isInteractive }: Io,
  wording: InitWording,
  ask: Questions | undefined,
): Promise<InitAnswers | undefined> {
  if (yes === true)
    return { channel: channel ?? 'chat', languages: language ?? [], vendor: vendor ?? NO_VENDOR, ci: ci ?? 'none' };
  const known = { channel, languages: language, vendor, ci };
  const missing = Object.entries({ channel, language, vendor, ci }).flatMap(([name, value]) =>
    value === undefined ? [`--${name}`] : [],
  );
  if (missing.length === 0) return known as InitAnswers;
  if (ask !== undefined) return ask(known, wording);
  if (isInteractive !== true)
    throw new SetupError(`there is no terminal to ask at: write ${missing.join(', ')}, or --yes for the usual.`);
  const { askAtTerminal } = await import('./questions.ts');
  return askAtTerminal(known, wording);
}

function refuseToOverwrite(files: readonly { readonly path: string }[], { force }: InitOptions, { cwd }: Io): void {
  if (force === true) return;
  // Two configurations in one folder would be a mistake, whatever their endings.
  const config = configIn(cwd, cwd);
  const there = files.filter(({ path }) => exists(resolve(cwd, path))).map(({ path }) => path);
  if (config !== undefined && there.length === 0)
    throw new SetupError(`${config} configures replylint already.`, { mend: 'Change it, or remove it first.' });
  if (there.length > 0)
    throw new SetupError(`${there.join(', ')}: already there.`, { mend: 'Write --force to replace it.' });
}

interface CiFile {
  readonly path: string;
  readonly text: string;
  /** What somebody must add to a file that is there already, and is never replaced. */
  readonly include?: string | undefined;
}

function ciFiles(system: CiSystem, { cwd }: Io): readonly CiFile[] {
  switch (system) {
    case 'none':
      return [];
    case 'github':
      return [{ path: '.github/workflows/replylint.yml', text: ciFile('github') }];
    case 'gitlab': {
      // The pipeline of a project is its own; ours is included.
      const isNew = !exists(resolve(cwd, GITLAB_PIPELINE));
      const path = '.gitlab/replylint.yml';
      const pipeline = { path: GITLAB_PIPELINE, text: `include:\n  - local: ${path}\n` };
      const include = isNew ? undefined : `include: [{local: ${path}}]`;
      return [...(isNew ? [pipeline] : []), { path, text: ciFile('gitlab'), include }];
    }
  }
}

const GITLAB_PIPELINE = '.gitlab-ci.yml';
