import type { Command } from 'commander';
import { CommanderError } from 'commander';
import { SetupError, SetupErrors } from '../core/setup-error.ts';
import type { Io } from './io.ts';
import { ClosedPipe } from './io.ts';
import { createProgram, withValues } from './program.ts';
import type { Reader } from './reader.ts';
import { readerOfArguments } from './reader.ts';

/** Exit codes: nothing at or above `--fail-on`; findings; the job could not be done. */
export const CLEAN = 0;
export const FINDINGS = 1;
export const FAILED = 2;

/** Runs the command with the arguments after its name, and gives the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let code = CLEAN;
  const done = (result: number) => {
    code = result;
  };
  try {
    const program = createProgram(io, done);
    const said = outputOf(program);
    try {
      await program.parseAsync(withValues(args), { from: 'user' });
      return code;
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
      await sayInTheirLanguage(said, args, io);
      return error.exitCode === 0 ? CLEAN : FAILED;
    }
  } catch (error) {
    if (error instanceof ClosedPipe) return code;
    if (error instanceof SetupError || error instanceof SetupErrors) {
      const errors = error instanceof SetupErrors ? error.errors : [error];
      await tellMistakes(errors, await readerOfArguments(args, io), io);
      return FAILED;
    }
    // Our own bug: it keeps its stack.
    io.err(`replylint: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return FAILED;
  }
}

/** What commander itself says: help, the version, mistakes in the arguments. */
interface Said {
  out: string;
  err: string;
}

function outputOf(program: Command): Said {
  const said: Said = { out: '', err: '' };
  const listen = (command: Command): void => {
    command.configureOutput({
      writeOut: (words) => {
        said.out += words;
      },
      writeErr: (words) => {
        said.err += words;
      },
    });
    command.commands.forEach(listen);
  };
  listen(program);
  return said;
}

/** Commander stops before any command runs, so the same arguments can be read once more by a program in another language. */
async function sayInTheirLanguage(english: Said, args: readonly string[], io: Io): Promise<void> {
  const { wording, tell } = await readerOfArguments(args, io);
  let said = english;
  if (wording.locale !== 'en') {
    const { TranslatedCommand } = await import('./translated-command.ts');
    const program = createProgram(io, () => undefined, new TranslatedCommand(tell, 'replylint'));
    said = outputOf(program);
    try {
      await program.parseAsync(withValues(args), { from: 'user' });
    } catch (error) {
      if (!(error instanceof CommanderError)) throw error;
    }
  }
  // A mistake may take several lines, what is wrong and what may have been meant; help ends with lines of its own.
  for (const to of ['err', 'out'] as const) said[to] = said[to].replace(/[^\n]+/g, (line) => tell(line));
  if (said.err !== '') io.err(said.err);
  if (said.out !== '') await io.out(said.out);
}

/** Each in one line, with the lines of the file around it. */
async function tellMistakes(errors: readonly SetupError[], { tell }: Reader, io: Io): Promise<void> {
  const { setupFrame } = await import('./setup-frame.ts');
  for (const error of errors) {
    io.err(`replylint: ${error.lineIn(tell)}\n`);
    const frame = error.place === undefined ? [] : setupFrame(error.place, io.columns ?? FRAME_WIDTH);
    if (frame.length > 0) io.err(`${frame.join('\n')}\n`);
  }
}

/** Columns of code frames where there is no terminal. */
const FRAME_WIDTH = 100;
