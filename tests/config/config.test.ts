import { describe, expect, test } from 'vitest';
import { findingsIn, folderWith, replylint, rulesIn } from '../cli/run.ts';

const CHAT = 'Customer: hi\nAgent: lol, please check the the box.\n';

describe('the nearest configuration upwards from the file', () => {
  test('counts, and not another', async () => {
    const cwd = folderWith({
      'replylint.config.yaml': 'rules: {greeting/missing: off, greeting/no-agent-name: off}\n',
      'a/chat.txt': CHAT,
      'b/replylint.config.yaml': 'rules: {text/repeated-word: off, wording/colloquial-filler: error}\n',
      'b/c/chat.txt': CHAT,
    });
    const found = findingsIn(await replylint(['.', '--format', 'json'], { cwd })).map(
      ({ path, rule, severity }) => `${path} ${rule} ${severity}`,
    );
    expect(found).toEqual([
      'a/chat.txt wording/colloquial-filler warning',
      'a/chat.txt text/repeated-word warning',
      'b/c/chat.txt greeting/missing warning',
      'b/c/chat.txt greeting/no-agent-name info',
      'b/c/chat.txt wording/colloquial-filler error',
    ]);
  });

  test('--config counts for every file', async () => {
    const cwd = folderWith({
      'house.yaml': 'rules: {greeting/missing: off, greeting/no-agent-name: off}\n',
      'a.txt': CHAT,
    });
    expect(rulesIn(await replylint(['a.txt', '--config', 'house.yaml', '--format', 'json'], { cwd }))).toEqual([
      'wording/colloquial-filler',
      'text/repeated-word',
    ]);
  });
});

describe('what a configuration sets', () => {
  test('figures, presets and channels of rules', async () => {
    const cwd = folderWith({
      'replylint.config.yaml':
        'rules:\n  timing/first-response: {wait: {most: 10 s}}\n  timing/late-no-apology: {after: {customer waits: 20 s}}\n',
      'a.txt': 'Customer (10:00:00): hi\nAgent (10:00:30): Hello, this is Ann.\n',
    });
    expect(rulesIn(await replylint(['a.txt', '--format', 'json'], { cwd }))).toEqual([
      'timing/first-response',
      'timing/late-no-apology',
    ]);
  });

  test('settings for some files', async () => {
    const cwd = folderWith({
      'replylint.config.yaml': [
        'agents: [Bo]',
        'companies: [Aurora Bank]',
        'masks: ["[ORDER*]"]',
        'overrides:',
        '  - {files: "calls/**", channel: phone}',
        '  - {files: "*.jsonl", kind: library}',
        '  - {files: "macros.json", kind: library, fields: {title: kurz, body: lang}}',
      ].join('\n'),
      'calls/a.txt':
        'Kim: hello\nBo: Aurora Bank, hello. Um, please hold.\nKim: ok\nBo: Thank you for holding. Your [ORDER12] is here.\n',
      'canned.jsonl': '{"id":"x","turns":[{"role":"agent","text":"Calm down, {{name}}."}]}\n',
      'macros.json': '[{"kurz":"One","lang":"Calm down."}]',
    });
    const found = findingsIn(await replylint(['.', '--format', 'json'], { cwd })).map(
      ({ path, rule, entry }) => `${path} ${rule} ${entry}`,
    );
    expect(found).toEqual([
      'calls/a.txt hold/no-consent null',
      'canned.jsonl wording/forbidden-phrase x',
      'macros.json wording/forbidden-phrase One',
    ]);
  });

  test('rules and words of the house', async () => {
    const cwd = folderWith({
      'replylint.config.yaml': 'ruleFolders: [house]\n',
      'house/slogan.yaml': [
        'id: house/slogan',
        'in: last reply',
        'require: "@slogan"',
        'say: Say the slogan.',
        'examples: {bad: "Agent: ⟦Bye⟧.", good: "Agent: Aurora, and the day is bright."}',
      ].join('\n'),
      'house/lexicon/en/slogan.yaml': 'phrases: [the day is bright]\n',
      'house/lexicon/en/colloquial-filler.yaml': 'phrases: [yippee]\n',
      'a.txt': 'Customer: hi\nAgent: Hello, this is Ann. Yippee!\n',
    });
    expect(rulesIn(await replylint(['a.txt', '--format', 'json'], { cwd }))).toEqual([
      'house/slogan',
      'wording/colloquial-filler',
    ]);
  });

  test('facts of the contacts in some files', async () => {
    const cwd = folderWith({
      'replylint.config.yaml':
        'overrides:\n  - {files: "greetings/*", facts: {voicemail: greeting}}\n  - {files: "night/*", channel: sms, facts: {bulk: true, recipient time: "23:50"}}\n',
      'greetings/a.txt': 'The person you called is unavailable.\n',
      'night/b.txt': 'New lamps at Greenleaf!\n',
      'c.txt': 'The person you called is unavailable.\n',
    });
    const found = findingsIn(await replylint(['.', '--format', 'json'], { cwd })).map(
      ({ path, rule }) => `${path} ${rule}`,
    );
    expect(found).toEqual(['greetings/a.txt phone/voicemail-greeting-not-personal', 'night/b.txt timing/quiet-hours']);
  });

  test('hours in which somebody answers: nobody waits overnight', async () => {
    const chat =
      'Customer (2026-05-04 17:58:00): hi\nAgent (2026-05-05 09:00:30): Hello, this is Ann, sorry for the wait.\n';
    const only = ['--only', 'timing/first-response', '--format', 'json'];
    const open = folderWith({ 'a.txt': chat });
    expect(rulesIn(await replylint(['a.txt', ...only], { cwd: open }))).toEqual(['timing/first-response']);
    const hours = (to: string) =>
      folderWith({
        'replylint.config.yaml': `businessHours: {timeZone: Asia/Almaty, open: {mon-fri: "09:00-${to}"}}\n`,
        'a.txt': chat,
      });
    expect(rulesIn(await replylint(['a.txt', ...only], { cwd: hours('17:59') }))).toEqual([]);
    expect(rulesIn(await replylint(['a.txt', ...only], { cwd: hours('19:00') }))).toEqual(['timing/first-response']);
  });

  test('how much there may be of what a rule looks for, but not what it looks for', async () => {
    const calls = 'Agent: Please hold.\nCustomer: ok\nAgent: Please hold.\nCustomer: ok\n';
    const cwd = folderWith({ 'replylint.config.yaml': 'rules: {hold/excessive: {said: {most: 1}}}\n', 'a.txt': calls });
    const args = ['a.txt', '--channel', 'phone', '--only', 'hold/excessive', '--format', 'json'];
    expect(rulesIn(await replylint(args, { cwd }))).toEqual(['hold/excessive']);
    const other = folderWith({ 'replylint.config.yaml': 'rules: {hold/excessive: {said: {of: x}}}\n', 'a.txt': calls });
    expect((await replylint(args, { cwd: other })).err).toContain('unknown key “of”');
  });

  test('the language of the reader', async () => {
    const cwd = folderWith({ 'replylint.config.yaml': 'locale: kk\n', 'a.txt': CHAT });
    expect((await replylint(['a.txt'], { cwd })).out).toContain('Алдымен тұтынушымен амандасыңыз.');
    expect((await replylint(['a.txt', '--locale', 'en'], { cwd })).out).toContain('Greet the customer');
  });
});

