import { resolve } from 'node:path';
import type { Finding } from '../core/finding.ts';
import { SetupError, SetupErrors } from '../core/setup-error.ts';
import type { Sentence } from '../engine/sentence.ts';
import { inLanguage, sentenceFor } from '../engine/sentence.ts';
import type { Wording } from '../locales/wording.ts';
import { ConfigFinder } from '../node/config-finder.ts';
import { traditionalFrom } from '../node/traditional.ts';
import type { PlannedRule } from '../rules/plan.ts';
import type { Sentences } from '../rules/schema.ts';
import { tellerFor } from '../told/teller.ts';
import type { Io } from './io.ts';
import { wordingFor } from './locale.ts';

/** Who reads the output, and how to speak to them. */
export interface Reader {
  readonly wording: Wording;
  /** What the program says in English: mistakes in the set-up, help, why a file cannot be read. */
  tell(english: string): string;
  /** What a rule says of itself. */
  text(sentences: Sentences): string;
  sentence(finding: Finding, rule: PlannedRule): Sentence;
}

/** @param wanted tags of locales, the first that is known wins over the environment's */
export async function readerIn(wanted: readonly (string | undefined)[], { env, home }: Io): Promise<Reader> {
  const wording = wordingFor(wanted, env);
  const traditional = traditionalFrom(home);
  const tell = await tellerFor(wording.locale);
  const speech = { locale: wording.locale, duration: wording.duration, traditional, tell };
  return {
    wording,
    tell,
    text: (sentences) => inLanguage(sentences, [wording.locale], traditional) ?? '',
    sentence: (finding, rule) => sentenceFor(finding, rule, speech),
  };
}

/** The reader of help and of mistakes, where no command could say who it is: by the arguments, and the configuration if it can be read. */
export async function readerOfArguments(args: readonly string[], io: Io): Promise<Reader> {
  const flag = flagIn('--locale', args);
  if (flag !== undefined) return readerIn([flag], io);
  try {
    const { config } = await new ConfigFinder(io.cwd, flagIn('--config', args)).configFor(resolve(io.cwd, 'any'));
    return await readerIn([config.file.locale], io);
  } catch (error) {
    // It is what is about to be told, or would be told by a run.
    if (error instanceof SetupError || error instanceof SetupErrors) return readerIn([], io);
    throw error;
  }
}

function flagIn(flag: string, args: readonly string[]): string | undefined {
  const at = args.findIndex((arg) => arg === flag || arg.startsWith(`${flag}=`));
  return at < 0 ? undefined : args[at] === flag ? args[at + 1] : args[at]?.slice(flag.length + 1);
}
