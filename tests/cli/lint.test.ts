import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint, rulesIn } from './run.ts';

const CHAT = '客户(10:00:00)：在吗？\n客服小敏(10:00:05)：您好，我是小敏，你的包裹已发出。\n';

describe('exit codes', () => {
  test.each([
    ['clean', 'Agent: Hello, this is Ann.\n', [], 0],
    ['a warning', CHAT, [], 1],
    ['a warning below --fail-on', CHAT, ['--fail-on', 'error'], 0],
    ['never', CHAT, ['--fail-on', 'never'], 0],
    ['more warnings than allowed', CHAT, ['--fail-on', 'error', '--max-warnings', '0'], 1],
    ['as many warnings as allowed', CHAT, ['--fail-on', 'error', '--max-warnings', '1'], 0],
    ['a rule made an error', CHAT, ['--fail-on', 'error', '--rule', 'pronoun/informal-you=error'], 1],
    ['a rule switched off', CHAT, ['--rule', 'pronoun/informal-you=off'], 0],
    ['an unreadable file', '{"messages": [', ['--stdin-filename', 'x.json'], 2],
  ])('%s', async (_, stdin, args, code) => {
    expect((await replylint(['-', ...args], { stdin })).code).toBe(code);
  });

  test('a file that cannot be read does not keep the others from being linted', async () => {
    const cwd = folderWith({ 'a.json': '{"messages": [', 'b.txt': CHAT });
    const outcome = await replylint(['.', '--format', 'json'], { cwd });
    expect(outcome.code).toBe(2);
    expect(rulesIn(outcome)).toEqual(['input/malformed', 'pronoun/informal-you']);
  });

  test('a broken record of JSONL does not keep the others from being linted', async () => {
    const good = '{"id":"c1","turns":[{"role":"agent","text":"Hello, this is Ann. Please check the the box."}]}';
    const cwd = folderWith({ 'a.jsonl': `{"id":\n${good}\n` });
    const outcome = await replylint(['a.jsonl', '--format', 'json'], { cwd });
    expect(outcome.code).toBe(2);
    expect(findingsIn(outcome).map(({ rule, line }) => [rule, line])).toEqual([
      ['input/malformed', 1],
      ['text/repeated-word', 2],
    ]);
  });
});

describe('what a finding says in JSON', () => {
  test('in a conversation', async () => {
    const cwd = folderWith({
      'c.jsonl':
        '{"id":"c0","turns":[]}\n{"id":"c1","channel":"chat","turns":[{"role":"customer","text":"杯子碎了，我要投诉"},{"role":"agent","name":"小敏","text":"\\u53d1\\u5f20照片"}]}\n',
    });
    const outcome = await replylint(['c.jsonl', '--format', 'json', '--only', 'complaint/no-apology'], { cwd });
    const [finding] = findingsIn(outcome);
    expect(finding).toMatchObject({
      rule: 'complaint/no-apology',
      severity: 'warning',
      message: 'The customer complained. Apologise before you solve it.',
      instead: '非常抱歉给您带来不便。……',
      path: 'c.jsonl',
      line: 2,
      endLine: 2,
      words: '发张照片',
      exact: true,
      conversation: 'c1',
      messageIndex: 1,
      role: 'agent',
      speaker: '小敏',
      related: [{ why: 'occasion', path: 'c.jsonl', words: '杯子碎了', messageIndex: 0, role: 'customer' }],
    });
    const text = '{"id":"c0","turns":[]}\n';
    const { span, column, endColumn } = finding as unknown as {
      span: { start: number; end: number };
      column: number;
      endColumn: number;
    };
    expect(span.start).toBe(text.length + column - 1);
    expect(endColumn - column).toBe('\\u53d1\\u5f20照片'.length);
  });

  test('in a library', async () => {
    const cwd = folderWith({ 'lib.yaml': 'replies:\n  - name: Calm\n    body: "Calm down, {{name}}."\n' });
    const outcome = await replylint(['lib.yaml', '--format', 'json'], { cwd });
    expect(findingsIn(outcome)).toMatchObject([
      { rule: 'wording/forbidden-phrase', entry: 'Calm', messageIndex: null, line: 3, column: 12, words: 'Calm down' },
    ]);
  });
});

