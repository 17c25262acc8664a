import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint, rulesIn } from '../cli/run.ts';
import { ROOT } from '../root.ts';

const CHAT = 'Customer: hi\nAgent: Hello, this is Ann. lol, please check the the box.\n';

async function rulesWith(files: Readonly<Record<string, string>>, ...flags: string[]): Promise<readonly string[]> {
  const cwd = folderWith({ 'a.txt': CHAT, ...files });
  const outcome = await replylint(['a.txt', '--format', 'json', ...flags], { cwd });
  expect(outcome.err).toBe('');
  return rulesIn(outcome);
}

describe('a configuration of any kind counts', () => {
  test.each([
    ['replylint.config.yaml', 'rules: {text/repeated-word: off}\n'],
    ['replylint.config.yml', 'rules: {text/repeated-word: off}\n'],
    ['replylint.config.json', '{\n  // why\n  "$schema": "x", "rules": {"text/repeated-word": "off",},\n}\n'],
    ['replylint.config.jsonc', '\ufeff{"rules": {"text/repeated-word": "off"}} // end\n'],
    ['replylint.config.mjs', "export default { rules: { 'text/repeated-word': 'off' } };\n"],
    ['replylint.config.cjs', "module.exports = { rules: { 'text/repeated-word': 'off' } };\n"],
    [
      'replylint.config.ts',
      "import { defineConfig } from 'replylint';\nenum Severity { Off = 'off' }\nexport default defineConfig({ rules: { 'text/repeated-word': Severity.Off } });\n",
    ],
    [
      'replylint.config.mts',
      "import type { ConfigInput } from 'replylint';\nexport default { rules: { 'text/repeated-word': 'off' } } satisfies ConfigInput;\n",
    ],
    [
      'replylint.config.js',
      "import { defineConfig } from 'replylint';\nexport default defineConfig({ rules: { 'text/repeated-word': 'off' } });\n",
    ],
    ['package.json', '{"name": "x", "type": "module", "replylint": {"rules": {"text/repeated-word": "off"}}}\n'],
  ])('%s', async (name, text) => {
    const more: Readonly<Record<string, string>> = name.endsWith('.js') ? { 'package.json': '{"type": "module"}' } : {};
    expect(await rulesWith({ [name]: text, ...more })).toEqual(['wording/colloquial-filler']);
  });

  test('a package that only depends on the linter has no configuration', async () => {
    const files = { 'package.json': '{"devDependencies": {"replylint": "^1.0.0"}}', 'replylint.config.yml': '' };
    expect(await rulesWith(files)).toEqual(['wording/colloquial-filler', 'text/repeated-word']);
  });
});

