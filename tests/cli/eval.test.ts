import { describe, expect, test } from 'vitest';
import { folderWith, replylint } from './run.ts';

const ALL = ['--preset', 'preview,strict'];
const RULES =
  'hold/no-thanks,pronoun/informal-you,punctuation/excess,text/repeated-word,text/all-caps,wording/colloquial-filler';
const FIXTURES = ['eval', '--labels', 'fixtures/eval/labels', 'fixtures/eval', '--only', RULES];

interface Scores {
  readonly labels: number;
  readonly found: number;
  readonly findings: number;
  readonly right: number;
  readonly wrong: number;
}

interface Report {
  readonly total: Scores;
  readonly parts: readonly ({ readonly language: string; readonly channel: string } & Scores)[];
  readonly rules: readonly ({ readonly rule: string; readonly parts: readonly unknown[] } & Scores)[];
  readonly notJudged: readonly { readonly rule: string; readonly findings: number }[];
  readonly notRun: readonly { readonly rule: string; readonly labels: number }[];
  readonly misses: { readonly count: number; readonly worst: readonly Record<string, unknown>[] };
  readonly falseAlarms: { readonly count: number; readonly worst: readonly Record<string, unknown>[] };
  readonly mistakes: readonly Record<string, unknown>[];
  readonly conversations: Record<string, number>;
}

/** A run over files made for the test. */
async function evaluated(
  { chats, labels }: { readonly chats: readonly object[]; readonly labels: readonly (object | string)[] },
  args: readonly string[] = [],
) {
  const lines = (records: readonly (object | string)[]) =>
    records.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('');
  const cwd = folderWith({ 'chats.jsonl': lines(chats), 'labels.jsonl': lines(labels) });
  const outcome = await replylint(
    ['eval', '--labels', 'labels.jsonl', 'chats.jsonl', '--format', 'json', ...ALL, ...args],
    {
      cwd,
    },
  );
  return { ...outcome, report: (outcome.out === '' ? undefined : JSON.parse(outcome.out)) as Report };
}

const agent = (text: string, name?: string) => ({ role: 'agent', text, ...(name === undefined ? {} : { name }) });
const customer = (text: string) => ({ role: 'customer', text });

describe('the report', () => {
  test('as a table, with the misses and false alarms', async () => {
    const { out, err, code } = await replylint(FIXTURES);
    expect(err).toBe('');
    expect(code).toBe(0);
    expect(out).toBe(
      [
        'rule                       labels  sentences  found  recall  findings  right  wrong  precision',
        'hold/no-thanks                  4          4      3    0.75         3      3      0       1.00',
        '  en chat                       1          1      1    1.00         1      1      0       1.00',
        '  en phone                      1          1      0    0.00         0      0      0          -',
        '  kk chat                       1          1      1    1.00         1      1      0       1.00',
        '  zh chat                       1          1      1    1.00         1      1      0       1.00',
        'pronoun/informal-you            3          3      3    1.00         4      4      0       1.00',
        '  kk chat                       1          1      1    1.00         2      2      0       1.00',
        '  zh chat                       2          2      2    1.00         2      2      0       1.00',
        'punctuation/excess              0          0      0       -         2      0      1       0.00',
        '  en chat                       0          0      0       -         1      0      0          -',
        '  kk chat                       0          0      0       -         1      0      1       0.00',
        'text/repeated-word              1          1      1    1.00         1      1      0       1.00',
        'wording/colloquial-filler       3          3      2   0.666         2      2      0       1.00',
        '  en chat                       1          1      1    1.00         1      1      0       1.00',
        '  zh chat                       1          1      1    1.00         1      1      0       1.00',
        '  zh email                      1          1      0    0.00         0      0      0          -',
        'all rules                      11          7      9   0.818        12     10      1      0.909',
        '  en chat                       2          1      2    1.00         3      2      0       1.00',
        '  en phone                      2          1      1    0.50         1      1      0       1.00',
        '  kk chat                       2          2      2    1.00         4      3      1       0.75',
        '  zh chat                       4          2      4    1.00         4      4      0       1.00',
        '  zh email                      1          1      0    0.00         0      0      0          -',
        '',
        'Misses (2)',
        '  fixtures/eval/chats.jsonl:2:321  hold/no-thanks',
        '    “Right, the invoice is in your your mail.”',
        '  fixtures/eval/chats.jsonl:4:151  wording/colloquial-filler',
        '    “慢用”  in: 您好，我是小周。您可以在配件页面买到盖子。尊下慢用！',
        '',
        'False alarms (1)',
        '  fixtures/eval/chats.jsonl:5:417  punctuation/excess',
        '    “!!”  in: Рақмет, ертең жеткіземіз!!',
        '',
        '6 conversations, 1 of them without a label.',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['zh', ['规则', '召回率', '精确率', '漏报（2 处）', '共比对 6 个会话']],
    ['kk', ['ереже', 'толықтық', 'дәлдік', 'Жалған ескерту (1)', '6 сөйлесу салыстырылды']],
  ])('in the language of the reader: %s', async (locale, words) => {
    const { out } = await replylint([...FIXTURES, '--locale', locale]);
    for (const one of words) expect(out).toContain(one);
    expect(out).not.toContain('precision');
  });

  test('as JSON with a version', async () => {
    const { out } = await replylint([...FIXTURES, '--format', 'json']);
    const report = JSON.parse(out) as Report;
    expect(report).toMatchObject({
      version: 1,
      total: { labels: 11, found: 9, right: 10, wrong: 1, recall: 9 / 11, precision: 10 / 11 },
      conversations: { evaluated: 6, withoutLabels: 1, unnamed: 0 },
    });
    expect(report.falseAlarms).toEqual({
      count: 1,
      worst: [
        {
          rule: 'punctuation/excess',
          severity: 'info',
          path: 'fixtures/eval/chats.jsonl',
          line: 5,
          column: 417,
          conversation: 'kk-kettle',
          message: 5,
          words: '!!',
          said: 'Рақмет, ертең жеткіземіз!!',
          count: 1,
        },
      ],
    });
  });

  test('is of standard input too', async () => {
    const stdin = '{"id":"c","turns":[{"role":"agent","text":"lol"}]}\n';
    const cwd = folderWith({ 'labels.jsonl': '{"id":"c","turn":0,"rule":"wording/colloquial-filler"}\n' });
    const { out, code } = await replylint(
      ['eval', '--labels', 'labels.jsonl', '-', '--stdin-filename', 'x.jsonl', '--format', 'json'],
      { cwd, stdin },
    );
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ total: { labels: 1, found: 1 } });
  });
});

