import type { Paint } from '../reporters/reporter.ts';
import { PLAIN } from '../reporters/reporter.ts';
import type { Io } from './io.ts';

/** Colours where they are wanted: the flag, then NO_COLOR, then FORCE_COLOR, then whether the output is a terminal. */
export async function paintFor(color: boolean | undefined, { env, isTerminal }: Io): Promise<Paint> {
  if (!(color ?? isWanted(env, isTerminal))) return PLAIN;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { error: chalk.red, warning: chalk.yellow, info: chalk.cyan, strong: chalk.bold, quiet: chalk.dim };
}

/** Colours of a unified diff. */
export type DiffPaint = Readonly<Record<'file' | 'place' | 'removed' | 'added', (words: string) => string>>;

export async function diffPaintFor(color: boolean | undefined, { env, isTerminal }: Io): Promise<DiffPaint> {
  if (!(color ?? isWanted(env, isTerminal))) return { file: same, place: same, removed: same, added: same };
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
  return { file: chalk.bold, place: chalk.cyan, removed: chalk.red, added: chalk.green };
}

function same(words: string): string {
  return words;
}

function isWanted(env: Io['env'], isTerminal: boolean): boolean {
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  if (env['FORCE_COLOR'] !== undefined) return env['FORCE_COLOR'] !== '0' && env['FORCE_COLOR'] !== 'false';
  return isTerminal && env['TERM'] !== 'dumb';
}