describe('extends', () => {
  const TEAM = 'rules: {text/repeated-word: off, wording/colloquial-filler: error}\nagents: [Bo]\n';

  test('what a file says wins over what it extends, and later ones over earlier ones', async () => {
    const files = {
      'replylint.config.yaml':
        'extends: [strict, ./team.yaml, ./shop]\nrules: {wording/colloquial-filler: info}\nagents: [Kim]\n',
      'team.yaml': TEAM,
      'shop/replylint.config.json': '{"extends": "../base.yaml", "rules": {"text/repeated-word": "warning"}}',
      'base.yaml': 'rules: {text/repeated-word: {severity: error, channels: [email]}}\n',
    };
    const cwd = folderWith({ 'a.txt': CHAT, ...files });
    const found = findingsIn(await replylint(['a.txt', '--channel', 'email', '--format', 'json'], { cwd }));
    const severities = Object.fromEntries(found.map(({ rule, severity }) => [rule, severity]));
    expect(severities).toMatchObject({ 'wording/colloquial-filler': 'info', 'text/repeated-word': 'warning' });
    expect(Object.keys(severities)).toContain('email/signature-missing');
  });

  test('lists add up', async () => {
    const files = { 'replylint.config.yaml': 'extends: ./team.yaml\nagents: [Kim]\n', 'team.yaml': TEAM };
    const { out } = await replylint(['config', '--print', 'a.txt'], { cwd: folderWith(files) });
    expect(out).toMatch(/agents:\n {2}- Bo +# team\.yaml:2:10\n {2}- Kim +# replylint\.config\.yaml:2:10\n/);
  });

  test.each([
    ['its package.json', { 'package.json': '{"replylint": {"rules": {"text/repeated-word": "off"}}}' }],
    ['a file of its own', { 'package.json': '{}', 'replylint.config.yaml': 'rules: {text/repeated-word: off}\n' }],
    [
      'its main module',
      {
        'package.json': '{"main": "index.cjs"}',
        'index.cjs': "module.exports = {rules: {'text/repeated-word': 'off'}};",
      },
    ],
    [
      'a module that only import finds',
      {
        'package.json': '{"type": "module", "exports": {"import": "./index.mjs"}}',
        'index.mjs': "export default {rules: {'text/repeated-word': 'off'}};",
      },
    ],
  ])('a package, by %s', async (_, files) => {
    const installed = Object.entries(files).map(([name, text]) => [`node_modules/@acme/replylint/${name}`, text]);
    expect(
      await rulesWith({ 'replylint.config.yaml': 'extends: "@acme/replylint"\n', ...Object.fromEntries(installed) }),
    ).toEqual(['wording/colloquial-filler']);
  });

  test('part of a package', async () => {
    expect(
      await rulesWith({
        'replylint.config.yaml': 'extends: acme/team.yaml\n',
        'node_modules/acme/package.json': '{}',
        'node_modules/acme/team.yaml': TEAM,
      }),
    ).toEqual(['wording/colloquial-filler']);
  });

  test('paths count from the file that names them, globs from the configuration that is nearest', async () => {
    const cwd = folderWith({
      'a/replylint.config.yaml': 'extends: ../team/base.yaml\n',
      'team/base.yaml': 'ruleFolders: [house]\noverrides:\n  - {files: "calls/*", rules: {house/x: off}}\n',
      'team/house/x.yaml': 'id: house/x\nforbid: lol\nsay: x\nexamples: {bad: "⟦lol⟧", good: b}\n',
      'a/calls/a.txt': CHAT,
      'a/chats/a.txt': CHAT,
    });
    const outcome = await replylint(['a', '--only', 'house/x', '--format', 'json'], { cwd });
    expect(findingsIn(outcome).map(({ path }) => path)).toEqual(['a/calls/a.txt', 'a/chats/a.txt']);
    const all = findingsIn(await replylint(['a', '--format', 'json'], { cwd }));
    expect(all.filter(({ rule }) => String(rule) === 'house/x').map(({ path }) => path)).toEqual(['a/chats/a.txt']);
  });
});

describe('overrides', () => {
  const run = async (config: string, files: Readonly<Record<string, string>>, ...flags: string[]) => {
    const cwd = folderWith({ 'replylint.config.yaml': config, ...files });
    const outcome = await replylint(['.', '--format', 'json', ...flags], { cwd });
    expect(outcome.err).toBe('');
    return findingsIn(outcome)
      .filter(({ rule }) => ['wording/colloquial-filler', 'text/repeated-word'].includes(String(rule)))
      .map(({ path, rule, severity }) => `${path} ${rule} ${severity}`);
  };

  test('by glob, the last one wins', async () => {
    const config = [
      'rules: {text/repeated-word: info}',
      'overrides:',
      '  - {files: ["b/**", "c/**"], rules: {text/repeated-word: off, wording/colloquial-filler: error}}',
      '  - {files: "c/**", rules: {text/repeated-word: error}}',
    ].join('\n');
    expect(await run(config, { 'a/a.txt': CHAT, 'b/a.txt': CHAT, 'c/a.txt': CHAT })).toEqual([
      'a/a.txt wording/colloquial-filler warning',
      'a/a.txt text/repeated-word info',
      'b/a.txt wording/colloquial-filler error',
      'c/a.txt wording/colloquial-filler error',
      'c/a.txt text/repeated-word error',
    ]);
  });

  test('by glob, presets', async () => {
    const config = 'overrides:\n  - {files: "b/**", preset: strict}\n';
    const files = { 'a/a.txt': CHAT, 'b/a.txt': CHAT };
    const cwd = folderWith({ 'replylint.config.yaml': config, ...files });
    const found = findingsIn(await replylint(['.', '--format', 'json'], { cwd }));
    const strict = found.filter(({ rule }) => String(rule) === 'greeting/no-offer').map(({ path }) => path);
    expect(strict).toEqual(['b/a.txt']);
  });

  test('by channel and language of each conversation, in one file', async () => {
    const conversation = (id: string, channel: string, said: string) =>
      JSON.stringify({
        id,
        channel,
        messages: [
          { role: 'customer', text: 'hi' },
          { role: 'agent', text: said },
        ],
      });
    const chats = [
      conversation('1', 'chat', 'Hello, this is Ann. lol, please check the the box.'),
      conversation('2', 'email', 'Hello, this is Ann. lol, please check the the box.'),
      conversation('3', 'email', '您好，我是小王。请您查看一下 the the box，谢谢您的等待和理解。'),
    ].join('\n');
    const config = [
      'overrides:',
      '  - {channels: email, rules: {text/repeated-word: error, wording/colloquial-filler: off}}',
      '  - {channels: [email], languages: zh, rules: {text/repeated-word: info}}',
    ].join('\n');
    const cwd = folderWith({ 'replylint.config.yaml': config, 'a.jsonl': `${chats}\n` });
    const found = findingsIn(await replylint(['a.jsonl', '--format', 'json'], { cwd }))
      .filter(({ rule }) => ['wording/colloquial-filler', 'text/repeated-word'].includes(String(rule)))
      .map(({ conversation: id, rule, severity }) => `${id} ${rule} ${severity}`);
    expect(found).toEqual([
      '1 wording/colloquial-filler warning',
      '1 text/repeated-word warning',
      '2 text/repeated-word error',
      '3 text/repeated-word info',
    ]);
  });

  test('a rule that is off elsewhere is switched on, and its options are set', async () => {
    const files = {
      'a.txt': 'Customer (10:00:00): hi\nAgent (10:00:30): Hello, this is Ann.\n',
    };
    const config = (of: string) =>
      `rules: {timing/first-response: off}\noverrides:\n  - {${of}, rules: {timing/first-response: {severity: error, wait: {most: 10 s}}}}\n`;
    const rules = async (of: string, ...flags: string[]) => {
      const cwd = folderWith({ 'replylint.config.yaml': config(of), ...files });
      return rulesIn(await replylint(['a.txt', '--format', 'json', ...flags], { cwd }));
    };
    expect(await rules('channels: chat')).toEqual(['timing/first-response']);
    expect(await rules('languages: en')).toEqual(['timing/first-response']);
    expect(await rules('languages: kk')).toEqual([]);
    expect(await rules('channels: chat', '--rule', 'timing/first-response=off')).toEqual([]);
  });

  test('what is said later and of all wins over what was said of some', async () => {
    const cwd = folderWith({
      'replylint.config.yaml': 'extends: ./team.yaml\nrules: {text/repeated-word: info}\n',
      'team.yaml':
        'overrides:\n  - {channels: chat, rules: {text/repeated-word: error, wording/colloquial-filler: error}}\n',
      'a.txt': CHAT,
    });
    const found = findingsIn(await replylint(['a.txt', '--format', 'json'], { cwd }));
    expect(found.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'wording/colloquial-filler error',
      'text/repeated-word info',
    ]);
  });
});