describe('what fits', () => {
  const only = ['--only', 'hold/no-thanks,wording/colloquial-filler'];
  const held = [agent('One moment, please.'), customer('ok')];

  test('a rule about what is said: the same message only', async () => {
    const chats = [{ id: 'c', turns: [agent('lol'), agent('Here it is.')] }];
    const { report } = await evaluated(
      { chats, labels: [{ id: 'c', turn: 1, rule: 'wording/colloquial-filler' }] },
      only,
    );
    expect(report.total).toMatchObject({ labels: 1, found: 0, right: 0, wrong: 1 });
  });

  test('a rule about a reply: any message of the reply, and none of another', async () => {
    const chats = [
      { id: 'same', turns: [...held, agent('It is here.'), agent('And blue.')] },
      { id: 'other', turns: [...held, agent('It is here.'), customer('Good'), agent('And blue.')] },
      { id: 'colleague', turns: [...held, agent('It is here.', 'Ann'), agent('And blue.', 'Ben')] },
    ];
    const labels = [
      { id: 'same', turn: 3, rule: 'hold/no-thanks' },
      { id: 'other', turn: 4, rule: 'hold/no-thanks' },
      { id: 'colleague', turn: 3, rule: 'hold/no-thanks' },
    ];
    const { report } = await evaluated({ chats, labels }, only);
    expect(report.total).toMatchObject({ labels: 3, found: 1, right: 1, wrong: 2 });
    expect(report.misses.worst.map(({ conversation }) => conversation)).toEqual(['other']);
    expect(report.misses.count).toBe(2);
  });

  test('a label that is not sure counts neither way', async () => {
    const chats = [{ id: 'c', turns: [agent('lol'), agent('Here it is.')] }];
    const labels = [0, 1].map((turn) => ({ id: 'c', turn, rule: 'wording/colloquial-filler', sure: false }));
    const { report, code } = await evaluated({ chats, labels }, only);
    expect(report.total).toMatchObject({ labels: 0, found: 0, findings: 1, right: 0, wrong: 0, precision: null });
    expect(code).toBe(0);
  });

  test('a sentence that is labelled often is one sentence', async () => {
    const chats = ['a', 'b', 'c'].map((id) => ({ id, turns: [agent(id === 'c' ? 'LOL,  yes.' : 'lol, yes.')] }));
    const labels = ['a', 'b', 'c'].map((id) => ({ id, turn: 0, rule: 'wording/colloquial-filler', start: 0, end: 3 }));
    const { report } = await evaluated({ chats, labels }, only);
    expect(report.total).toMatchObject({ labels: 3, sentences: 1, found: 3 });
  });
});

