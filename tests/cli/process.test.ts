import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../root.ts';
import { folderWith } from './run.ts';

const BIN = join(ROOT, 'dist/bin.js');
const DEMO = join(ROOT, 'fixtures/demo');

function run(args: readonly string[], { input = '', env = {} }: { input?: string; env?: Record<string, string> } = {}) {
  const { PATH = '' } = process.env;
  return spawnSync(process.execPath, [BIN, ...args], {
    input,
    encoding: 'utf8',
    env: { PATH, LANG: 'en_US.UTF-8', ...env },
  });
}

/** In a shell, for pipes. */
function shell(command: string) {
  return spawnSync('sh', ['-c', command], {
    encoding: 'utf8',
    env: { ...process.env, NODE: process.execPath, BIN, DEMO },
  });
}

describe('the program as it is installed', () => {
  test('its exit code tells findings from trouble', () => {
    expect(run([DEMO]).status).toBe(1);
    expect(run([join(ROOT, 'fixtures/clean')]).status).toBe(0);
    expect(run(['no-such-file.txt']).status).toBe(2);
    expect(run(['--no-such-flag']).status).toBe(2);
  });

  test('colours are for terminals, and for who asks', () => {
    const csi = String.fromCharCode(27);
    expect(run([DEMO]).stdout).not.toContain(csi);
    expect(run([DEMO, '--color']).stdout).toContain(csi);
    expect(run([DEMO], { env: { FORCE_COLOR: '1' } }).stdout).toContain(csi);
    expect(run([DEMO], { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(csi);
  });

  test('a reader who goes early is no error', () => {
    // More than a pipe holds.
    const many = folderWith(
      Object.fromEntries(Array.from({ length: 400 }, (_, at) => [`${at}.txt`, 'Agent: Whatever!!!! LOL\n'])),
    );
    const first = shell(`"$NODE" "$BIN" ${many} | head -1; "$NODE" "$BIN" "$DEMO" --format json 2>&1 | head -1`);
    expect(first.stderr).toBe('');
    expect(first.stdout.split('\n')).toHaveLength(3);
  });

  test('standard input, with a name for its format', () => {
    const { status, stdout } = run(['-', '--stdin-filename', 'chats/a.txt', '--format', 'json'], {
      input: 'Customer: hi\nAgent: Whatever.\n',
    });
    expect(status).toBe(1);
    const { findings } = JSON.parse(stdout) as { findings: { path: string; rule: string }[] };
    expect(new Set(findings.map(({ path }) => path))).toEqual(new Set(['chats/a.txt']));
    expect(findings.map(({ rule }) => rule)).toContain('wording/colloquial-filler');
  });
});
