import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { SetupError } from '../core/setup-error.ts';

/** The text of a baseline, or undefined where there is none. @param file absolute @throws SetupError where it cannot be read */
export function readBaselineFile(file: string, shown: string): string | undefined {
  return saying(shown, () => (existsSync(file) ? readFileSync(file, 'utf8') : undefined));
}

/** Writes a baseline whole or not at all. @throws SetupError where it cannot be written */
export function writeBaselineFile(file: string, shown: string, text: string): void {
  saying(shown, () => {
    const whole = `${file}.new`;
    writeFileSync(whole, text);
    renameSync(whole, file);
  });
}

export function isFile(file: string): boolean {
  return existsSync(file);
}

/** What the system says of a file is no fault of the program. */
function saying<Result>(shown: string, act: () => Result): Result {
  try {
    return act();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new SetupError(`the baseline ${shown}: ${error.message}.`);
  }
}