describe('rules that nobody looked for', () => {
  const chats = [{ id: 'c', turns: [agent('lol, see the the box')] }];
  const labels = [{ id: 'c', turn: 0, rule: 'wording/colloquial-filler' }];
  const only = ['--only', 'wording/*,text/*'];

  test('raise no false alarm', async () => {
    const { report } = await evaluated({ chats, labels }, only);
    expect(report.total).toMatchObject({ labels: 1, right: 1, wrong: 0 });
    expect(report.notJudged).toContainEqual({ rule: 'text/repeated-word', findings: 1 });
  });

  test.each([
    ['a flag', labels, ['--judged', 'text/*']],
    ['a record among the labels', [...labels, { judged: ['text/repeated-word'] }], []],
  ])('are judged where %s says so', async (_, records, args) => {
    const { report } = await evaluated({ chats, labels: records }, [...only, ...args]);
    expect(report.falseAlarms.worst.map(({ rule }) => rule)).toContain('text/repeated-word');
  });

  test('rules that the settings leave out miss nothing', async () => {
    const { report } = await evaluated({ chats, labels }, ['--rule', 'wording/colloquial-filler=off']);
    expect(report.total).toMatchObject({ labels: 0 });
    expect(report.notRun).toEqual([{ rule: 'wording/colloquial-filler', labels: 1 }]);
  });
});

describe('examples', () => {
  const words = ['lol', 'haha', 'lol', 'uh', 'lol'];
  const chats = [{ id: 'c', turns: [...words.map((one) => agent(`${one}, yes`)), agent('the the cat')] }];
  const labels = [{ judged: ['wording/colloquial-filler', 'text/repeated-word'] }];
  const only = ['--only', 'wording/colloquial-filler,text/repeated-word'];

  test('the same words are told once, the most frequent first, and each rule has its turn', async () => {
    const { report } = await evaluated({ chats, labels }, [...only, '--examples', '2']);
    expect(report.falseAlarms.worst).toMatchObject([
      { rule: 'wording/colloquial-filler', words: 'lol', count: 3, line: 1, message: 0 },
      { rule: 'text/repeated-word', words: 'the the', count: 1 },
    ]);
    expect(report.falseAlarms.count).toBeGreaterThan(3);
  });

  test('none are shown where none are wanted', async () => {
    const { report } = await evaluated({ chats, labels }, [...only, '--examples', '0']);
    expect(report.falseAlarms.worst).toEqual([]);
  });
});

describe('thresholds', () => {
  test.each([
    ['reached', ['--min-precision', '0.9', '--min-recall', '0.8'], 0, ''],
    ['missed by all', ['--min-recall', '0.9'], 1, 'The recall of all rules is 0.818; at least 0.90 is wanted.'],
    [
      'missed by one rule',
      ['--min-precision', '0.9', '--min-precision', 'punctuation/excess=0.5'],
      1,
      'The precision of punctuation/excess is 0.00; at least 0.50 is wanted.',
    ],
    [
      'nothing to measure',
      ['--min-recall', 'punctuation/excess=0.5'],
      1,
      'The recall of punctuation/excess could not be measured; at least 0.50 is wanted.',
    ],
  ])('%s', async (_, args, code, words) => {
    const outcome = await replylint([...FIXTURES, ...args]);
    expect(outcome.code).toBe(code);
    expect(outcome.out).toContain(words);
  });

  test('a figure is not rounded up to a threshold', async () => {
    const { out, code } = await replylint([...FIXTURES, '--min-recall', '0.8182']);
    expect(code).toBe(1);
    expect(out).toContain('is 0.818;');
  });
});

