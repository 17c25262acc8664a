import { describe, expect, test } from 'vitest';
import { BOOK } from '../shipped.ts';
import { folderWith, replylint } from './run.ts';

describe('rules', () => {
  test('lists every rule with its severity, preset and sentence', async () => {
    const { out, code } = await replylint(['rules']);
    expect(code).toBe(0);
    for (const rule of BOOK.rules)
      expect(out).toMatch(new RegExp(`^${rule.id} +${rule.severity} +${rule.preset}`, 'm'));
  });

  test('as JSON, in the language of the reader, with the severities of the configuration', async () => {
    const cwd = folderWith({ 'replylint.config.yaml': 'rules: {greeting/missing: off}\n' });
    const { out } = await replylint(['rules', '--format', 'json', '--locale', 'kk'], { cwd });
    const { rules } = JSON.parse(out) as { rules: { id: string; severity: string; say: string }[] };
    expect(rules.find(({ id }) => id === 'greeting/missing')).toMatchObject({
      severity: 'off',
      say: 'Алдымен тұтынушымен амандасыңыз.',
    });
  });
});

describe('explain', () => {
  test.each(BOOK.rules.map(({ id }) => id))('%s', async (id) => {
    for (const locale of ['en', 'zh', 'kk']) {
      const { out, code } = await replylint(['explain', id, '--locale', locale]);
      expect(code).toBe(0);
      expect(out).toContain(id);
      expect(out.split('\n\n').length).toBeGreaterThan(2);
    }
  });

  test('names figures that a configuration can set', async () => {
    expect((await replylint(['explain', 'timing/first-response'])).out).toContain('wait.most');
  });
});

describe('parse', () => {
  test('shows roles, times, languages and edges', async () => {
    const stdin = '客户(10:00:00)：在吗？\n客服小敏(10:00:05)：您好，请问有什么可以帮您？\n……\n';
    expect((await replylint(['parse', '-'], { stdin })).out).toBe(
      [
        '<stdin>: transcript',
        '  conversation, channel unknown, start known, end unknown',
        '    0  customer  10:00:00  zh-Hans  在吗？',
        '    1  agent 小敏  10:00:05  zh-Hans  您好，请问有什么可以帮您？',
        '',
      ].join('\n'),
    );
  });

  test('says what was guessed and what is wrong', async () => {
    const guessed = await replylint(['parse', '-'], {
      stdin: 'Ana: Hello\nBen: Thank you for calling, how may I help you?\nAna: Hi\nBen: Yes?\n',
    });
    expect(guessed.out).toContain('guessed: “Ben” is taken for the agent');
    const wrong = await replylint(['parse', '-', '--format', 'json'], { stdin: 'Kim: hi\nBo: hi\nKim: hm\nBo: ok\n' });
    expect(wrong.code).toBe(2);
    expect(JSON.parse(wrong.out)).toMatchObject({ problems: [{ id: 'input/unknown-agent', names: 'Kim, Bo' }] });
  });
});

describe('help', () => {
  test('names every flag and command', async () => {
    const { out, code } = await replylint(['--help']);
    expect(code).toBe(0);
    for (const flag of [
      '--stdin-filename',
      '--channel',
      '--language',
      '--agent',
      '--context',
      '--config',
      '--format',
      '--fail-on',
      '--max-warnings',
      '--quiet',
      '--rule',
      '--only',
      '--except',
      '--preset',
      '--locale',
      '--no-color',
    ]) {
      expect(out).toContain(flag);
    }
    for (const command of ['rules', 'explain', 'parse', 'eval']) expect(out).toContain(`  ${command} `);
  });

  test('a version', async () => {
    expect((await replylint(['--version'])).code).toBe(0);
  });
});
