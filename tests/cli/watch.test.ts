import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ROOT } from '../root.ts';
import { folderWith, replylint } from './run.ts';

const CLEAN = 'Agent: Hello, this is Ann.\n';
const LOL = 'Agent: lol\n';

/** The program as a process that watches. */
function watching(cwd: string, args: readonly string[]) {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'dist/bin.js'), ...args, '--watch', '--only', 'wording/colloquial-filler'],
    { cwd, env: { PATH: process.env['PATH'] } },
  );
  onTestFinished(() => void child.kill('SIGKILL'));
  let out = '';
  let err = '';
  const listeners = new Set<() => void>();
  child.stdout.setEncoding('utf8').on('data', (words: string) => {
    out += words;
    for (const listener of listeners) listener();
  });
  child.stderr.setEncoding('utf8').on('data', (words: string) => {
    err += words;
    for (const listener of listeners) listener();
  });
  const ended = new Promise<number | null>((done) => child.on('exit', (code) => done(code)));
  return {
    ended,
    interrupt: () => child.kill('SIGINT'),
    /** What was said since the last time, when it has waited for changes so many times in all. */
    async said(times: number): Promise<{ out: string; err: string }> {
      const isReady = () => err.split('Watching for changes').length > times;
      await new Promise<void>((done) => {
        const listener = () => {
          if (!isReady()) return;
          listeners.delete(listener);
          done();
        };
        listeners.add(listener);
        listener();
      });
      const said = { out, err };
      out = '';
      return said;
    },
  };
}

describe('--watch', () => {
  test('lints all, then what changes and what is new, and ends with the last code', async () => {
    const cwd = folderWith({ 'a.txt': CLEAN, 'sub/b.txt': LOL, 'c.png': '' });
    const run = watching(cwd, ['.']);
    const first = await run.said(1);
    expect(first.out).toContain('sub/b.txt:1:8');
    writeFileSync(join(cwd, 'a.txt'), `${LOL}${LOL}`);
    const second = await run.said(2);
    expect(second.out).toContain('a.txt:2:8');
    expect(second.out).not.toContain('sub/b.txt');
    // No terminal, no clearing.
    expect(second.out).not.toContain('\u001b');
    // Files that are never linted wake nobody.
    writeFileSync(join(cwd, 'c.png'), 'x');
    mkdirSync(join(cwd, '新'));
    writeFileSync(join(cwd, '新/客服.txt'), LOL);
    expect((await run.said(3)).out).toContain('新/客服.txt:1:8');
    writeFileSync(join(cwd, 'a.txt'), CLEAN);
    expect((await run.said(4)).out).toContain('No findings in 1 file.');
    run.interrupt();
    expect(await run.ended).toBe(0);
  });

  test('reads the configuration and the rules of the house again, and outlives mistakes in them', async () => {
    const cwd = folderWith({ 'chats/a.txt': LOL, 'replylint.config.yaml': 'rules: {}\n' });
    const run = watching(cwd, ['chats']);
    expect((await run.said(1)).out).toContain('a.txt:1:8');
    writeFileSync(join(cwd, 'replylint.config.yaml'), 'rules: {wording/colloquial-filler: error}\n');
    expect((await run.said(2)).out).toContain('error[wording/colloquial-filler]');
    writeFileSync(join(cwd, 'replylint.config.yaml'), 'rulez: {}\n');
    expect((await run.said(3)).err).toContain('replylint: replylint.config.yaml:1:1');
    run.interrupt();
    expect(await run.ended).toBe(2);
  });

  test('is not for standard input', async () => {
    const { code, err } = await replylint(['-', '--watch'], { stdin: LOL });
    expect(code).toBe(2);
    expect(err).toContain('standard input cannot be watched');
  });
});