describe('a draft', () => {
  test('is checked from standard input', async () => {
    const outcome = await replylint(['-', '--format', 'json'], { stdin: 'Dear {{name}}, lol.' });
    expect(findingsIn(outcome).map(({ rule, path }) => [rule, path])).toEqual([
      ['template/unfilled-slot', '<stdin>'],
      ['wording/colloquial-filler', '<stdin>'],
    ]);
  });

  test('in answer to a conversation owes what the conversation asks for, and only it is judged', async () => {
    const cwd = folderWith({
      'chat.txt': 'Customer: The cup arrived broken, this is unacceptable!\nAgent: lol\nCustomer: Hello?\n',
      'draft.txt': 'Could you send us a photo?',
    });
    const outcome = await replylint(['draft.txt', '--context', 'chat.txt', '--format', 'json'], { cwd });
    expect(rulesIn(outcome)).toEqual([]);
    const greeting = folderWith({ 'chat.txt': 'Customer: Is it in stock?\n', 'draft.txt': 'Yes.' });
    const first = await replylint(
      ['draft.txt', '--context', 'chat.txt', '--format', 'json', '--only', 'greeting/missing'],
      { cwd: greeting },
    );
    expect(findingsIn(first)).toMatchObject([{ rule: 'greeting/missing', path: 'draft.txt', words: 'Yes' }]);
  });

  test('that answers a hold names the place in the conversation', async () => {
    const cwd = folderWith({
      'chat.txt': 'Customer: Hi\nAgent: Hello, one moment please.\nCustomer: ok\n',
      'draft.txt': 'Here it is.',
    });
    const outcome = await replylint(
      [
        'draft.txt',
        '--context',
        'chat.txt',
        '--format',
        'json',
        '--only',
        'hold/no-thanks',
        '--rule',
        'hold/no-thanks=warning',
      ],
      { cwd },
    );
    // hold/no-thanks is a rule of conversations: a draft is one from where it stands.
    expect(rulesIn(outcome)).toEqual([]);
  });

  test('a mail owes a greeting by itself', async () => {
    const outcome = await replylint(['-', '--channel', 'email', '--format', 'json', '--only', 'greeting/missing'], {
      stdin: 'Your parcel is on its way.',
    });
    expect(rulesIn(outcome)).toEqual(['greeting/missing']);
    expect((await replylint(['-', '--only', 'greeting/missing'], { stdin: 'Your parcel is on its way.' })).code).toBe(
      0,
    );
  });
});

describe('choosing rules', () => {
  test('--only, --except and categories', async () => {
    const stdin = 'Agent: lol, check the the box.\n';
    expect(rulesIn(await replylint(['-', '--format', 'json', '--only', 'text/*'], { stdin }))).toEqual([
      'text/repeated-word',
    ]);
    expect(
      rulesIn(await replylint(['-', '--format', 'json', '--except', 'greeting/*,text/repeated-word'], { stdin })),
    ).toEqual(['wording/colloquial-filler']);
  });

  test('--preset strict brings its figures', async () => {
    const stdin = '客户(09:00:00)：在吗\n客服(09:00:41)：您好，在的。\n';
    const only = ['--only', 'timing/first-response', '--format', 'json'];
    expect(rulesIn(await replylint(['-', ...only], { stdin }))).toEqual([]);
    expect(rulesIn(await replylint(['-', ...only, '--preset', 'strict'], { stdin }))).toEqual([
      'timing/first-response',
    ]);
  });

  test('--quiet shows errors only, and counts the others all the same', async () => {
    const outcome = await replylint(['-', '--quiet', '--format', 'json'], { stdin: 'Agent: lol\n' });
    expect(findingsIn(outcome)).toEqual([]);
    expect(outcome.code).toBe(1);
  });
});

