#!/usr/bin/env node
import { fileURLToPath } from 'node:url';
import { ClosedPipe, type Io } from './cli/io.ts';
import { main } from './cli/main.ts';

process.exitCode = await main(process.argv.slice(2), processIo());

/** The only place that knows the process. */
function processIo(): Io {
  const { stdout, stderr, stdin, env } = process;
  let isClosed = false;
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    isClosed = true;
  });
  return {
    env,
    cwd: process.cwd(),
    home: fileURLToPath(new URL('.', import.meta.url)),
    isTerminal: stdout.isTTY === true,
    columns: stdout.columns,
    err: (words) => void stderr.write(words),
    async out(words) {
      if (isClosed) throw new ClosedPipe();
      if (stdout.write(words)) return;
      await new Promise<void>((resolve) => {
        stdout.once('drain', resolve);
        stdout.once('close', resolve);
        stdout.once('error', () => resolve());
      });
      if (isClosed) throw new ClosedPipe();
    },
    async stdin() {
      const blocks: Buffer[] = [];
      for await (const block of stdin) blocks.push(block as Buffer);
      return Buffer.concat(blocks);
    },
  };
}
