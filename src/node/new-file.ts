import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SetupError } from '../core/setup-error.ts';
import { shownPath } from './files.ts';

/** Writes a file that is not there yet. @throws SetupError where it is */
export function writeNewFile(file: string, text: string, cwd: string): void {
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(file, text, { flag: 'wx' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    throw new SetupError('there is such a file already.', {
      place: { path: shownPath(file, cwd) },
      mend: 'It is left as it is.',
    });
  }
}
