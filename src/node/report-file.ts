import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { SetupError } from '../core/setup-error.ts';

/** A report that is being written. Nobody sees it before it is whole. */
export interface ReportFile {
  write(words: string): Promise<void>;
  /** Puts it in the place of the one before. */
  finish(): Promise<void>;
  /** Leaves the one before as it was. */
  discard(): Promise<void>;
}

/**
 * A file for a report, with the folders that it needs.
 * @param shown the path as the user gave it
 * @throws SetupError where it cannot be written, here and when it is written
 */
export function openReportFile(path: string, shown: string): Promise<ReportFile> {
  return explained(shown, async () => {
    await makeFolder(dirname(resolve(path)));
    const target = await targetOf(path);
    // A device or a pipe must be written to; a file in its place would be another thing.
    const draft = target.isReplaceable ? `${target.path}.${randomUUID()}.tmp` : undefined;
    const file = await open(draft ?? target.path, 'w', target.mode);
    return {
      write: (words) => explained(shown, () => writeAll(file, words)),
      finish: () =>
        explained(shown, async () => {
          await file.close();
          if (draft !== undefined) await rename(draft, target.path);
        }),
      async discard() {
        await file.close();
        if (draft !== undefined) await rm(draft, { force: true });
      },
    };
  });
}

/** A file to whose end others write too. */
export function openSharedFile(path: string, shown: string): Promise<ReportFile> {
  return explained(shown, async () => {
    const file = await open(path, 'a');
    return {
      write: (words) => explained(shown, () => writeAll(file, words)),
      finish: () => explained(shown, () => file.close()),
      discard: () => file.close(),
    };
  });
}

/**
 * With the folders that it is in. Node's own `recursive` never comes back from a parent that is there and says that there is no
 * such place, as `/proc` does.
 */
async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (codeOf(error) === 'EEXIST' || (await isFolder(path))) return;
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path || (await isFolder(dirname(path)))) throw error;
    await makeFolder(dirname(path));
    await makeFolder(path);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

interface Target {
  readonly path: string;
  readonly mode?: number | undefined;
  readonly isReplaceable: boolean;
}

/** Behind links, so that a link stays one. */
async function targetOf(path: string): Promise<Target> {
  try {
    const real = await realpath(path);
    const { mode, ...found } = await stat(real).then((stats) => ({ mode: stats.mode & 0o777, isFile: stats.isFile() }));
    return { path: real, mode, isReplaceable: found.isFile };
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return { path, isReplaceable: true };
    throw error;
  }
}

async function writeAll(file: FileHandle, words: string): Promise<void> {
  await file.writeFile(words, 'utf8');
}

async function explained<Result>(shown: string, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (codeOf(error) === undefined) throw error;
    // “EACCES: permission denied, open '/…'”
    const [reason] = (error as Error).message.split(',');
    throw new SetupError(`the report ${shown} cannot be written: ${reason}.`);
  }
}

/** Of errors of the system; undefined of others. */
function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
