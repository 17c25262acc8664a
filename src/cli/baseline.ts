import { visible } from '../reporters/visible.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './lint.ts';
import { openRun } from './lint.ts';
import { CLEAN, FAILED, FINDINGS } from './main.ts';
import { isByReader } from './silence.ts';

export interface BaselineCommandOptions
  extends Omit<LintOptions, 'format' | 'failOn' | 'maxWarnings' | 'quiet' | 'makes' | 'fix' | 'diff'> {
  /** Takes out what is no longer found, and adds nothing. */
  readonly prune?: boolean | undefined;
  /** Writes nothing, and says what is no longer found. */
  readonly check?: boolean | undefined;
}

/**
 * Writes down what is found, so that only what is new is reported from then on.
 * @param file where nobody says where
 */
export async function baseline(
  paths: readonly string[],
  { prune, check, ...options }: BaselineCommandOptions,
  file: string,
  io: Io,
): Promise<number> {
  let code = CLEAN;
  const isToGrow = prune !== true && check !== true;
  const makes = { file, mayLack: isToGrow };
  const run = await openRun(paths, { ...options, ...UNREPORTED, makes }, io, (found) => {
    if (found === FAILED) code = FAILED;
  });
  const { silencing } = (await run.context()).wording;
  for await (const { findings } of run.reports())
    if (isToGrow) for (const finding of findings) if (!isByReader(finding)) run.silence.remember(finding);
  for (const one of run.silence.baselines) {
    if (check === true) {
      const { stale } = one;
      for (const { path, rule } of stale) await io.out(`${visible(path)}: ${rule}\n`);
      await io.out(`${silencing.checked(stale.length, one.shown)}\n`);
      if (stale.length > 0) code = Math.max(code, FINDINGS);
    } else {
      one.write();
      const counts = { added: one.added, removed: one.outdated.length, all: one.size };
      await io.out(`${silencing.written(counts, one.shown)}\n`);
    }
  }
  if (code === FAILED) io.err(`replylint: ${silencing.unread}\n`);
  return code;
}

const UNREPORTED = { format: [], failOn: 'never' } as const;