describe('mistakes in the flags are one line with the mend', () => {
  test.each([
    [['nowhere.txt'], 'nowhere.txt: no such file'],
    [['*.nothing'], 'no such file for this glob'],
    [['-', '--rule', 'greting/missing=off'], 'Did you mean “greeting/missing”?'],
    [['-', '--rule', 'greeting/missing=loud'], 'error, warning, info or off'],
    [['-', '--only', 'greeting/mising'], 'Did you mean “greeting/missing”?'],
    [['-', '--preset', 'stict'], 'Did you mean “strict”?'],
    [['-', '--format', 'prety'], "argument 'prety' is invalid"],
    [['-', '--config', 'no.yaml'], 'no.yaml: no such configuration'],
    [['-', '--context', 'no.txt'], 'no.txt: no such file'],
    [['-', '--max-warnings', 'few'], 'Write a whole number'],
    [['-', '--fact', 'direktion=outbound'], 'Did you mean “direction”?'],
    [['-', '--fact', 'direction'], 'write name=value'],
    [['-', '--fact', 'direction=up'], 'write inbound or outbound'],
    [['-', '--fact', 'rings=many'], 'write a whole number'],
    [['--fromat', 'json', '-'], 'Did you mean --format?'],
    [[], 'name files, folders or globs'],
    [['explain', 'greeting/mising'], 'Did you mean “greeting/missing”?'],
  ])('%j', async (args, problem) => {
    const outcome = await replylint(args, { stdin: 'Hello' });
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(problem);
    expect(outcome.out).toBe('');
  });
});

describe('what readers see', () => {
  test('the words are underlined, wide characters twice as wide, and nothing from a transcript is carried out', async () => {
    const stdin = '客户：在吗\n客服：您好，我是小敏\u001b[2J\u202e，不归我管。\n';
    const outcome = await replylint(['-', '--only', 'wording/forbidden-phrase'], { stdin });
    expect(outcome.out).toBe(
      [
        'error[wording/forbidden-phrase] “不归我管” turns the customer away. Say what you will do.',
        '  --> <stdin>:2:17 (agent, message 2)',
        '   |',
        ' 2 | 客服：您好，我是小敏␛[2J<U+202E>，不归我管。',
        `   | ${' '.repeat(34)}^^^^^^^^`,
        '   = write instead: 这一点我需要核实，会在……前答复您。',
        '',
        '1 error in 1 of 1 file.',
        '',
      ].join('\n'),
    );
  });

  test('a long line is cut around the words', async () => {
    const stdin = `Agent: ${'well '.repeat(200)}not my problem ${'then '.repeat(200)}\n`;
    const outcome = await replylint(['-', '--only', 'wording/forbidden-phrase'], { stdin, columns: 60 });
    for (const line of outcome.out.split('\n').slice(2, 5)) expect(line.length).toBeLessThanOrEqual(60);
    expect(outcome.out).toContain('not my problem');
  });

  test.each([
    ['zh', '请先向客户问好。', '已检查 1 个文件|个警告'],
    ['kk', 'Алдымен тұтынушымен амандасыңыз.', 'ескерту'],
    ['en', 'Greet the customer', 'warning'],
  ])('in %s', async (locale, sentence, summary) => {
    const outcome = await replylint(['-', '--locale', locale, '--only', 'greeting/missing'], { stdin: 'Agent: yes\n' });
    expect(outcome.out).toContain(sentence);
    expect(outcome.out).toMatch(new RegExp(summary));
  });

  test('in the language of the environment', async () => {
    const outcome = await replylint(['-', '--only', 'greeting/missing'], {
      stdin: 'Agent: yes\n',
      env: { LANG: 'zh_CN.UTF-8' },
    });
    expect(outcome.out).toContain('请先向客户问好。');
  });

  test.each([
    [[], {}, true, true],
    [[], {}, false, false],
    [[], { NO_COLOR: '1' }, true, false],
    [['--no-color'], {}, true, false],
    [['--color'], { NO_COLOR: '1' }, false, true],
    [[], { FORCE_COLOR: '1' }, false, true],
    [[], { TERM: 'dumb' }, true, false],
  ])('colours with %j %j on a terminal: %s', async (args, env, isTerminal, isColoured) => {
    const outcome = await replylint(['-', ...args], { stdin: 'Agent: lol\n', env, isTerminal });
    expect(outcome.out.includes('\u001b[')).toBe(isColoured);
  });
});

