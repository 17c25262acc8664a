import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { InitAnswers, Questions } from '../../src/cli/init.ts';
import { init } from '../../src/cli/init.ts';
import type { Io } from '../../src/cli/io.ts';
import { VERSION } from '../../src/version.ts';
import { folderWith, replylint, rulesIn } from './run.ts';

const CONFIG = 'replylint.config.yaml';
const ALL = ['--channel', 'email', '--language', 'kk', '--vendor', 'zendesk', '--ci', 'none'];

describe('replylint init', () => {
  test.each(['en', 'zh', 'kk'])(
    'writes a configuration that holds, with comments in the language %s',
    async (locale) => {
      const cwd = folderWith({
        'library.yaml': 'replies:\n  - {name: A, body: "Hi {{ticket.requester.first_name}}, {{order.unheard_of}}."}\n',
      });
      const made = await replylint(['init', ...ALL, '--locale', locale], { cwd });
      expect(made).toMatchObject({ code: 0, err: '' });
      expect(made.out).toContain(CONFIG);
      const text = readFileSync(join(cwd, CONFIG), 'utf8');
      expect(parse(text)).toMatchObject({ locale, channel: 'email', language: 'kk', preset: 'recommended' });
      const outcome = await replylint(['library.yaml', '--format', 'json'], { cwd });
      expect(outcome.err).toBe('');
      // No other name than the help desk's is right.
      expect(rulesIn(outcome)).toContain('template/unknown-placeholder');
      // What is commented out is right as well.
      writeFileSync(join(cwd, CONFIG), text.replace('# overrides:\n#   -', 'overrides:\n  -'));
      expect((await replylint(['library.yaml'], { cwd })).err).toBe('');
    },
  );

  test('takes the usual with --yes', async () => {
    const cwd = folderWith({ 'a.txt': 'Agent: Hello, this is Ann.\n' });
    expect((await replylint(['init', '--yes'], { cwd })).code).toBe(0);
    expect(parse(readFileSync(join(cwd, CONFIG), 'utf8'))).toEqual({
      preset: 'recommended',
      locale: 'en',
      channel: 'chat',
      agents: [],
      companies: [],
      rules: {},
    });
    expect((await replylint(['.'], { cwd })).code).toBe(0);
  });

  test('names the flags where nobody can be asked', async () => {
    const { code, err } = await replylint(['init', '--channel', 'chat', '--ci', 'github'], { cwd: folderWith({}) });
    expect(code).toBe(2);
    expect(err).toContain('write --language, --vendor, or --yes');
  });

  test.each([[CONFIG], ['replylint.config.json']])('replaces no configuration: %s', async (name) => {
    const cwd = folderWith({ [name]: '{}\n' });
    const refused = await replylint(['init', ...ALL], { cwd });
    expect(refused.code).toBe(2);
    expect(readFileSync(join(cwd, name), 'utf8')).toBe('{}\n');
  });

  test('replaces it with --force', async () => {
    const cwd = folderWith({ [CONFIG]: '{}\n' });
    expect((await replylint(['init', ...ALL, '--force'], { cwd })).code).toBe(0);
    expect(readFileSync(join(cwd, CONFIG), 'utf8')).toContain('channel: email');
  });

  test('writes a workflow for GitHub that runs the version that made it', async () => {
    const cwd = folderWith({});
    await replylint(['init', '--yes', '--ci', 'github'], { cwd });
    const workflow = parse(readFileSync(join(cwd, '.github/workflows/replylint.yml'), 'utf8')) as {
      jobs: { replylint: { steps: { run?: string }[] } };
    };
    const command = workflow.jobs.replylint.steps.find(({ run }) => run !== undefined)?.run as string;
    expect(command).toBe(`npx --yes replylint@${VERSION} . --format github`);
  });

  test('writes a job for GitLab and leaves the pipeline of a project alone', async () => {
    const fresh = folderWith({});
    const first = await replylint(['init', '--yes', '--ci', 'gitlab'], { cwd: fresh });
    expect(first.out).not.toContain('include');
    expect(parse(readFileSync(join(fresh, '.gitlab-ci.yml'), 'utf8'))).toEqual({
      include: [{ local: '.gitlab/replylint.yml' }],
    });
    const old = folderWith({ '.gitlab-ci.yml': 'build: {script: [make]}\n' });
    const second = await replylint(['init', '--yes', '--force', '--ci', 'gitlab'], { cwd: old });
    expect(second.out).toContain('include: [{local: .gitlab/replylint.yml}]');
    expect(readFileSync(join(old, '.gitlab-ci.yml'), 'utf8')).toBe('build: {script: [make]}\n');
    const { replylint: job } = parse(readFileSync(join(old, '.gitlab/replylint.yml'), 'utf8')) as {
      replylint: { script: string[] };
    };
    // The arguments of the job are understood.
    const args = (job.script[0] as string).split(' ').slice(3);
    writeFileSync(join(old, 'a.txt'), 'Agent: lol\n');
    expect(await replylint(args, { cwd: old })).toMatchObject({ code: 1, err: '' });
    expect(JSON.parse(readFileSync(join(old, 'replylint-code-quality.json'), 'utf8'))).not.toEqual([]);
  });

  describe('asks what no flag tells', () => {
    const answers: InitAnswers = { channel: 'sms', languages: ['en', 'zh'], vendor: 'none', ci: 'none' };
    const run = async (ask: Questions) => {
      const cwd = folderWith({});
      const io = { cwd, env: { LANG: 'zh_CN.UTF-8' }, out: async () => {}, err: () => {} } as unknown as Io;
      return { cwd, code: await init({ channel: 'sms', color: false }, io, ask) };
    };

    test('in the reader’s language', async () => {
      let asked: unknown;
      const { cwd, code } = await run(async (known, wording) => {
        asked = [known, wording.questions.vendor];
        return answers;
      });
      expect(code).toBe(0);
      expect(asked).toEqual([
        { channel: 'sms', languages: undefined, vendor: undefined, ci: undefined },
        '话术库中的占位符由哪个客服系统替换？',
      ]);
      expect(parse(readFileSync(join(cwd, CONFIG), 'utf8'))).toMatchObject({ channel: 'sms', locale: 'zh' });
    });

    test('and writes nothing for one who gives up', async () => {
      const { cwd, code } = await run(async () => undefined);
      expect(code).toBe(2);
      expect(() => readFileSync(join(cwd, CONFIG))).toThrow();
    });
  });
});