describe('config --print', () => {
  const files = {
    'replylint.config.yaml': [
      'extends: [./team.json]',
      'channel: chat',
      'rules:',
      '  timing/first-response: {wait: {most: 30 s}}',
      'overrides:',
      '  - files: "calls/**"',
      '    channel: phone',
      '  - {channels: email, rules: {greeting/missing: info}}',
    ].join('\n'),
    'team.json': '{"preset": "preview", "facts": {"direction": "inbound"},\n "rules": {"greeting/missing": "off"}}',
  };

  test('tells what holds, and where each value comes from', async () => {
    const cwd = folderWith(files);
    const flags = ['--agent', 'Kim', '--fact', 'direction=outbound', '--rule', 'text/repeated-word=error'];
    const { out, err, code } = await replylint(['config', '--print', 'calls/a.txt', ...flags], { cwd });
    expect({ err, code }).toEqual({ err: '', code: 0 });
    const lines = out.split('\n').map((line) => line.replace(/ +# /, ' # '));
    expect(lines.slice(0, 2)).toEqual([
      '# What holds for calls/a.txt, and where it comes from',
      '# configurations, what is extended first: team.json, replylint.config.yaml',
    ]);
    for (const line of [
      'preset: preview # team.json:1:12',
      'channel: phone # replylint.config.yaml:7:14',
      '  - Kim # --agent',
      '  direction: outbound # --fact',
      '    severity: off # team.json:2:32 (default: warning)',
      '    severity: error # --rule (default: warning)',
      '      most: 30 s # replylint.config.yaml:4:40',
      '  - channels: [email] # replylint.config.yaml:8:5',
      '        severity: info # replylint.config.yaml:8:49',
    ])
      expect(lines).toContain(line);
  });

  test('is a configuration that holds by itself', async () => {
    const cwd = folderWith(files);
    const { out } = await replylint(['config', '--print', 'calls/a.txt'], { cwd });
    const again = folderWith({ 'replylint.config.yaml': out });
    expect((await replylint(['config', '--print', 'calls/a.txt'], { cwd: again })).err).toBe('');
  });

  test('as JSON, and without a configuration', async () => {
    const { out } = await replylint(['config', '--print', 'a.txt', '--format', 'json'], { cwd: folderWith({}) });
    expect(JSON.parse(out)).toEqual({
      version: 1,
      file: 'a.txt',
      configurations: [],
      values: [
        { keys: ['preset'], value: 'recommended', from: 'default' },
        { keys: ['locale'], value: 'en', from: 'environment' },
      ],
      rules: [],
      overrides: [],
    });
  });

  test('in the language of the reader', async () => {
    const cwd = folderWith(files);
    expect((await replylint(['config', '--print', 'a.txt', '--locale', 'zh'], { cwd })).out).toContain('生效的设置');
    expect((await replylint(['config', '--print', 'a.txt', '--locale', 'kk'], { cwd })).out).toContain('баптаулар');
  });
});

describe('mistakes', () => {
  const problemsIn = async (files: Readonly<Record<string, string>>) => {
    const { code, err, out } = await replylint(['a.txt'], { cwd: folderWith({ 'a.txt': CHAT, ...files }) });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    return err;
  };

  test('are shown with the line and the one before', async () => {
    expect(await problemsIn({ 'replylint.config.yaml': 'agents: [Bo]\nrules:\n  greeting/mising: off\n' })).toBe(
      [
        'replylint: replylint.config.yaml:3:3: there is no rule “greeting/mising”. Did you mean “greeting/missing”?',
        '  2 | rules:',
        '> 3 |   greeting/mising: off',
        '    |   ^^^^^^^^^^^^^^^',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['json', '{\n  "agnets": []\n}', 'replylint.config.json:2:3: unknown key “agnets”. Did you mean “agents”?'],
    ['json', '{"rules": ', 'replylint.config.json:1:11: this is no JSON: value expected.'],
    ['json', '{"agents": [], "agents": []}', 'replylint.config.json:1:16: the key “agents” is there twice.'],
    ['mjs', 'export default {agnets: []};', 'replylint.config.mjs: unknown key “agnets”. Did you mean “agents”?'],
    [
      'mjs',
      'export default {rules: {"greeting/mising": "off"}};',
      'replylint.config.mjs: rules.greeting/mising: there is no rule “greeting/mising”. Did you mean “greeting/missing”?',
    ],
    ['ts', 'export default {preset: "strct"};', 'replylint.config.ts: “preset” is “strct”. Did you mean “strict”?'],
    ['ts', 'export const a = 1;', 'replylint.config.ts: it has no default export.'],
    [
      'ts',
      'export default {\n  a: ;\n};',
      'replylint.config.ts:2:6: it cannot be loaded: ParseError: Unexpected token.',
    ],
    [
      'ts',
      'const a: number = 1;\nexport default { b: a.c.d };',
      'replylint.config.ts:2:1: it cannot be loaded: TypeError:',
    ],
    [
      'mjs',
      'export default {\n  b: nope,\n};',
      'replylint.config.mjs:2:6: it cannot be loaded: ReferenceError: nope is',
    ],
    ['yaml', 'extends: ./nope.yaml', 'replylint.config.yaml:1:10: “./nope.yaml” does not exist.'],
    [
      'yaml',
      'extends: [strickt]',
      'replylint.config.yaml:1:11: there is no preset, package or file “strickt”. Did you mean “strict”?',
    ],
    ['yaml', 'extends: replylint.config.yaml', 'circle: replylint.config.yaml → replylint.config.yaml.'],
    ['yaml', 'extends: 3', 'replylint.config.yaml:1:10: “extends” should be'],
    ['yaml', 'plugins: [./nope.ts]', 'replylint.config.yaml:1:11: there is no plugin “./nope.ts”.'],
    ['yaml', 'plugins: [a.txt]', 'replylint.config.yaml:1:11: a.txt is no plugin. A plugin is a module'],
  ])('%s: %s', async (kind, text, problem) => {
    const err = await problemsIn({ [`replylint.config.${kind}`]: text });
    expect(err).toContain(problem);
    expect(
      err
        .trimEnd()
        .split('\n')
        .filter((line) => line.startsWith('replylint: ')).length,
    ).toBe(1);
  });

  test('in what is extended, with its place', async () => {
    const files = {
      'replylint.config.json': '{"extends": "./team.yaml"}',
      'team.yaml': 'agents: [Bo]\nagnets: [Kim]\n',
    };
    expect(await problemsIn(files)).toContain('team.yaml:2:1: unknown key “agnets”. Did you mean “agents”?');
  });

  test('in the syntax of a module, as Node reads it', () => {
    const cwd = folderWith({ 'replylint.config.mjs': 'export default {\n  a: ;\n};', 'a.txt': CHAT });
    const { stderr, status } = spawnSync(process.execPath, [`${ROOT}dist/bin.js`, 'a.txt'], { cwd, encoding: 'utf8' });
    expect(status).toBe(2);
    expect(stderr).toContain('replylint.config.mjs:2:6: it cannot be loaded: ParseError: Unexpected token.\n');
    expect(stderr).toContain('> 2 |   a: ;\n    |      ^\n');
  });

  test('two configurations in one folder', async () => {
    const err = await problemsIn({ 'replylint.config.yaml': '', 'package.json': '{"replylint": {}}' });
    expect(err).toContain(
      'there are 2 configurations in one folder: replylint.config.yaml, package.json (“replylint”). Keep one of them.',
    );
  });
});