describe('files', () => {
  test('a folder is searched; files of other shapes are passed over, a named one is not', async () => {
    const cwd = folderWith({ 'package.json': '{"name": "x"}', 'a/chat.txt': CHAT, 'node_modules/b/chat.txt': CHAT });
    const outcome = await replylint(['.'], { cwd });
    expect(outcome.out).toContain('a/chat.txt:2');
    expect(outcome.out).toContain('1 file holds no conversation');
    expect(outcome.out).not.toContain('node_modules');
    const named = await replylint(['package.json'], { cwd });
    expect(named.code).toBe(2);
    expect(named.out).toContain('input/unknown-shape');
  });

  test('the order of findings is that of paths, whatever the order of arguments', async () => {
    const cwd = folderWith({ 'b.txt': CHAT, 'a.txt': CHAT });
    const paths = findingsIn(await replylint(['b.txt', 'a.txt', '.', '*.txt', '--format', 'json'], { cwd })).map(
      ({ path }) => path,
    );
    expect(paths).toEqual(['a.txt', 'b.txt']);
  });

  test('names in other scripts, blanks and brackets', async () => {
    const cwd = folderWith({ '客服 [1]/聊天 (a).txt': CHAT });
    expect((await replylint(['客服 [1]'], { cwd })).out).toContain('客服 [1]/聊天 (a).txt:2');
    expect((await replylint(['客服 [1]/聊天 (a).txt'], { cwd })).code).toBe(1);
  });

  test('an empty file is no mistake', async () => {
    const cwd = folderWith({ 'a.txt': '', 'b.jsonl': '', 'c.yaml': '' });
    expect((await replylint(['a.txt', 'b.jsonl', 'c.yaml'], { cwd })).code).toBe(0);
  });

  test('GB18030 and UTF-16 are read', async () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(CHAT, 'utf16le')]);
    // 客服：您好，你的。 in GB18030
    const gb18030 = Buffer.from([
      0xbf, 0xcd, 0xb7, 0xfe, 0xa3, 0xba, 0xc4, 0xfa, 0xba, 0xc3, 0xa3, 0xac, 0xc4, 0xe3, 0xb5, 0xc4, 0xa1, 0xa3,
    ]);
    const cwd = folderWith({ 'a.txt': utf16, 'b.txt': gb18030, 'c.txt': Buffer.from([0, 1, 2, 0xff]) });
    const outcome = await replylint(['.', '--format', 'json', '--only', 'pronoun/informal-you'], { cwd });
    expect(rulesIn(outcome)).toEqual(['pronoun/informal-you', 'pronoun/informal-you', 'input/unreadable']);
    expect(outcome.code).toBe(2);
  });

  test('speakers who may be anybody are a question, and --agent answers it', async () => {
    const stdin = 'Kim: hi there\nBo: what is it\nKim: my phone\nBo: ok\n';
    expect((await replylint(['-'], { stdin })).out).toContain('input/unknown-agent');
    const outcome = await replylint(['-', '--agent', 'Bo', '--format', 'json', '--only', 'greeting/missing'], {
      stdin,
    });
    expect(findingsIn(outcome)).toMatchObject([{ speaker: 'Bo', role: 'agent' }]);
  });
});
