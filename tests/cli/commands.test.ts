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

describe('rules --for', () => {
  const files = {
    'call.txt': 'Channel: phone\nRings: 4\n\nAgent: Hello, this is Ann.\nCustomer: Hi\n',
    'chats.jsonl':
      '{"id":"a","channel":"phone","rings":2,"turns":[{"role":"agent","text":"Hello"}]}\n{"id":"b","channel":"phone","turns":[{"role":"agent","text":"Hello"}]}\n{"id":"c","channel":"chat","turns":[{"role":"agent","text":"Hello"}]}\n',
  };
  const only = ['--only', 'phone/answer-rings,callback/not-announced,hold/silence,greeting/missing'];

  test('names what could not run and what it lacked', async () => {
    const { out, code } = await replylint(['rules', '--for', 'call.txt', ...only], { cwd: folderWith(files) });
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'call.txt: 2 rules run, on 1 document',
        '  could not run for want of:',
        '    callback/not-announced  `callback` or `missed call`',
        '    hold/silence            times of messages',
        '',
      ].join('\n'),
    );
  });

  test('counts the records of a file, and leaves rules for other channels out', async () => {
    const cwd = folderWith(files);
    const { out } = await replylint(['rules', '--for', 'chats.jsonl', ...only, '--format', 'json'], { cwd });
    const [file] = (JSON.parse(out) as { files: { documents: number; rules: { id: string }[] }[] }).files;
    expect(file?.documents).toBe(3);
    expect(file?.rules.find(({ id }) => id === 'phone/answer-rings')).toEqual({
      id: 'phone/answer-rings',
      runs: 1,
      other: 1,
      lacks: [{ oneOf: ['rings', 'ring time'], documents: 1 }],
    });
    const { out: pretty } = await replylint(['rules', '--for', 'chats.jsonl', ...only], { cwd });
    expect(pretty).toContain('`rings` or `ring time` (in 1 of 3)');
  });

  test('knows what the configuration and the flags tell', async () => {
    const cwd = folderWith({ ...files, 'replylint.config.yaml': 'facts: {callback: true}\n' });
    const rule = ['--only', 'callback/not-announced'];
    expect((await replylint(['rules', '--for', 'call.txt', ...rule], { cwd })).out).toBe(
      'call.txt: 1 rule runs, on 1 document\n',
    );
    expect(
      (await replylint(['rules', '--for', '-', ...only, '--fact', 'callback=no'], { stdin: files['call.txt'] })).out,
    ).not.toContain('callback/not-announced');
  });

  test.each([
    ['zh', '因缺少信息而无法检查'],
    ['kk', 'мәлімет жетпегендіктен тексерілмеді'],
  ])('in %s', async (locale, words) => {
    const { out } = await replylint(['rules', '--for', 'call.txt', '--locale', locale], { cwd: folderWith(files) });
    expect(out).toContain(words);
  });

  test('says so where a file cannot be read', async () => {
    const outcome = await replylint(['rules', '--for', 'x.json'], { cwd: folderWith({ 'x.json': '{"a": [' }) });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain('input/malformed');
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

  test('shows the facts of a contact, those of the flags and those that events tell', async () => {
    const stdin =
      'Channel: phone\nRing time: 20 s\nTransfers: a, b\n\nAgent (10:00:00-10:00:04): Hello\nCustomer: Hi\n';
    const { out } = await replylint(['parse', '-', '--format', 'json', '--fact', 'callback=yes'], { stdin });
    const [document] = (JSON.parse(out) as { documents: { facts: object; messages: { until: string }[] }[] }).documents;
    expect(document?.facts).toEqual({ transfers: 2, returns: 0, ring_time: 20, callback: true });
    expect(document?.messages[0]?.until).toBe('10:00:04');
    expect((await replylint(['parse', '-'], { stdin })).out).toContain('ring_time 20');
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
      '--fact',
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
