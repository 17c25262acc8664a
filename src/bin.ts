#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { ClosedPipe, type Io } from './cli/io.ts';
import { main } from './cli/main.ts';

process.exitCode = await main(process.argv.slice(2), processIo());

/** The only place that knows the process. */
function processIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  let isClosed = false;
  for (const stream of [stdout, stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      isClosed = true;
    });
  }
  return {
    env: process.platform === 'win32' ? { LANG: windowsLocale(), ...env } : env,
    cwd: process.cwd(),
    home: fileURLToPath(new URL('.', import.meta.url)),
    isTerminal: stdout.isTTY === true,
    columns: stdout.columns,
    onInterrupt(listener) {
      process.once('SIGINT', listener);
      process.once('SIGTERM', listener);
    },
    errColumns: stderr.isTTY === true ? stderr.columns : undefined,
    err: (words) => void stderr.write(words),
    async out(words) {
      if (isClosed) throw new ClosedPipe();
      if (stdout.write(words)) return;
      await drained(stdout);
      if (isClosed) throw new ClosedPipe();
    },
    async stdin() {
      const blocks: Buffer[] = [];
      for await (const block of stdin) blocks.push(block as Buffer);
      return Buffer.concat(blocks);
    },
  };
}

/** Resolves when the stream takes more, or never will. */
function drained(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => {
    const events = ['drain', 'close', 'error'];
    const done = () => {
      for (const event of events) stream.off(event, done);
      resolve();
    };
    for (const event of events) stream.once(event, done);
  });
}

/** Windows tells its language to programs by other ways than the environment. */
function windowsLocale(): string {
  return new Intl.DateTimeFormat().resolvedOptions().locale;
}