describe('every mistake is one line with its place and the mend', () => {
  test.each([
    ['preset: strct', '1:9: “preset” is “strct”. Did you mean “strict”?'],
    ['agnets: [a]', '1:1: unknown key “agnets”. Did you mean “agents”?'],
    ['rules:\n  greting/missing: off', '2:3: there is no rule “greting/missing”. Did you mean “greeting/missing”?'],
    ['rules:\n  greeting/missing: loud', '2:21: “rules.greeting/missing” is “loud”.'],
    ['rules:\n  greeting/missing: {severty: off}', '2:22: unknown key “severty”. Did you mean “severity”?'],
    ['rules:\n  greeting/missing: {wait: {most: 3 s}}', '“greeting/missing” does not use “wait”.'],
    ['rules:\n  timing/first-response: {wait: {most: soon}}', '90 s, 2 min'],
    ['overrides:\n  - {kind: draft}', '2:5: “overrides.0”: say what it is for: files, channels or languages.'],
    ['overrides:\n  - {files: a, kind: drft}', '2:22: “overrides.0.kind” is “drft”. Did you mean “draft”?'],
    [
      'overrides:\n  - {channels: chat, agents: [Bo]}',
      '2:5: “overrides.0”: channel and language show when a file is read',
    ],
    ['overrides:\n  - {channels: chats, rules: {}}', '2:16: “overrides.0.channels” is “chats”. Did you mean “chat”?'],
    ['facts: {directoin: inbound}', '1:9: unknown key “directoin”. Did you mean “direction”?'],
    ['facts: {direction: up}', 'write inbound or outbound'],
    ['facts: {ring time: long}', 'write a number and a unit'],
    ['businessHours: {open: {weekdays: 09:00-18:00}}', 'name days: mon'],
    ['businessHours: {open: {mon: all day}}', 'write hours: 09:00-18:00'],
    ['businessHours: {timeZone: Mars, open: {mon: 09:00-18:00}}', 'write a time zone'],
    ['rules:\n  phone/answer-rings: {amounts: {rings: 2.5}}', 'amounts.rings'],
    ['locale: ru', '1:9: “locale” is “ru”.'],
    ['locale: 7', '“locale” is “7”. Known are: en, '],
    ['- locale: zh\n- rules: {}', '1:1: the file should be keys and values, not a list.'],
    ['facts: [inbound]', '“facts” should be keys and values, not a list.'],
    ['a: [', '1:5:'],
    ['agents: Ben', '1:9: “agents” should be a list, not “Ben”.'],
    ['ruleFolders: [nowhere]', '1:15: nowhere: no such folder of rules.'],
    ['ruleFolders:\n  - .\n  - a.txt', '3:5: a.txt: no such folder of rules.'],
  ])('%s', async (config, problem) => {
    const cwd = folderWith({ 'replylint.config.yaml': config, 'a.txt': 'Agent: hi\n' });
    const { code, err, out } = await replylint(['a.txt'], { cwd });
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(problem);
    const lines = err.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('replylint: ')).length).toBe(1);
    expect(lines.length).toBeLessThanOrEqual(4);
  });

  test('a folder by the name of a configuration', async () => {
    const cwd = folderWith({ 'replylint.config.yaml/a.txt': '', 'a.txt': 'Agent: hi\n' });
    const { code, err } = await replylint(['a.txt'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^replylint: replylint\.config\.yaml: it cannot be read: [^\n]+\n$/);
  });

  test.each([
    ['id: house/x\nforbid: a\nsay: x\n', 'has no examples'],
    ['id: house/x\nsay: x\nexamples: {bad: a, good: b}\n', 'neither forbid, require nor limit'],
    ['id: house/x\nforbid: a\nrequire: b\nsay: x\nexamples: {bad: a, good: b}\n', 'a rule has one verb'],
    [
      'id: house/x\nforbid: "@apologyy"\nsay: x\nexamples: {bad: a, good: b}\n',
      '2:9: the lexicon has no concept “@apologyy”. Did you mean “@apology”?',
    ],
    ['id: house/x\nforbid: a <dat>\nsay: x\nexamples: {bad: a, good: b}\n', 'there is no detector <dat>'],
    ['id: house/x\nforbid: "(a"\nsay: x\nexamples: {bad: a, good: b}\n', '“(” is never closed'],
    ['id: house/x\nforbid: {capitals: {leters: 3}}\nsay: x\nexamples: {bad: a, good: b}\n', 'Did you mean “letters”?'],
    ['id: house/x\nin: frist reply\nrequire: a\nsay: x\nexamples: {bad: a, good: b}\n', 'name a place such as'],
    ['id: house/x\nin: next reply\nrequire: a\nsay: x\nexamples: {bad: a, good: b}\n', 'needs an occasion'],
    ['id: House X\nforbid: a\nsay: x\nexamples: {bad: a, good: b}\n', 'category/name'],
    [
      'id: house/x\nforbid: a\nsay: x\nunless: {in: same reply}\nexamples: {bad: a, good: b}\n',
      'a condition says where and what',
    ],
    [
      'id: house/x\nin: [subject, first repl]\nforbid: a\nsay: x\nexamples: {bad: a, good: b}\n',
      'name a place such as',
    ],
    [
      'id: house/x\nin: [first reply, last reply]\nafter: {customer says: a}\nrequire: a\nsay: x\nexamples: {bad: a, good: b}\n',
      'after an occasion a rule looks at one place',
    ],
    [
      'id: house/x\nin: own text\nafter: {customer says: a}\nrequire: a\nsay: x\nexamples: {bad: a, good: b}\n',
      'an occasion needs a place beside it',
    ],
    ['id: house/x\nmail: huge\nforbid: a\nsay: x\nexamples: {bad: a, good: b}\n', 'mail'],
    [
      'id: house/x\nrequire: [a, {part: {any: [signature]}}]\nsay: x\nexamples: {bad: a, good: b}\n',
      'a rule requires phrases or what one mechanism asks for, not both',
    ],
    [
      'id: house/x\nrequire: {all of: {phone: {called: phone, has: <phon>}}}\nsay: x\nexamples: {bad: a, good: b}\n',
      'there is no detector <phon>',
    ],
    [
      'id: house/x\nforbid: a\nunless: {shorter than: 5}\nsay: x\nexamples: {bad: a, good: b}\n',
      'a condition says where and what',
    ],
    ['id: house/x\nforbid: a\nsay: x\nonly if: {}\nexamples: {bad: a, good: b}\n', 'a condition says where and what'],
    [
      'id: house/x\nforbid: a\nsay: x\nonly if: {drection: inbound}\nexamples: {bad: a, good: b}\n',
      '4:11: unknown key “drection”. Did you mean “direction”?',
    ],
    [
      'id: house/x\nforbid: a\nsay: x\nonly if: {direction: up}\nexamples: {bad: a, good: b}\n',
      '4:22: “only if.direction” is “up”.',
    ],
    [
      'id: house/x\nlimit: {said: {of: "@apologyy", most: 1}}\nsay: x\nexamples: {bad: a, good: b}\n',
      'the lexicon has no concept “@apologyy”. Did you mean “@apology”?',
    ],
    [
      'id: house/x\nin: whole conversation\nafter: {agent says: a}\nforbid: a\nsay: x\nexamples: {bad: a, good: b}\n',
      'an occasion needs a place beside it',
    ],
    ['id: house/x\nin: last agent message\nforbid: a\nsay: x\nexamples: {bad: a, good: b}\n', 'is no place of a rule'],
  ])('in a rule file: %s', async (rule, problem) => {
    const cwd = folderWith({
      'replylint.config.yaml': 'ruleFolders: [house]\n',
      'house/x.yaml': rule,
      'a.txt': 'Agent: hi\n',
    });
    const { code, err } = await replylint(['a.txt'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain(problem);
    expect(err).toMatch(/house\/x\.yaml:\d+:\d+: /);
  });
});
