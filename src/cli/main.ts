import { CommanderError } from 'commander';
import { SetupError, SetupErrors } from '../core/setup-error.ts';
import type { Io } from './io.ts';
import { ClosedPipe } from './io.ts';
import { createProgram, withValues } from './program.ts';

/** Exit codes: nothing at or above `--fail-on`; findings; the job could not be done. */
export const CLEAN = 0;
export const FINDINGS = 1;
export const FAILED = 2;

/** Runs the command with the arguments after its name, and gives the exit code. */
export async function main(args: readonly string[], io: Io): Promise<number> {
  let code = CLEAN;
  const program = createProgram(io, (result) => {
    code = result;
  });
  try {
    await program.parseAsync(withValues(args), { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? CLEAN : FAILED;
    if (error instanceof ClosedPipe) return code;
    if (error instanceof SetupError || error instanceof SetupErrors) {
      const errors = error instanceof SetupErrors ? error.errors : [error];
      await tellMistakes(errors, io);
      return FAILED;
    }
    // Our own bug: it keeps its stack.
    io.err(`replylint: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return FAILED;
  }
}

/** Each in one line, with the lines of the file around it. */
async function tellMistakes(errors: readonly SetupError[], io: Io): Promise<void> {
  const { setupFrame } = await import('./setup-frame.ts');
  for (const error of errors) {
    io.err(`replylint: ${error.line}\n`);
    const frame = error.place === undefined ? [] : setupFrame(error.place, io.columns ?? FRAME_WIDTH);
    if (frame.length > 0) io.err(`${frame.join('\n')}\n`);
  }
}

/** Columns of code frames where there is no terminal. */
const FRAME_WIDTH = 100;
