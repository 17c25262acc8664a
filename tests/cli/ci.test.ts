import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { LOCALES } from '../../src/locales/registry.ts';
import { isSearched } from '../../src/node/files.ts';
import { ROOT } from '../root.ts';
import { folderWith, replylint } from './run.ts';

const CLEAN = 'Agent: Hello, this is Ann.\n';
const LOL = 'Agent: lol\n';
const BIN = join(ROOT, 'dist/bin.js');

function yaml<Value>(path: string): Value {
  return parse(readFileSync(join(ROOT, path), 'utf8')) as Value;
}

describe('the action for GitHub', () => {
  const { inputs, runs } = yaml<{
    inputs: Record<string, { default: string }>;
    runs: { steps: { run: string; env: Record<string, string> }[] };
  }>('action.yml');
  const [step] = runs.steps as [(typeof runs.steps)[number]];

  /** As GitHub does: inputs with their defaults become the variables of the step, which bash runs. */
  const act = (cwd: string, given: Readonly<Record<string, string>>) => {
    const variables = Object.entries(step.env).map(([name, value]) => {
      const input = /^\$\{\{ inputs\.(\w+) \}\}$/.exec(value)?.[1] as string;
      return [name, given[input] ?? (inputs[input] as { default: string }).default];
    });
    return spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], {
      cwd,
      encoding: 'utf8',
      env: {
        PATH: process.env['PATH'],
        GITHUB_ACTION_PATH: ROOT.replace(/\/$/, ''),
        GITHUB_STEP_SUMMARY: join(cwd, 'summary.md'),
        ...Object.fromEntries(variables),
      },
    });
  };

  test('marks findings, writes SARIF and the summary, and fails with them', () => {
    const cwd = folderWith({ 'a b/客服.txt': LOL, 'c.txt': LOL, 'summary.md': '' });
    const { status, stdout, stderr } = act(cwd, {
      paths: 'a b\n',
      args: '--only  wording/*\n--locale zh',
      sarif: 'out/found.sarif',
    });
    expect(stderr).toBe('');
    expect(status).toBe(1);
    expect(stdout).toContain('file=a b/客服.txt,line=1');
    expect(stdout).not.toContain('c.txt');
    expect(JSON.parse(readFileSync(join(cwd, 'out/found.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('wording/colloquial-filler');
  });

  test('lints the working directory by default, and runs nothing that stands in an input', () => {
    const cwd = folderWith({ 'a.txt': CLEAN });
    expect(act(cwd, {})).toMatchObject({ status: 0, stderr: '' });
    const { status, stderr } = act(cwd, { paths: '$(touch hacked); --help' });
    expect(status).toBe(2);
    expect(stderr).toContain('$(touch hacked)');
    expect(spawnSync('ls', { cwd, encoding: 'utf8' }).stdout).not.toContain('hacked');
  });
});

describe('the hook for pre-commit', () => {
  const [hook] = yaml<{ id: string; entry: string; files: string; language: string }[]>('.pre-commit-hooks.yaml');

  /** As pre-commit does: the files of the commit that fit the pattern come after the command. */
  const commit = (cwd: string, files: readonly string[]) => {
    const pattern = new RegExp(hook?.files as string);
    const [program, ...args] = String(hook?.entry).split(' ');
    expect(program).toBe('replylint');
    return spawnSync(process.execPath, [BIN, ...args, ...files.filter((file) => pattern.test(file))], {
      cwd,
      encoding: 'utf8',
      env: { PATH: process.env['PATH'] },
    });
  };

  test('passes over what is ignored or is none of ours', () => {
    const cwd = folderWith({
      '.replylintignore': 'old/\n',
      'old/a.txt': LOL,
      'new/b.txt': CLEAN,
      'package.json': '{"name": "x"}',
      'c.png': '',
    });
    expect(commit(cwd, ['old/a.txt', 'new/b.txt', 'package.json', 'c.png'])).toMatchObject({ status: 0, stderr: '' });
  });

  test('refuses a commit with findings', () => {
    const cwd = folderWith({ 'canned/回复.yaml': 'replies:\n  - {name: A, body: "Calm down."}\n' });
    const { status, stdout } = commit(cwd, ['canned/回复.yaml']);
    expect(status).toBe(1);
    expect(stdout).toContain('wording/forbidden-phrase');
  });

  test('names the endings that folders are searched for', () => {
    const pattern = new RegExp(hook?.files as string);
    for (const ending of [
      'txt',
      'md',
      'json',
      'jsonl',
      'ndjson',
      'yaml',
      'yml',
      'csv',
      'tsv',
      'xlsx',
      'vtt',
      'srt',
      'eml',
      'mbox',
    ])
      expect([ending, pattern.test(`a.${ending}`)]).toEqual([ending, isSearched(`a.${ending}`)]);
  });
});

test('the job for GitLab runs as it is written', () => {
  const { replylint: job } = yaml<{
    replylint: { script: string[]; variables: Record<string, string>; artifacts: { reports: { codequality: string } } };
  }>('docs/ci/gitlab.yml');
  const cwd = folderWith({ 'a.txt': LOL });
  const script = (job.script[0] as string).replace(/^npx --yes "[^"]+"/, `"${process.execPath}" "${BIN}"`);
  const { status, stdout } = spawnSync('sh', ['-c', script], {
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], ...job.variables },
  });
  expect(status).toBe(1);
  expect(stdout).toContain('wording/colloquial-filler');
  expect(JSON.parse(readFileSync(join(cwd, job.artifacts.reports.codequality), 'utf8'))).not.toEqual([]);
});

test.each(LOCALES.map(({ locale }) => locale))(
  'the problem matcher reads what is written in the language %s',
  async (locale) => {
    const { problemMatcher } = JSON.parse(readFileSync(join(ROOT, 'docs/ci/problem-matcher.json'), 'utf8')) as {
      problemMatcher: { severity: string; pattern: { regexp: string; message: number }[] }[];
    };
    const cwd = folderWith({ '客 服.txt': `Customer: hi\n${LOL}` });
    const args = ['.', '--format', 'compact', '--locale', locale];
    const { out } = await replylint([...args, '--rule', 'greeting/missing=error'], { cwd });
    const matched = out
      .trimEnd()
      .split('\n')
      .map((line) => {
        const fitting = problemMatcher.filter(({ pattern }) => new RegExp(pattern[0]?.regexp as string).test(line));
        expect(fitting).toHaveLength(1);
        const [, file, number] = new RegExp(fitting[0]?.pattern[0]?.regexp as string).exec(line) as RegExpExecArray;
        return [fitting[0]?.severity, file, number];
      });
    expect(matched).toContainEqual(['error', '客 服.txt', '2']);
    expect(matched).toContainEqual(['warning', '客 服.txt', '2']);
    expect(matched).toContainEqual(['notice', '客 服.txt', '2']);
  },
);
