import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { ROOT } from '../root.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as a user would, without a process: with the rules as they were built and an English reader. */
export async function replylint(
  args: readonly string[],
  world: Partial<Pick<Io, 'env' | 'cwd' | 'isTerminal' | 'columns'>> & { stdin?: string | Buffer } = {},
): Promise<Outcome> {
  let out = '';
  let err = '';
  const io: Io = {
    cwd: ROOT,
    env: {},
    isTerminal: false,
    columns: undefined,
    ...world,
    home: `${ROOT}dist`,
    out: async (words) => {
      out += words;
    },
    err: (words) => {
      err += words;
    },
    stdin: async () => Buffer.from(world.stdin ?? ''),
  };
  const code = await main(args, io);
  return { code, out, err };
}

/** A folder with these files, removed after the test. */
export function folderWith(files: Readonly<Record<string, string | Buffer>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'replylint-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The findings of a run with `--format json`. */
export function findingsIn({ out }: Outcome): readonly Record<string, never>[] {
  return (JSON.parse(out) as { findings: Record<string, never>[] }).findings;
}

export function rulesIn(outcome: Outcome): readonly string[] {
  return findingsIn(outcome).map(({ rule }) => rule as unknown as string);
}
