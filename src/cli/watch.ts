import { resolve } from 'node:path';
import { SetupError, SetupErrors } from '../core/setup-error.ts';
import { Watcher } from '../node/watcher.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './lint.ts';
import { lint } from './lint.ts';
import { wordingFor } from './locale.ts';
import { CLEAN, FAILED } from './main.ts';
import type { Input } from './workspace.ts';
import { ruleFolders } from './workspace.ts';

/** Lints, and again what changes, until it is interrupted; the exit code is that of the last run. */
export async function watch(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  done: (code: number) => void,
): Promise<void> {
  if (paths.includes('-')) throw new SetupError('--watch: standard input cannot be watched.');
  const interrupted = new Promise<'interrupted'>((end) => io.onInterrupt?.(() => end('interrupted')));
  const watcher = new Watcher(paths, io.cwd);
  try {
    await watcher.start();
    await watcher.addSettings(namedSettings(options, io));
    let among: ReadonlySet<string> | undefined;
    while (true) {
      const inputs = await run(paths, { ...options, among }, io, done);
      await watcher.addSettings(inputs.flatMap((input) => settingsOf(input, io)));
      io.err(`${wordingFor([options.locale, inputs[0]?.found.config.file.locale], io.env).run.watching}\n`);
      const changes = await Promise.race([watcher.next(), interrupted]);
      if (changes === 'interrupted') return;
      among = changes.areSettings ? undefined : changes.files;
      if (io.isTerminal) await io.out(CLEARED);
    }
  } finally {
    await watcher.close();
  }
}

/** An empty screen without what was scrolled away, written from its top. */
const CLEARED = '\u001b[2J\u001b[3J\u001b[H';

/** One run; a mistake in the set-up is told, and may be mended while we watch. */
async function run(
  paths: readonly string[],
  options: LintOptions,
  io: Io,
  done: (code: number) => void,
): Promise<readonly Input[]> {
  let inputs: readonly Input[] = [];
  const onInputs = (all: readonly Input[]) => {
    inputs = all;
  };
  done(CLEAN);
  try {
    await lint(paths, { ...options, onInputs }, io, done);
  } catch (error) {
    if (!(error instanceof SetupError || error instanceof SetupErrors)) throw error;
    for (const one of error instanceof SetupErrors ? error.errors : [error]) io.err(`replylint: ${one.line}\n`);
    done(FAILED);
  }
  return inputs;
}

function namedSettings({ config, context, library }: LintOptions, { cwd }: Io): readonly string[] {
  return [config, context, ...library].filter((path) => path !== undefined).map((path) => resolve(cwd, path));
}

/** Files and folders of the configuration that holds for an input. */
function settingsOf({ found }: Input, { cwd }: Io): readonly string[] {
  const { parts, file } = found.config;
  return [
    ...parts.map(({ document }) => resolve(cwd, document.path)),
    ...ruleFolders(found),
    ...(file.libraries ?? []).map((path) => resolve(found.folder, path)),
  ];
}