describe('labels that fit nothing are one line each, and the others are compared', () => {
  const chats = [{ id: 'c', turns: [customer('hi'), agent('lol')] }];
  const right = { id: 'c', turn: 1, rule: 'wording/colloquial-filler' };

  test.each<[string, object | string, string, number]>([
    ['no JSON', '{"id": "c", "turn": ', 'labels.jsonl:2:21: no JSON: value expected.', 1],
    ['an unknown key', { ...right, turns: 1 }, 'unknown key “turns”. Did you mean “turn”?', 1],
    ['a missing key', { id: 'c', turn: 1 }, 'labels.jsonl:2:1: the key “rule” is missing.', 1],
    ['half a range', { ...right, start: 1 }, 'write both “start” and “end”', 1],
    ['an unknown rule', { ...right, rule: 'wording/fillers' }, 'there is no rule “wording/fillers” (1 label).', 1],
    ['a judged rule that is unknown', { judged: ['text/typpo'] }, 'there is no rule “text/typpo”.', 1],
    ['judged rules that are no list', { judged: 'text/*' }, '“judged” should be a list', 1],
    ['an unknown message', { ...right, turn: 7 }, 'the conversation “c” has no message 7.', 1],
    ['a message of the customer', { ...right, turn: 0 }, 'message 0 of the conversation “c” is not the agent’s.', 1],
    ['words outside the message', { ...right, start: 0, end: 9 }, 'the words lie outside message 1', 1],
  ])('%s', async (_, label, line, found) => {
    const { err, code, report } = await evaluated({ chats, labels: [right, label] });
    expect(code).toBe(2);
    expect(err).toContain(line);
    expect(err).toMatch(/^replylint: labels\.jsonl:2:\d+: .*\n$/);
    expect(report.total.found).toBe(found);
  });

  test('a conversation of files that were not asked about is told, and no failure', async () => {
    const { err, code, report } = await evaluated({ chats, labels: [right, { ...right, id: 'd' }] });
    expect(code).toBe(0);
    expect(err).toBe('replylint: labels.jsonl:2:1: the conversation “d” is not in the files (1 label).\n');
    expect(report.total).toMatchObject({ labels: 1, found: 1 });
  });

  test('a conversation that comes twice', async () => {
    const { err, code, report } = await evaluated({ chats: [...chats, ...chats], labels: [right] });
    expect(code).toBe(2);
    expect(err).toBe(
      'replylint: chats.jsonl:2:1: the conversation “c” was in the files before; only the first one is compared.\n',
    );
    expect(report.total).toMatchObject({ labels: 1, findings: 1 });
  });

  test('what is asked for by nobody is no mistake', async () => {
    const labels = [right, { id: 'c', turn: 1, rule: 'text/not-made-yet' }];
    expect((await evaluated({ chats, labels }, ['--only', 'wording/*'])).err).toBe('');
    const { err, code } = await evaluated({ chats, labels }, ['--except', 'text/not-made-yet']);
    expect([err, code]).toEqual(['', 0]);
  });

  test('in the language of the reader', async () => {
    const { err } = await evaluated({ chats, labels: [{ ...right, id: 'd' }] }, ['--locale', 'zh']);
    expect(err).toBe('replylint: labels.jsonl:1:1: 文件中没有会话“d”（1 条标注）。\n');
  });
});

describe('files', () => {
  test('a file that cannot be read makes the exit code 2, and the others are compared', async () => {
    const cwd = folderWith({
      'a.json': '{"messages": [',
      'b.jsonl': '{"id":"c","turns":[{"role":"agent","text":"lol"}]}\n',
      'labels.jsonl': '{"id":"c","turn":0,"rule":"wording/colloquial-filler"}\n',
    });
    const { out, err, code } = await replylint(['eval', '--labels', 'labels.jsonl', 'a.json', 'b.jsonl'], { cwd });
    expect(code).toBe(2);
    expect(err).toMatch(/^replylint: a\.json:1:15: .+\n$/);
    expect(out).toContain('wording/colloquial-filler');
  });

  test('conversations without an id, drafts and libraries are told', async () => {
    const cwd = folderWith({
      'a.jsonl': '{"turns":[{"role":"agent","text":"lol"}]}\n{"id":"c","turns":[{"role":"agent","text":"ok"}]}\n',
      'draft.txt': 'lol',
      'labels.jsonl': '{"judged":["wording/colloquial-filler"]}\n',
    });
    const { out, code } = await replylint(['eval', '--labels', '.', '.'], { cwd });
    expect(code).toBe(0);
    expect(out).toContain('1 conversation, 1 of them without a label. 1 more has no id and could not be compared.');
    expect(out).toContain('1 draft or library was left out.');
    expect(out).not.toContain('False alarms');
  });

  test('a folder without labels is a mistake', async () => {
    const cwd = folderWith({ 'a.jsonl': '{"id":"c","turns":[]}\n' });
    const { err, code } = await replylint(['eval', '--labels', '.', '.'], { cwd });
    expect(code).toBe(2);
    expect(err).toContain('--labels .: no label there.');
  });
});

describe('mistakes in the flags', () => {
  test.each([
    [[], '--labels'],
    [['--labels', 'nowhere'], 'nowhere: no such file'],
    [['--labels', 'fixtures/eval/labels', '--min-recall', '90'], 'Write a figure from 0 to 1'],
    [['--labels', 'fixtures/eval/labels', '--min-recall', 'greeting/mising=1'], 'Did you mean “greeting/missing”?'],
    [['--labels', 'fixtures/eval/labels', '--judged', 'greting/*'], 'there is no such rule'],
    [['--labels', 'fixtures/eval/labels', '--except', 'text/typpo'], '--except text/typpo: there is no such rule'],
  ])('%j', async (args, problem) => {
    const outcome = await replylint(['eval', 'fixtures/eval/chats.jsonl', ...args]);
    expect(outcome.code).toBe(2);
    expect(outcome.err).toContain(problem);
    expect(outcome.out).toBe('');
  });
});
