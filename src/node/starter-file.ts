import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { SetupError } from '../core/setup-error.ts';

export function exists(file: string): boolean {
  return existsSync(file);
}

/** Writes a file, over one that is there, and the folders above it. @throws SetupError where the system does not let us */
export async function writeStarterFile(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    throw new SetupError(`it cannot be written: ${error.message}.`, { place: { path: file } });
  }
}
