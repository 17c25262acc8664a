import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../root.ts';
import { folderWith, replylint } from './run.ts';

async function candidates(...words: readonly string[]): Promise<readonly string[]> {
  const { out, err, code } = await replylint(['completion', 'bash', '--', ...words], { cwd: folderWith({}) });
  expect({ err, code }).toEqual({ err: '', code: 0 });
  return out.trimEnd().split('\n');
}

describe('what may stand in a place', () => {
  test.each([
    [['expl'], ['explain']],
    [['--cache'], ['--cache', '--cache-location']],
    [['--channel', 'v'], ['voicemail']],
    [['init', '--vendor', 'zen'], ['zendesk']],
    [['a.txt', '--format', 'sar'], ['sarif']],
    [['--format', 'sarif:'], [':files']],
    [['--only', 'hold/no-c'], ['hold/no-consent']],
    [['--only', 'greeting/missing,hold/no-c'], ['greeting/missing,hold/no-consent']],
    [['--only', 'hold/*,greeting/missi'], ['hold/*,greeting/missing']],
    [['--rule', 'greeting/missi'], ['greeting/missing']],
    [['--rule', 'greeting/missing=e'], ['greeting/missing=error']],
    // As bash cuts words.
    [['--only', '=', 'hold/no-c'], ['hold/no-consent']],
    [['--rule', 'greeting/missing', '=', 'w'], ['warning']],
    [['explain', 'promise/abs'], ['promise/absolute']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['chats/a.t'], [':files']],
    [['--context', ''], [':files']],
    [['parse', ''], [':files']],
  ])('%j', async (words, expected) => {
    expect(await candidates(...words)).toEqual(expected);
  });

  test('rules of the house count, also where the configuration is broken', async () => {
    const rule =
      'id: house/word\nsay: No.\nin: each message\nforbid: [zebra]\nexamples: {bad: "Agent: ⟦zebra⟧", good: "Agent: ok"}\n';
    const cwd = folderWith({ 'replylint.config.yaml': 'ruleFolders: [house]\n', 'house/word.yaml': rule });
    expect((await replylint(['completion', 'fish', '--', 'explain', 'house/'], { cwd })).out).toBe('house/word\n');
    const broken = folderWith({ 'replylint.config.yaml': 'rulez: 1\n' });
    expect((await replylint(['completion', 'fish', '--', 'explain', 'hold/no-c'], { cwd: broken })).out).toBe(
      'hold/no-consent\n',
    );
  });

  test('zsh and fish show what a candidate is', async () => {
    expect((await replylint(['completion', 'zsh', '--', 'expl'])).out).toMatch(/^explain:explain a rule: /);
    expect((await replylint(['completion', 'fish', '--', 'expl'])).out).toMatch(/^explain\texplain a rule: /);
  });
});

describe('in a shell', () => {
  const run = (shell: string, args: readonly string[], script: string) => {
    const bin = folderWith({});
    symlinkSync(join(ROOT, 'dist/bin.js'), join(bin, 'replylint'));
    return spawnSync(shell, [...args, script], {
      encoding: 'utf8',
      cwd: bin,
      env: { PATH: `${bin}:${process.env['PATH']}`, HOME: bin },
    });
  };

  test('bash', () => {
    const { stdout, stderr } = run(
      'bash',
      ['--norc', '-c'],
      `eval "$(replylint completion bash)"
      try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _replylint; echo "\${COMPREPLY[*]}"; }
      try replylint expl
      try replylint a.txt --only = greeting/missi
      try replylint --context ''
      complete -p replylint`,
    );
    expect(stderr).toBe('');
    expect(stdout).toBe('explain\ngreeting/missing\n\ncomplete -o default -F _replylint replylint\n');
  });

  const hasFish = spawnSync('fish', ['--version']).status === 0;
  test.runIf(hasFish)('fish', () => {
    const { stdout } = run(
      'fish',
      ['--no-config', '-c'],
      "replylint completion fish | source; complete -C 'replylint explain hold/no-c'",
    );
    expect(stdout).toBe('hold/no-consent\n');
  });

  const hasZsh = spawnSync('zsh', ['--version']).status === 0;
  test.runIf(hasZsh)('zsh', () => {
    const { stdout } = run(
      'zsh',
      ['-f', '-c'],
      `compdef() { }; source <(replylint completion zsh); _describe() { print -r -- "\${(P)2}" }
      words=(replylint explain hold/no-c); CURRENT=3; _replylint`,
    );
    expect(stdout).toBe('hold/no-consent\n');
  });
});
